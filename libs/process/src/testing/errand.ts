import type { Command, Event, Instant, ProcessManager, Rung } from '#kernel';
import { byCategory, registerProcess } from '../process-definition.js';

/** The smallest process with a ladder of one rung: asked for, reminded of once when overdue, done. */
export type ErrandEvent =
  | Event<'ErrandAsked', { due: Instant }>
  | Event<'ErrandReminded', { due: Instant }>
  | Event<'ErrandMoved', { due: Instant }>
  | Event<'ErrandTalkedAbout', object>
  | Event<'ErrandDone', object>;

export type RemindOfErrand = Command<'RemindOfErrand', { due: Instant }>;

interface Errand {
  readonly stage: 'none' | 'open' | 'reminded' | 'done';
  readonly due: Instant;
}

const rungOf = (at: Instant): Rung => ({ round: 1, step: 'do', attempt: 1, level: 'E1', at });

export const errandManager: ProcessManager<Errand, ErrandEvent, RemindOfErrand> = {
  initialState: { stage: 'none', due: 0 },
  evolve: (errand, event) => {
    switch (event.type) {
      case 'ErrandAsked':
        return { stage: 'open', due: event.data.due };
      case 'ErrandMoved':
        return { ...errand, due: event.data.due };
      case 'ErrandReminded':
        return { ...errand, stage: 'reminded' };
      case 'ErrandDone':
        return { ...errand, stage: 'done' };
      default:
        return errand;
    }
  },
  timetable: ({ stage, due }) => ({
    stage,
    rungs: stage === 'open' ? [rungOf(due)] : [],
    closed: stage === 'done',
  }),
  order: ({ at }) => ({ type: 'RemindOfErrand', data: { due: at } }),
};

/** It borrows the workflow of cases, which knows nothing of what it waits for. */
export const errandProcess = registerProcess({
  ...byCategory('case'),
  manager: errandManager,
  workflowType: 'handleCase',
  taskQueue: 'errands',
  signal: 'caseMoved',
});
