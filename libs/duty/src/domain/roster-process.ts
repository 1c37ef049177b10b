import type { ProcessManager } from '#kernel';
import type { FollowRoster } from './duty.commands.js';
import type { DutyEvent } from './duty.events.js';
import { evolveRoster, noRoster, type Roster } from './roster-state.js';

/** Waits for the settlement of a week's duty; over with it (`docs/domain.md §6`, `roster:{township}:{week}`). */
export const rosterProcess: ProcessManager<Roster, DutyEvent, FollowRoster> = {
  initialState: noRoster,
  evolve: evolveRoster,
  timetable: ({ settled, settledAt }) => {
    const rungs =
      settled || settledAt === undefined
        ? []
        : [{ round: 1, step: 'settlement', attempt: 1, level: 'END', at: settledAt }];
    return { stage: settled ? 'SETTLED' : 'PUBLISHED', rungs, closed: rungs.length === 0 };
  },
  order: (rung) => ({ type: 'FollowRoster', data: rung }),
};

/** What it begins with: somebody may check in where nothing was published. */
export const BEGINS_ROSTER: readonly DutyEvent['type'][] = ['RosterPublished'];
