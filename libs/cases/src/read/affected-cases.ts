import { firstDayThatDiffers, daysOfYear } from '#calendars/domain';
import type { Instant } from '#kernel';
import type { ReadModels } from '#projections';
import { addDays, isProvisional, startOfDay, type Calendar } from '#working-time';
import { caseBoard } from './case-board.projection.js';

/** Rungs stand some working days after the due: over the longest holidays they lie within this many days. */
const RUNGS_WITHIN_DAYS = 31;

/**
 * Limits due before this instant are the same under both calendars, and so are their ladders; undefined where the
 * calendars do not differ in that year.
 */
export const affectedFrom = (one: Calendar, other: Calendar, year: number): Instant | undefined => {
  const days = daysOfYear(year);
  // a year whose notice arrives takes the mark "provisional" from what was counted with it, though no day differ
  const arrives = isProvisional(one, year) !== isProvisional(other, year);
  const first = arrives ? days[0] : firstDayThatDiffers(one, other, days);
  return first === undefined ? undefined : startOfDay(addDays(first, -RUNGS_WITHIN_DAYS));
};

/** Cases with a limit that may move, in the order of their ids; those that stand still are among them. */
export const affectedCases = async (
  models: ReadModels,
  from: Instant,
  after: string,
  limit: number,
): Promise<readonly string[]> => {
  const board = models.of(caseBoard);
  const due = board
    .selectFrom('case_clock')
    .select('case_id')
    .where((is) => is.or([is('due_at', '>=', from), is('level', '=', 'E3')]));
  const waiting = board.selectFrom('case_wait').select('case_id').where('due_at', '>=', from);
  const rows = await board
    .selectFrom('case_board')
    .select('case_id')
    .where('case_id', '>', after)
    .where((is) => is.or([is('suspended', '=', 1), is('case_id', 'in', due), is('case_id', 'in', waiting)]))
    .orderBy('case_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.case_id);
};
