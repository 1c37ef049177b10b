import type { Instant } from '#kernel';
import type { LocalDay } from '#working-time';
import type { CadreId, DutyEvent, DutySwapped, OnSite, RosterSettled, Shift } from './duty.events.js';

/** When somebody came to his place on a day, and when he left. */
export interface Presence {
  readonly cadreId: CadreId;
  readonly day: LocalDay;
  readonly in: Instant;
  readonly out?: Instant;
}

export interface Call {
  readonly callId: string;
  readonly cadreId: CadreId;
  readonly answered: boolean;
  readonly inTime: boolean;
}

/** The duty of one place in one week as its events tell it. */
export interface Roster {
  readonly published: boolean;
  readonly late: boolean;
  readonly settled: boolean;
  /** When it is to be settled. */
  readonly settledAt?: Instant;
  readonly shifts: readonly Shift[];
  readonly onSite: readonly OnSite[];
  readonly presence: readonly Presence[];
  /** Who has recorded a service on which day. */
  readonly served: readonly { readonly cadreId: CadreId; readonly day: LocalDay }[];
  readonly calls: readonly Call[];
}

export const noRoster: Roster = {
  published: false,
  late: false,
  settled: false,
  shifts: [],
  onSite: [],
  presence: [],
  served: [],
  calls: [],
};

/** Total: an event it does not know leaves the roster as it is. */
export const evolveRoster = (roster: Roster, event: DutyEvent): Roster => {
  switch (event.type) {
    case 'RosterPublished': {
      const { shifts, onSite, late, settlement } = event.data;
      return { ...roster, published: true, late, settledAt: settlement.at, shifts, onSite };
    }
    case 'DutySwapped':
      return { ...roster, shifts: swapped(roster.shifts, event.data) };
    case 'CheckedIn': {
      const { cadreId, day } = event.data;
      return { ...roster, presence: [...roster.presence, { cadreId, day, in: event.occurredAt }] };
    }
    case 'CheckedOut': {
      const { cadreId, day } = event.data;
      return {
        ...roster,
        presence: roster.presence.map((one) =>
          one.cadreId === cadreId && one.day === day ? { ...one, out: event.occurredAt } : one,
        ),
      };
    }
    case 'ServiceRecorded': {
      const { cadreId, day } = event.data;
      return { ...roster, served: [...roster.served, { cadreId, day }] };
    }
    case 'OnCallAnswered': {
      const { callId, cadreId, inTime } = event.data;
      return { ...roster, calls: [...roster.calls, { callId, cadreId, answered: true, inTime }] };
    }
    case 'OnCallMissed': {
      const { callId, cadreId } = event.data;
      return { ...roster, calls: [...roster.calls, { callId, cadreId, answered: false, inTime: false }] };
    }
    case 'RosterSettled':
      return { ...roster, settled: true };
    default:
      return roster;
  }
};

export const swapped = (
  shifts: readonly Shift[],
  { post, from, part, out, in: taker }: Pick<DutySwapped['data'], 'post' | 'from' | 'part' | 'out' | 'in'>,
): readonly Shift[] =>
  shifts.map((shift) => {
    if (shift.post !== post || shift.from !== from) return shift;
    if (part === 'HOLDER') return shift.cadreId === out ? { ...shift, cadreId: taker } : shift;
    return shift.substitute === out ? { ...shift, substitute: taker } : shift;
  });

/** How often those on call were called, and what came of it (M13 of `docs/domain.md §7`). */
export const countedCalls = ({ calls }: Pick<Roster, 'calls'>): RosterSettled['data']['calls'] => {
  const answered = calls.filter((call) => call.answered);
  const inTime = answered.filter((call) => call.inTime);
  return { answered: answered.length, inTime: inTime.length, missed: calls.length - answered.length };
};
