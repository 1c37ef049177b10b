import type { PolicySet } from '#policy';
import { endOfDay, isWorkingDay, startOfDay, type LocalDay } from '#working-time';
import { neededAt, overlaps, weekOf, type DutyPerson } from './duty-context.js';
import type { PublishRoster } from './duty.commands.js';
import type { OnSite, Shift } from './duty.events.js';
import { whyUnfit } from './eligibility.js';
import { requiredDays } from './publishing.js';

/**
 * A roster that keeps the rules as far as there are people for it: everybody fit for a post takes it day by day in
 * turn, the next in the turn stands in for him. For a person to look at before it is published.
 */
export const proposedRoster = (
  policy: Pick<PolicySet, 'calendar' | 'duty'>,
  place: string,
  week: string,
  people: readonly DutyPerson[],
): PublishRoster['data'] => ({
  shifts: neededAt(place, policy).flatMap((needed) =>
    weekOf(week).days.flatMap((day, index) => shiftsOf(needed, day, index, { policy, place, people })),
  ),
  onSite: people
    .filter(({ places }) => places[0] === place)
    .flatMap((person, index) => daysOf(person, week, index, policy)),
});

interface Staff {
  readonly policy: Pick<PolicySet, 'duty'>;
  readonly place: string;
  readonly people: readonly DutyPerson[];
}

const shiftsOf = (
  { post, atLeast }: PolicySet['duty']['township'][number],
  day: LocalDay,
  dayOfWeek: number,
  { policy, place, people }: Staff,
): Shift[] => {
  const shift = { post, from: startOfDay(day), to: endOfDay(day) };
  const fit = people.filter((person) => !whyUnfit(person, shift, place, policy));
  if (fit.length < 2) return [];
  const inTurn = (place: number): string => fit[place % fit.length]!.cadreId;
  return Array.from({ length: Math.min(atLeast, fit.length) }, (_, index): Shift => {
    const turn = dayOfWeek * atLeast + index;
    const cadreId = inTurn(turn);
    const next = inTurn(turn + atLeast);
    return { ...shift, cadreId, substitute: next === cadreId ? inTurn(turn + atLeast + 1) : next };
  });
};

/** The days begin with another one for everybody, so that not all are away from the office at once. */
const daysOf = (
  person: DutyPerson,
  week: string,
  turn: number,
  policy: Pick<PolicySet, 'calendar' | 'duty'>,
): Omit<OnSite, 'required'>[] => {
  const required = requiredDays(person, week, policy);
  if (required === 0) return [];
  const there = weekOf(week)
    .days.filter((day) => isWorkingDay(policy.calendar, day))
    .filter((day) => !person.leaves.some((leave) => overlaps(leave, { from: startOfDay(day), to: endOfDay(day) })));
  const days = Array.from({ length: required }, (_, index) => there[(turn + index) % there.length]!);
  return [{ cadreId: person.cadreId, days }];
};
