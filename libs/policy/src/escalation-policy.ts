import type { Ladder, Limit } from '#working-time';
import { m, WD, WH } from './limits.js';

/** The ladder's instants and what happens on a rung (`§5.1`). */
export interface EscalationPolicy {
  readonly ladder: Ladder;
  /** Time of the deputy leader to choose at E2: P1/P2 and the others. */
  readonly actionLimit: { readonly urgent: Limit; readonly ordinary: Limit };
  /** An accepted reason holds E3 back at most this share of the step's limit. */
  readonly holdShare: number;
  /** Answer to a supervision order. */
  readonly supervisionAnswer: Limit;
  /** Minutes after midnight of the daily reminder after E3. */
  readonly dailyReminderAt: number;
  /** Declines that count per case. */
  readonly maxDeclines: number;
  /** Overdue acknowledgements that reassign by themselves; the next one goes straight to E2. */
  readonly autoReassignments: number;
}

const LADDER: Ladder = {
  natural: {
    warnShare: 0.75,
    e2: { share: 0.5, atLeastMinutes: 30 },
    e3: { share: 1, atLeastMinutes: 60 },
  },
  workingHours: {
    warnShare: 0.75,
    shortUpTo: 4,
    short: { e2Hours: 2, e3Hours: 4 },
    long: { e2Share: 0.5, e3Share: 1 },
  },
  workingDays: {
    dueDayUpTo: 1,
    warnOnDueDayAt: 14 * 60,
    warnDaysBefore: 1,
    warnAt: 8 * 60 + 30,
    e2Days: 1,
    e3Days: 2,
  },
  calendarDays: {
    warnAt: 9 * 60,
    warnDaysBefore: 3,
    shortBelow: 7,
    shortWarnDaysBefore: 1,
    e2Days: 3,
    e3Days: 7,
  },
};

/** `docs/domain.md §5.1`, escalation ladder. */
export const ESCALATION_POLICY: EscalationPolicy = {
  ladder: LADDER,
  actionLimit: { urgent: m(30), ordinary: WH(4) },
  holdShare: 0.5,
  supervisionAnswer: WD(1),
  dailyReminderAt: 9 * 60,
  maxDeclines: 2,
  autoReassignments: 1,
};
