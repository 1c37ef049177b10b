import type { ProcessManager, Rung } from '#kernel';
import type { Escalate } from './case.commands.js';
import type { CaseEvent } from './case.events.js';
import type { CaseStage } from './case-types.js';
import { evolveCase } from './case.evolve.js';
import { initialCase, type Case } from './case.state.js';
import { watchRungs } from './risk-watch.js';
import type { StepClock } from './step-clock.js';

const OVER: readonly CaseStage[] = ['CLOSED', 'REJECTED', 'TRANSFERRED_OUT', 'WITHDRAWN', 'MERGED'];

const WAITED_FOR: readonly CaseStage[] = ['TRANSFERRED_OUT', 'REJECTED'];

/** Asked for after each event of a case. */
const rungsOf = (clocks: readonly StepClock[]): readonly Rung[] => {
  const ahead: Rung[] = [];
  for (const { step, round, attempt, rungs } of clocks)
    for (const { level, at } of rungs) ahead.push({ round, step, attempt, level, at });
  return ahead;
};

/** Moves a case along its ladders: the decider sets the instants, the process only waits for them. */
export const caseProcess: ProcessManager<Case, CaseEvent, Escalate> = {
  initialState: initialCase,
  evolve: evolveCase,
  timetable: (state) => {
    const { stage, clocks } = state;
    const rungs = [...rungsOf(clocks), ...watchRungs(state)];
    // a case that went to another body waits for that body's receipt, a petition refused for the notice in writing
    return { stage, closed: OVER.includes(stage) && (!WAITED_FOR.includes(stage) || rungs.length === 0), rungs };
  },
  order: (rung) => ({ type: 'Escalate', data: rung }),
};
