import type { ProcessManager } from '#kernel';
import type { Escalate } from './case.commands.js';
import type { CaseEvent } from './case.events.js';
import type { CaseStage } from './case-types.js';
import { evolveCase } from './case.evolve.js';
import { initialCase, type Case } from './case.state.js';

const OVER: readonly CaseStage[] = ['CLOSED', 'REJECTED', 'TRANSFERRED_OUT', 'WITHDRAWN', 'MERGED'];

/** Moves a case along its ladders: the decider sets the instants, the process only waits for them. */
export const caseProcess: ProcessManager<Case, CaseEvent, Escalate> = {
  initialState: initialCase,
  evolve: evolveCase,
  timetable: ({ stage, clocks }) => ({
    stage,
    closed: OVER.includes(stage),
    rungs: clocks.flatMap(({ step, round, attempt, rungs }) =>
      rungs.map(({ level, at }) => ({ round, step, attempt, level, at })),
    ),
  }),
  order: (rung) => ({ type: 'Escalate', data: rung }),
};
