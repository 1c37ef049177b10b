import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Subject } from '#access/domain';
import { caseBoard } from '#cases/read';
import { keysetOf, pageOf } from '#http';
import type { Instant } from '#kernel';
import { Clock } from '#platform';
import { ReadModels } from '#projections';
import { toIso } from '#working-time';
import type { Holder, OverdueAnswer, OverdueCounts, OverdueGroup, OverdueItem } from './boards.answers.js';
import { CadreNames } from './cadre-names.js';
import { CASE_COLUMNS, caseOnBoard, CENTRE, visible } from './case-rows.js';

export const OVERDUE_LEVELS = ['E1', 'E2', 'E3'] as const;
export type OverdueLevel = (typeof OVERDUE_LEVELS)[number];
export const OVERDUE_GROUPINGS = ['level', 'township', 'village', 'holder'] as const;
export type OverdueGrouping = (typeof OVERDUE_GROUPINGS)[number];

export interface OverdueWanted {
  readonly by: OverdueGrouping;
  readonly level?: OverdueLevel;
  readonly township?: string;
  readonly village?: string;
  readonly holder?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** More than the villages of a county. */
const MOST_GROUPS = 400;
const MINUTE = 60_000;

/** A step past its due stands at E1 by that alone, though nobody may have been reminded yet. */
const LEVEL = sql<OverdueLevel>`case when k.level in ('E2', 'E3') then k.level else 'E1' end`;

/** Steps without a handler are their head's (`docs/domain.md §5.1`): the centre's, or the county's where it decides. */
const HOLDER = sql<string>`case
  when k.step = 'countyReview' then b.county_centre
  when k.step in ('ack', 'respond', 'resolve') then coalesce(b.handler, ${CENTRE})
  else ${CENTRE} end`;
const IS_CADRE = sql<number>`k.step in ('ack', 'respond', 'resolve') and b.handler is not null`;

const GROUPED: Readonly<Record<OverdueGrouping, RawBuilder<string>>> = {
  level: LEVEL,
  township: sql`b.township`,
  village: sql`b.village`,
  holder: HOLDER,
};

interface CountRow {
  readonly key: string;
  readonly is_cadre: number;
  readonly E1: number;
  readonly E2: number;
  readonly E3: number;
  readonly total: number;
}

/** M03, open steps past their due (`docs/domain.md §7`): counted by group, and one by one. */
@Injectable()
export class OverdueBoard {
  constructor(
    private readonly models: ReadModels,
    private readonly clock: Clock,
    private readonly names: CadreNames,
  ) {}

  async read(wanted: OverdueWanted, subject: Subject): Promise<OverdueAnswer> {
    const now = this.clock.now();
    const counted = await this.counted(wanted, subject, now);
    const { rows, next } = await this.listed(wanted, subject, now);
    const listedGroups = counted.slice(0, MOST_GROUPS);
    const cadres = [
      ...rows.flatMap(({ holder, is_cadre }) => (is_cadre ? [holder] : [])),
      ...(wanted.by === 'holder' ? listedGroups.flatMap(({ key, is_cadre }) => (is_cadre ? [key] : [])) : []),
    ];
    const names = await this.names.of(cadres);
    const holderOf = (id: string, isCadre: number): Holder =>
      isCadre ? { kind: 'CADRE', id, name: names.get(id) ?? null } : { kind: 'UNIT', id, name: null };
    return {
      asOf: toIso(now),
      total: counted.reduce(added, NONE),
      groups: listedGroups.map(({ key, is_cadre, E1, E2, E3, total }): OverdueGroup => ({
        ...{ key, E1, E2, E3, total },
        ...(wanted.by === 'holder' && { holder: holderOf(key, is_cadre) }),
      })),
      groupsLeftOut: counted.length - listedGroups.length,
      items: rows.map((row) => ({
        ...caseOnBoard(row),
        step: row.step,
        attempt: row.attempt,
        dueAt: toIso(row.due_at),
        overdueMinutes: Math.floor((now - row.due_at) / MINUTE),
        level: row.level,
        holder: holderOf(row.holder, row.is_cadre),
        orders: row.may_order === 1 ? ordersOf(row.handler) : [],
      })),
      ...(next !== undefined && { next }),
    };
  }

  private counted({ by, ...wanted }: OverdueWanted, subject: Subject, now: Instant): Promise<CountRow[]> {
    const at = (level: OverdueLevel) => sql<number>`sum(${LEVEL} = ${level})`;
    return this.overdue(wanted, subject, now)
      .select([
        GROUPED[by].as('key'),
        (by === 'holder' ? IS_CADRE : sql<number>`0`).as('is_cadre'),
        at('E1').as('E1'),
        at('E2').as('E2'),
        at('E3').as('E3'),
        sql<number>`count(*)`.as('total'),
      ])
      .groupBy(['key', 'is_cadre'])
      .orderBy('total', 'desc')
      .orderBy('key')
      .execute();
  }

  private async listed({ limit, cursor, ...wanted }: OverdueWanted, subject: Subject, now: Instant) {
    const after = keysetOf(cursor, [0, '', '']);
    let query = this.overdue(wanted, subject, now).select([
      ...CASE_COLUMNS,
      'k.step',
      'k.attempt',
      'k.due_at',
      LEVEL.as('level'),
      HOLDER.as('holder'),
      IS_CADRE.as('is_cadre'),
      'b.handler',
      sql<number>`(${LEVEL} = 'E2' and ${visible('case.escalation-action', subject)})`.as('may_order'),
    ]);
    if (after) {
      const [due, caseId, step] = after;
      query = query.where(sql<boolean>`(k.due_at, k.case_id, k.step) > (${due}, ${caseId}, ${step})`);
    }
    const rows = await query
      .orderBy('k.due_at')
      .orderBy('k.case_id')
      .orderBy('k.step')
      .limit(limit + 1)
      .execute();
    const { items, next } = pageOf(rows, limit, ({ due_at, case_id, step }) => [due_at, case_id, step]);
    return { rows: items, next };
  }

  private overdue({ level, township, village, holder }: Filter, subject: Subject, now: Instant) {
    let query = this.models
      .of(caseBoard)
      .selectFrom('case_clock as k')
      .innerJoin('case_board as b', 'b.case_id', 'k.case_id')
      .where('k.due_at', '<', now)
      .where(visible('overdue.list', subject));
    if (level !== undefined) query = query.where(LEVEL, '=', level);
    if (township !== undefined) query = query.where('b.township', '=', township);
    if (village !== undefined) query = query.where('b.village', '=', village);
    if (holder !== undefined) query = query.where(HOLDER, '=', holder);
    return query;
  }
}

/** The four of E2; where nobody has the case there is nobody to take it from (`docs/domain.md §5.1`). */
const ordersOf = (handler: string | null): OverdueItem['orders'] => [
  ...(handler === null ? [] : (['REASSIGN'] as const)),
  ...(['ORDER', 'EXTEND', 'ACCEPT_REASON'] as const),
];

type Filter = Pick<OverdueWanted, 'level' | 'township' | 'village' | 'holder'>;

const NONE: OverdueCounts = { E1: 0, E2: 0, E3: 0, total: 0 };
const added = (sum: OverdueCounts, { E1, E2, E3, total }: OverdueCounts): OverdueCounts => ({
  E1: sum.E1 + E1,
  E2: sum.E2 + E2,
  E3: sum.E3 + E3,
  total: sum.total + total,
});
