import { Injectable } from '@nestjs/common';
import type { Subject } from '#access/domain';
import { caseBoard } from '#cases/read';
import { reject } from '#kernel';
import { Clock } from '#platform';
import { ReadModels } from '#projections';
import { addDays, localDayOf, startOfDay, toIso } from '#working-time';
import type { FollowUpAnswer, FollowUpItem } from './boards.answers.js';
import type { FollowUpQuery } from './boards.requests.js';
import { CASE_COLUMNS, caseOnBoard, visible } from './case-rows.js';

/** A quarter: more is no calendar any more. */
const MOST_DAYS = 92;
const USUAL_DAYS = 31;
const MOST_OF_A_KIND = 500;
const DAY = 86_400_000;

/** What follows agreements and results, day by day: terms, windows of the court, calls back (`docs/domain.md §5.2, §5.3`). */
@Injectable()
export class FollowUpCalendar {
  constructor(
    private readonly models: ReadModels,
    private readonly clock: Clock,
  ) {}

  /** @throws CommandRejected `PERIOD_INVALID` */
  async read({ from, to, township }: FollowUpQuery, subject: Subject): Promise<FollowUpAnswer> {
    const now = this.clock.now();
    const first = from ?? localDayOf(now);
    const last = to ?? addDays(first, USUAL_DAYS);
    const [begins, ends] = [startOfDay(first), startOfDay(last)];
    if (ends <= begins || ends - begins > MOST_DAYS * DAY) reject('PERIOD_INVALID', { field: 'to', days: MOST_DAYS });
    const cases = () => {
      const all = this.models.of(caseBoard).selectFrom('case_board as b').where(visible('agreement.list', subject));
      return township === undefined ? all : all.where('b.township', '=', township);
    };
    const terms = await cases()
      .innerJoin('case_term as t', 't.case_id', 'b.case_id')
      .innerJoin('case_mediation as m', 'm.mediation_id', 't.mediation_id')
      .select([...CASE_COLUMNS, 't.mediation_id', 't.term', 't.due_on', 't.due_at', 't.urged'])
      .where('m.stage', '=', 'PERFORMING')
      .where('t.due_on', '>=', first)
      .where('t.due_on', '<', last)
      .orderBy('t.due_on')
      .orderBy('b.case_id')
      .orderBy('t.term')
      .limit(MOST_OF_A_KIND + 1)
      .execute();
    const windows = await cases()
      .innerJoin('case_window as w', 'w.case_id', 'b.case_id')
      .select([...CASE_COLUMNS, 'w.mediation_id', 'w.remind_at', 'w.ends_at'])
      .where('w.ends_at', '>', begins)
      .where('w.ends_at', '<=', ends)
      .orderBy('w.ends_at')
      .orderBy('b.case_id')
      .limit(MOST_OF_A_KIND + 1)
      .execute();
    const reviews = await cases()
      .innerJoin('case_clock as k', 'k.case_id', 'b.case_id')
      .select([...CASE_COLUMNS, 'k.due_at'])
      .where('k.step', '=', 'review')
      .where('k.due_at', '>', begins)
      .where('k.due_at', '<=', ends)
      .orderBy('k.due_at')
      .orderBy('b.case_id')
      .limit(MOST_OF_A_KIND + 1)
      .execute();
    const items = [
      ...terms.slice(0, MOST_OF_A_KIND).map((row): FollowUpItem => ({
        ...caseOnBoard(row),
        ...{ kind: 'TERM', day: row.due_on, at: toIso(row.due_at), mediationId: row.mediation_id },
        ...{ term: row.term, urged: row.urged === 1, remindAt: null },
      })),
      ...windows.slice(0, MOST_OF_A_KIND).map((row): FollowUpItem => ({
        ...caseOnBoard(row),
        ...{ kind: 'CONFIRMATION', day: dayEnding(row.ends_at), at: toIso(row.ends_at) },
        ...{ mediationId: row.mediation_id, term: null, urged: null, remindAt: toIso(row.remind_at) },
      })),
      ...reviews.slice(0, MOST_OF_A_KIND).map((row): FollowUpItem => ({
        ...caseOnBoard(row),
        ...{ kind: 'REVIEW', day: dayEnding(row.due_at), at: toIso(row.due_at) },
        ...{ mediationId: null, term: null, urged: null, remindAt: null },
      })),
    ];
    return {
      asOf: toIso(now),
      from: first,
      to: last,
      items: items.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)),
      complete: [terms, windows, reviews].every((rows) => rows.length <= MOST_OF_A_KIND),
    };
  }
}

/** What ends with a day ends at its 24:00. */
const dayEnding = (at: number): string => localDayOf(at - 1);
