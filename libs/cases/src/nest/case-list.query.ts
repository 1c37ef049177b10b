import { Injectable } from '@nestjs/common';
import { sql, type Expression, type SqlBool } from 'kysely';
import { scopeOf, scopeSql, type Action, type Subject } from '#access/domain';
import { keysetOf, pageOf, type Page } from '#http';
import { ReadModels, conditionOf } from '#projections';
import { Clock } from '#platform';
import { toIso } from '#working-time';
import { caseBoard, caseBoardScope, STAGE_OF_CASE } from '#cases/read';
import { StaffNames } from './staff-names.js';

export const CASE_VIEWS = ['mine', 'open', 'overdue', 'closed'] as const;
export type CaseView = (typeof CASE_VIEWS)[number];

const TERMINAL = ['CLOSED', 'REJECTED', 'TRANSFERRED_OUT', 'WITHDRAWN', 'MERGED'];
const NOT_MINE_ANY_MORE = [...TERMINAL, 'RESOLVED', 'COUNTY_REVIEW'];

export interface CaseListItem {
  readonly caseId: string;
  readonly caseNo: string;
  readonly typeCode: string;
  readonly stage: string;
  readonly tier: string;
  readonly round: number;
  readonly priority: string;
  readonly risk: string | null;
  readonly township: string;
  readonly village: string;
  readonly handler: string | null;
  readonly handlerName: string | null;
  readonly outcome: string | null;
  readonly registeredAt: string;
  /** The step that is due next, or the overdue one of the ladder. */
  readonly step: string | null;
  readonly dueAt: string | null;
  readonly overdue: boolean;
  readonly level: string | null;
}

/** Lists of cases by role: only what the asker may see, by the same predicate as a single case. */
@Injectable()
export class CaseList {
  constructor(
    private readonly models: ReadModels,
    private readonly clock: Clock,
    private readonly names: StaffNames,
  ) {}

  /** @param matching what else must hold of a query on `case_board as b` */
  async list(
    view: CaseView | 'all',
    subject: Subject,
    limit: number,
    cursor?: string,
    matching?: Expression<SqlBool>,
  ): Promise<Page<CaseListItem>> {
    const after = keysetOf(cursor, [0, '']);
    const now = this.clock.now();
    const order =
      view === 'open' || view === 'closed' || view === 'all' ? sql<number>`-b.registered_at` : sql<number>`k.due_at`;
    let query = this.models
      .of(caseBoard)
      .selectFrom('case_board as b')
      .leftJoin('case_clock as k', (join) => join.onRef('k.case_id', '=', 'b.case_id').on('k.step', '=', nextStep))
      .select([
        'b.case_id',
        'b.case_no',
        'b.type_code',
        sql<string>`${sql.raw(STAGE_OF_CASE)}`.as('stage'),
        'b.tier',
        'b.round',
        'b.priority',
        'b.risk',
        'b.township',
        'b.village',
        'b.handler',
        'b.outcome',
        'b.registered_at',
        'k.step',
        'k.due_at',
        'k.level',
        order.as('sort'),
      ])
      .where(visible('case.list', subject));
    if (view === 'mine')
      query = query.where('b.handler', '=', subject.id).where('b.stage', 'not in', NOT_MINE_ANY_MORE);
    if (view === 'open') query = query.where('b.stage', 'not in', TERMINAL);
    if (view === 'closed') query = query.where('b.stage', 'in', TERMINAL);
    if (view === 'overdue') query = query.where('k.due_at', '<', now);
    if (matching) query = query.where(matching);
    if (after) query = query.where(sql<SqlBool>`(${order}, b.case_id) > (${after[0]}, ${after[1]})`);
    const rows = await query
      .orderBy(order)
      .orderBy('b.case_id')
      .limit(limit + 1)
      .execute();
    const { items, next } = pageOf(rows, limit, (row) => [row.sort ?? 0, row.case_id]);
    const names = this.names.of(items.flatMap(({ handler }) => handler ?? []));
    return {
      items: items.map((row) => ({
        caseId: row.case_id,
        caseNo: row.case_no,
        typeCode: row.type_code,
        stage: row.stage,
        tier: row.tier,
        round: row.round,
        priority: row.priority,
        risk: row.risk,
        township: row.township,
        village: row.village,
        handler: row.handler,
        handlerName: (row.handler !== null && names[row.handler]?.name) || null,
        outcome: row.outcome,
        registeredAt: toIso(row.registered_at),
        step: row.step,
        dueAt: row.due_at === null ? null : toIso(row.due_at),
        overdue: row.due_at !== null && row.due_at < now,
        level: row.level,
      })),
      ...(next !== undefined && { next }),
    };
  }
}

/** The clock a row shows: the one that is due first; in the ladder the one that is overdue longest. */
const nextStep: Expression<string> = sql<string>`(select c.step from case_clock c where c.case_id = b.case_id order by c.due_at, c.step limit 1)`;

const visible = (action: Action, subject: Subject): Expression<SqlBool> =>
  conditionOf(scopeSql(scopeOf(action, subject), caseBoardScope));
