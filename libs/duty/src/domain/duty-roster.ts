import { unreachable, type Decider } from '#kernel';
import type { DutyCommand } from './duty.commands.js';
import type { DutyContext } from './duty-context.js';
import type { DutyEvent } from './duty.events.js';
import {
  checkIn,
  checkOut,
  followRoster,
  recordAnswer,
  recordMiss,
  recordService,
  settleRoster,
  swapDuty,
} from './during-the-week.js';
import { publishRoster } from './publishing.js';
import { evolveRoster, noRoster, type Roster } from './roster-state.js';

/** `duty-roster-T01-2026-W20`; the county has its own. */
export const dutyRosterStream = (place: string, week: string): string => `duty-roster-${place}-${week}`;

/** Place and week of such a stream. */
export const rosterOf = (stream: string): { readonly place: string; readonly week: string } => {
  const name = stream.slice('duty-roster-'.length);
  const at = name.indexOf('-');
  return { place: name.slice(0, at), week: name.slice(at + 1) };
};

/** Who is on call and on site at a place in one week (`docs/domain.md §2.4`, §6 `DutyRoster`). */
export const dutyRoster: Decider<Roster, DutyCommand, DutyEvent, DutyContext> = {
  initialState: noRoster,
  evolve: evolveRoster,
  decide: (command, state, context) => {
    switch (command.type) {
      case 'PublishRoster':
        return publishRoster(command, state, context);
      case 'SwapDuty':
        return swapDuty(command, state, context);
      case 'CheckIn':
        return checkIn(command, state, context);
      case 'CheckOut':
        return checkOut(command, state, context);
      case 'RecordService':
        return recordService(command, state, context);
      case 'RecordAnswer':
        return recordAnswer(command, state, context);
      case 'RecordMiss':
        return recordMiss(command, state, context);
      case 'SettleRoster':
        return settleRoster(command, state, context);
      case 'FollowRoster':
        return followRoster(command, state, context);
      default:
        return unreachable(command);
    }
  },
};
