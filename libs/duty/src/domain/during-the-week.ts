import { reject, type Instant } from '#kernel';
import { dueOf, isoWeekOf, localDayOf, minuteOfDay } from '#working-time';
import { weekOf, type DutyContext } from './duty-context.js';
import type {
  CheckIn,
  CheckOut,
  FollowRoster,
  RecordAnswer,
  RecordMiss,
  RecordService,
  SettleRoster,
  SwapDuty,
} from './duty.commands.js';
import type { DutyEvent } from './duty.events.js';
import { requireFit } from './eligibility.js';
import { countedCalls, type Presence, type Roster } from './roster-state.js';

/** Whoever takes a shift is as fit for it as who gives it up, and does not stand in for himself. */
export const swapDuty = ({ data }: SwapDuty, roster: Roster, context: DutyContext): DutyEvent[] => {
  const { now, place, week, actor } = context;
  const { post, from, out } = data;
  requirePublished(roster);
  const shift = roster.shifts.find(
    (one) => one.post === post && one.from === from && (one.cadreId === out || one.substitute === out),
  );
  if (!shift) return reject('SHIFT_UNKNOWN', { field: 'from', post });
  if (shift.to <= now) reject('SHIFT_OVER', { field: 'from', post });
  if (data.in === shift.cadreId || data.in === shift.substitute) reject('SUBSTITUTE_IS_SELF', { field: 'in' });
  requireFit(data.in, shift, context);
  const part = shift.cadreId === out ? 'HOLDER' : 'SUBSTITUTE';
  return [
    {
      type: 'DutySwapped',
      occurredAt: now,
      data: { place, week, post, from, part, out, in: data.in, by: actor.id },
    },
  ];
};

function requirePublished({ published }: Roster): void {
  if (!published) reject('ROSTER_NOT_PUBLISHED');
}

const today = ({ presence }: Roster, cadreId: string, now: Instant): Presence | undefined =>
  presence.find((one) => one.cadreId === cadreId && one.day === localDayOf(now));

/** Of the first arrival of a day; where nothing was published the day counts all the same. */
export const checkIn = (_: CheckIn, roster: Roster, { now, actor, place, week }: DutyContext): DutyEvent[] => {
  requireThisWeek(week, now);
  if (today(roster, actor.id, now)) return [];
  return [{ type: 'CheckedIn', occurredAt: now, data: { place, week, cadreId: actor.id, day: localDayOf(now) } }];
};

export const checkOut = (_: CheckOut, roster: Roster, { now, actor, place, week }: DutyContext): DutyEvent[] => {
  requireThisWeek(week, now);
  const present = today(roster, actor.id, now) ?? reject('NOT_CHECKED_IN');
  if (present.out !== undefined) return [];
  return [{ type: 'CheckedOut', occurredAt: now, data: { place, week, cadreId: actor.id, day: localDayOf(now) } }];
};

const requireThisWeek = (week: string, now: Instant): void => {
  if (isoWeekOf(localDayOf(now)) !== week) reject('NOT_THIS_WEEK', { field: 'week' });
};

/** Once a day, of who is to be on site or is there: of all others nobody asks. */
export const recordService = ({ data }: RecordService, roster: Roster, context: DutyContext): DutyEvent[] => {
  const { now, place, week } = context;
  const { cadreId, day } = data;
  const counts =
    roster.onSite.some((one) => one.cadreId === cadreId) ||
    roster.presence.some((one) => one.cadreId === cadreId && one.day === day);
  if (!counts || roster.settled || served(roster, data)) return [];
  return [{ type: 'ServiceRecorded', occurredAt: now, data: { place, week, cadreId, day } }];
};

const served = ({ served }: Roster, { cadreId, day }: RecordService['data']): boolean =>
  served.some((one) => one.cadreId === cadreId && one.day === day);

/** Told once for each call, whoever hears of it again. */
export const recordAnswer = ({ data }: RecordAnswer, roster: Roster, context: DutyContext): DutyEvent[] => {
  const { now, policy, place, week } = context;
  if (isKnown(roster, data)) return [];
  const { callId, cadreId, calledAt, answeredAt = now } = data;
  const answerBy = data.answerBy ?? dueOf(policy.calendar, policy.duty.answer, calledAt).at;
  const told = { place, week, callId, cadreId, calledAt, inTime: answeredAt <= answerBy };
  return [{ type: 'OnCallAnswered', occurredAt: answeredAt, data: told }];
};

export const recordMiss = ({ data }: RecordMiss, roster: Roster, { now, place, week }: DutyContext): DutyEvent[] =>
  isKnown(roster, data) ? [] : [{ type: 'OnCallMissed', occurredAt: now, data: { place, week, ...data } }];

const isKnown = ({ calls }: Roster, { callId, cadreId }: RecordMiss['data']): boolean =>
  calls.some((call) => call.callId === callId && call.cadreId === cadreId);

/** On time in the morning, not before time in the afternoon, and somebody served; seconds count (`docs/domain.md §2.4`). */
const attended = (presence: Presence, roster: Roster, { policy: { duty } }: DutyContext): boolean =>
  served(roster, presence) &&
  minuteOfDay(presence.in) <= duty.attended.inBy &&
  presence.out !== undefined &&
  minuteOfDay(presence.out) >= duty.attended.outFrom;

export const settleRoster = (_: SettleRoster, roster: Roster, context: DutyContext): DutyEvent[] => {
  requirePublished(roster);
  if (context.now < weekOf(context.week).to) reject('WEEK_NOT_OVER', { week: context.week });
  return roster.settled ? [] : [settled(roster, context, context.now)];
};

/** @throws CommandRejected `NOT_YET_DUE` */
export const followRoster = ({ data: rung }: FollowRoster, roster: Roster, context: DutyContext): DutyEvent[] => {
  if (roster.settled || roster.settledAt !== rung.at) return [];
  return context.now < rung.at ? reject('NOT_YET_DUE', { at: rung.at }) : [settled(roster, context, rung.at)];
};

const settled = (roster: Roster, context: DutyContext, at: Instant): DutyEvent => {
  const { place, week } = context;
  const attendance = roster.onSite.map(({ cadreId, required }) => ({
    cadreId,
    required,
    attended: roster.presence.filter((one) => one.cadreId === cadreId && attended(one, roster, context)).length,
  }));
  return { type: 'RosterSettled', occurredAt: at, data: { place, week, attendance, calls: countedCalls(roster) } };
};
