import { Injectable } from '@nestjs/common';
import { sql, type SqlBool } from 'kysely';
import type { Subject } from '#access/domain';
import { caseBoard } from '#cases/read';
import { keysetOf, pageOf } from '#http';
import type { Instant } from '#kernel';
import { Clock } from '#platform';
import { ReadModels } from '#projections';
import { endOfDay, localDayOf, toIso } from '#working-time';
import type { TaskCounts, TaskItem, TasksAnswer } from './boards.answers.js';
import { CASE_COLUMNS, caseOnBoard, CENTRE, visible } from './case-rows.js';

/** What somebody has to do himself, by due: the cadre's own board (`docs/domain.md §7`, views). */
@Injectable()
export class TaskBoard {
  constructor(
    private readonly models: ReadModels,
    private readonly clock: Clock,
  ) {}

  async read(subject: Subject, limit: number, cursor?: string): Promise<TasksAnswer> {
    const now = this.clock.now();
    const rows = await this.page(subject, limit + 1, keysetOf(cursor, [0, '', ''] as const));
    const { items, next } = pageOf(rows, limit, ({ due_at, case_id, what }) => [due_at, case_id, what]);
    return {
      asOf: toIso(now),
      counts: await this.counts(subject, now),
      items: items.map((row) => ({
        ...caseOnBoard(row),
        what: row.what,
        as: row.part,
        dueAt: toIso(row.due_at),
        endsAt: row.ends_at === null ? null : toIso(row.ends_at),
        when: whenOf(row.due_at, now),
        level: row.level === '-' ? null : (row.level as TaskItem['level']),
      })),
      ...(next !== undefined && { next }),
    };
  }

  private page(subject: Subject, limit: number, after: readonly [number, string, string] | undefined) {
    let query = this.tasks(subject);
    if (after) query = query.where(sql<SqlBool>`(due_at, case_id, what) > (${after[0]}, ${after[1]}, ${after[2]})`);
    return query.selectAll().orderBy('due_at').orderBy('case_id').orderBy('what').limit(limit).execute();
  }

  private counts(subject: Subject, now: Instant): Promise<TaskCounts> {
    const tonight = tonightOf(now);
    return this.tasks(subject)
      .select([
        sql<number>`count(*) filter (where due_at < ${now})`.as('now'),
        sql<number>`count(*) filter (where due_at between ${now} and ${tonight})`.as('today'),
        sql<number>`count(*) filter (where due_at > ${tonight})`.as('later'),
      ])
      .executeTakeFirstOrThrow();
  }

  private tasks(subject: Subject) {
    return this.models
      .of(caseBoard)
      .selectFrom(this.steps(subject).unionAll(this.sessions(subject)).unionAll(this.urged(subject)).as('task'));
  }

  private steps(subject: Subject) {
    const { id, unit = '' } = subject;
    const leads = sql<SqlBool>`(k.step in ('ack', 'respond', 'resolve') and b.handler = ${id})`;
    const helps = sql<SqlBool>`(k.step in ('respond', 'resolve') and ${isCoHandler(id)})`;
    const heads = sql<SqlBool>`((k.step in ('accept', 'assign') and ${CENTRE} = ${unit})
      or (k.step = 'countyReview' and b.county_centre = ${unit}))`;
    return this.models
      .of(caseBoard)
      .selectFrom('case_clock as k')
      .innerJoin('case_board as b', 'b.case_id', 'k.case_id')
      .select([
        ...CASE_COLUMNS,
        'k.step as what',
        'k.due_at',
        sql<number | null>`null`.as('ends_at'),
        'k.level',
        sql<TaskItem['as']>`case when ${leads} then 'LEAD' when ${helps} then 'CO_HANDLER' else 'HEAD' end`.as('part'),
      ])
      .where(visible('task.list', subject))
      .where(sql<SqlBool>`(${leads} or ${helps} or ${heads})`);
  }

  /** Sessions of the mediation under way, for whoever mediates or handles the case. */
  private sessions(subject: Subject) {
    const { id } = subject;
    const mediates = sql<SqlBool>`m.mediator = ${id}`;
    const leads = sql<SqlBool>`b.handler = ${id}`;
    return this.models
      .of(caseBoard)
      .selectFrom('case_session as s')
      .innerJoin('case_board as b', (join) =>
        join
          .onRef('b.case_id', '=', 's.case_id')
          .onRef('b.mediation_id', '=', 's.mediation_id')
          .on('b.mediating', '=', 1),
      )
      .innerJoin('case_mediation as m', 'm.mediation_id', 's.mediation_id')
      .select([
        ...CASE_COLUMNS,
        sql<string>`'session'`.as('what'),
        's.starts_at as due_at',
        sql<number | null>`s.ends_at`.as('ends_at'),
        sql<string>`'-'`.as('level'),
        sql<TaskItem['as']>`case when ${mediates} then 'MEDIATOR' when ${leads} then 'LEAD' else 'CO_HANDLER' end`.as(
          'part',
        ),
      ])
      .where(visible('task.list', subject))
      .where(sql<SqlBool>`(${mediates} or ${leads} or ${isCoHandler(id)})`);
  }

  /** What was urged: for whoever mediated or handles the case to see that it is done before the agreement is broken. */
  private urged(subject: Subject) {
    const { id } = subject;
    const mediated = sql<SqlBool>`m.mediator = ${id}`;
    const leads = sql<SqlBool>`b.handler = ${id}`;
    return this.models
      .of(caseBoard)
      .selectFrom('case_term as t')
      .innerJoin('case_board as b', 'b.case_id', 't.case_id')
      .innerJoin('case_mediation as m', 'm.mediation_id', 't.mediation_id')
      .select([
        ...CASE_COLUMNS,
        sql<string>`'performance'`.as('what'),
        sql<number>`min(t.due_at)`.as('due_at'),
        sql<number | null>`null`.as('ends_at'),
        sql<string>`'-'`.as('level'),
        sql<TaskItem['as']>`case when ${mediated} then 'MEDIATOR' else 'LEAD' end`.as('part'),
      ])
      .where('t.urged', '=', 1)
      .where('m.stage', '=', 'PERFORMING')
      .where(visible('task.list', subject))
      .where(sql<SqlBool>`(${mediated} or ${leads})`)
      .groupBy('t.mediation_id');
  }
}

const isCoHandler = (id: string) =>
  sql<SqlBool>`exists (select 1 from json_each(b.co_handlers) where json_each.value = ${id})`;

const tonightOf = (now: Instant): Instant => endOfDay(localDayOf(now));

/** On time is who acts at the due or before it (`docs/domain.md §2.6`). */
const whenOf = (due: Instant, now: Instant): TaskItem['when'] => {
  if (due < now) return 'NOW';
  return due <= tonightOf(now) ? 'TODAY' : 'LATER';
};
