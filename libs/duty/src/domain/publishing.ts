import { reject, type Instant } from '#kernel';
import type { PolicySet } from '#policy';
import { addDays, atMinute, dueOf, endOfDay, isWorkingDay, startOfDay, type Due } from '#working-time';
import { gapsOf } from './coverage.js';
import { overlaps, weekOf, type DutyContext, type DutyPerson } from './duty-context.js';
import type { PublishRoster } from './duty.commands.js';
import type { OnSite, RosterPublished, Shift } from './duty.events.js';
import { requireFit } from './eligibility.js';
import type { Roster } from './roster-state.js';

/** 12:00 of the last working day before the week (`docs/domain.md §1.2`, row 14). */
export const publishedBy = (week: string, { calendar, duty }: Pick<PolicySet, 'calendar' | 'duty'>): Instant => {
  let day = addDays(weekOf(week).days[0]!, -1);
  while (!isWorkingDay(calendar, day)) day = addDays(day, -1);
  return atMinute(day, duty.publishedBy);
};

/** Until the week begins it may be published anew; then it only changes by swaps. Too late is better than never. */
export const publishRoster = (
  { data }: PublishRoster,
  { published }: Roster,
  context: DutyContext,
): readonly RosterPublished[] => {
  const { now, policy, place, week, actor } = context;
  const { from, to } = weekOf(week);
  if (now >= to) reject('WEEK_OVER', { week });
  if (published && now >= from) reject('ROSTER_LOCKED', { week });
  data.shifts.forEach((shift) => checkShift(shift, context));
  const gap = gapsOf(policy, place, week, data.shifts).find(({ mandatory }) => mandatory);
  if (gap) {
    const { post, part } = gap;
    reject('ROSTER_HAS_GAPS', { field: 'shifts', post, part, from: gap.from, to: gap.to });
  }
  const onSite = data.onSite.map((one) => checkedDays(one, context));
  const late = now > publishedBy(week, policy);
  return [
    {
      type: 'RosterPublished',
      occurredAt: now,
      data: { place, week, shifts: data.shifts, onSite, by: actor.id, late, settlement: settlementOf(week, policy) },
    },
  ];
};

const settlementOf = (week: string, { calendar, duty }: Pick<PolicySet, 'calendar' | 'duty'>): Due =>
  dueOf(calendar, duty.settled, weekOf(week).to);

const checkShift = (shift: Shift, context: DutyContext): void => {
  const { from, to } = weekOf(context.week);
  const { cadreId, substitute, post } = shift;
  if (shift.from >= shift.to || shift.from < from || shift.to > to)
    reject('SHIFT_OUTSIDE_WEEK', { field: 'shifts', post });
  if (cadreId === substitute) reject('SUBSTITUTE_IS_SELF', { field: 'shifts' });
  requireFit(cadreId, shift, context);
  requireFit(substitute, shift, context);
};

/** @throws CommandRejected `DUTY_PERSON_UNKNOWN`, `DAY_OUTSIDE_WEEK`, `ON_SITE_DAYS_TOO_FEW` */
const checkedDays = ({ cadreId, days }: Omit<OnSite, 'required'>, { people, policy, week }: DutyContext): OnSite => {
  const person = people.get(cadreId) ?? reject('DUTY_PERSON_UNKNOWN', { field: 'onSite', cadreId });
  const chosen = [...new Set(days)].toSorted();
  if (chosen.some((day) => !weekOf(week).days.includes(day))) reject('DAY_OUTSIDE_WEEK', { field: 'onSite', cadreId });
  const required = requiredDays(person, week, policy);
  if (chosen.length < required) reject('ON_SITE_DAYS_TOO_FEW', { field: 'onSite', cadreId, required });
  return { cadreId, days: chosen, required };
};

/** `min(pattern, working days of the week − days of approved leave)`; nothing for who has no pattern (`docs/domain.md §2.4`). */
export const requiredDays = (
  { roles, leaves }: Pick<DutyPerson, 'roles' | 'leaves'>,
  week: string,
  { calendar, duty }: Pick<PolicySet, 'calendar' | 'duty'>,
): number => {
  const pattern = Math.max(0, ...roles.map((role) => duty.patterns[role] ?? 0));
  const there = weekOf(week)
    .days.filter((day) => isWorkingDay(calendar, day))
    .filter((day) => !leaves.some((leave) => overlaps(leave, { from: startOfDay(day), to: endOfDay(day) })));
  return Math.min(pattern, there.length);
};
