import type { Calendar } from './calendar.js';
import type { Derivation } from './derivation.js';
import { dueOf, extendDue, dueUpon, type Due } from './due.js';
import { remainingAt } from './pause.js';

/**
 * The same deadline under another version of the calendar, all its pauses and extensions counted again
 * (`docs/domain.md §2.5`, `DueTimeRecomputed`).
 */
export const recomputeDue = (calendar: Calendar, { derivation }: Pick<Due, 'derivation'>): Due =>
  recount(calendar, derivation);

const recount = (calendar: Calendar, { from, limit, pausedAt, previous }: Derivation): Due => {
  if (!previous) return dueOf(calendar, limit, from);
  const before = recount(calendar, previous);
  if (pausedAt === undefined) return extendDue(calendar, previous.limit, before, limit);
  const remaining = remainingAt(calendar, limit, before, pausedAt);
  return dueUpon(calendar, remaining, from, { cause: 'RESUME', pausedAt, previous: before.derivation });
};

/** False for natural time and for plain calendar days: no notice moves them. */
export const asksCalendar = ({ derivation }: Pick<Due, 'derivation'>): boolean => asked(derivation);

const asked = ({ limit: { unit, roll = false }, previous }: Derivation): boolean =>
  unit === 'WH' || unit === 'WD' || (unit === 'CD' && roll) || (previous !== undefined && asked(previous));
