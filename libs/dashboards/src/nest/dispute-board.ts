import { Injectable } from '@nestjs/common';
import { sql, type SqlBool } from 'kysely';
import type { Subject } from '#access/domain';
import { caseBoard } from '#cases/read';
import { keysetOf, pageOf } from '#http';
import type { Instant } from '#kernel';
import { Clock } from '#platform';
import type { RiskLevel, Tier } from '#policy';
import { ReadModels } from '#projections';
import { toIso } from '#working-time';
import type { DayOfLimit, DisputeItem, DisputesAnswer, Holder } from './boards.answers.js';
import { CadreNames } from './cadre-names.js';
import { CASE_COLUMNS, caseOnBoard, STAGE, visible } from './case-rows.js';
import { dayOfLimit } from './day-of-limit.js';
import { waitingFor } from './waiting-for.js';

export interface DisputesWanted {
  readonly township?: string;
  readonly tier?: Tier;
  readonly stage?: string;
  readonly risk?: RiskLevel;
  readonly limit: number;
  readonly cursor?: string;
}

const OVER = ['CLOSED', 'REJECTED', 'TRANSFERRED_OUT', 'WITHDRAWN', 'MERGED'];
/** After every instant. */
const NEVER = Number.MAX_SAFE_INTEGER;

/** Danger to people comes first (`docs/domain.md §4.4`). */
const DANGER = sql<number>`case b.risk when 'RED' then 0 when 'ORANGE' then 1 else 2 end`;
/** Then what is due first: a limit, a wait, a session. */
const FIRST_DUE = sql<number>`min(
  coalesce((select min(k.due_at) from case_clock k where k.case_id = b.case_id), ${sql.lit(NEVER)}),
  coalesce((select min(w.due_at) from case_wait w where w.case_id = b.case_id), ${sql.lit(NEVER)}),
  coalesce((select min(s.starts_at) from case_session s
    where b.mediating = 1 and s.case_id = b.case_id and s.mediation_id = b.mediation_id), ${sql.lit(NEVER)}))`;

/** Every dispute that is not over, the most urgent first (`docs/domain.md §7`, views of the centre). */
@Injectable()
export class DisputeBoard {
  constructor(
    private readonly models: ReadModels,
    private readonly clock: Clock,
    private readonly names: CadreNames,
  ) {}

  async read(wanted: DisputesWanted, subject: Subject): Promise<DisputesAnswer> {
    const now = this.clock.now();
    const { rows, next } = await this.page(wanted, subject);
    const details = await this.detailsOf(rows.map(({ case_id }) => case_id));
    const names = await this.names.of(rows.flatMap(({ handler, mediator }) => [handler ?? [], mediator ?? []].flat()));
    const holder = (id: string | null): Holder | null =>
      id === null ? null : { kind: 'CADRE', id, name: names.get(id) ?? null };
    const items = rows.map((row): DisputeItem => {
      const clocks = details.clocks.filter(({ case_id }) => case_id === row.case_id);
      const waits = details.waits.filter(({ case_id }) => case_id === row.case_id);
      const session = details.sessions.find(
        ({ mediation_id }) => row.mediating === 1 && mediation_id === row.mediation_id,
      );
      const awaited = waitingFor({
        suspended: row.suspended === 1,
        mediating: row.mediating === 1,
        mediator: row.mediator,
        waits: new Map(waits.map(({ step, due_at }) => [step, due_at])),
        owed: clocks.map(({ step, due_at }) => ({ step, dueAt: due_at })),
        ...(session && { nextSession: session.starts_at }),
      });
      const term = details.terms.find(
        ({ mediation_id }) => row.mediation_stage === 'PERFORMING' && mediation_id === row.mediation_id,
      );
      const overdue = clocks.filter(({ due_at }) => due_at < now);
      return {
        ...caseOnBoard(row),
        registeredAt: toIso(row.registered_at),
        handler: holder(row.handler),
        mediation:
          row.mediation_id === null || row.mediation_stage === null
            ? null
            : {
                mediationId: row.mediation_id,
                stage: row.mediation_stage,
                underWay: row.mediating === 1,
                mediator: holder(row.mediator),
              },
        tierBudget: days(row.budget_from, row.budget_due, row.suspended, now),
        resolveLimit: days(row.resolve_from, row.resolve_due, row.suspended, now),
        nextSession: session
          ? { startsAt: toIso(session.starts_at), endsAt: toIso(session.ends_at), form: session.form }
          : null,
        nextTerm: term ? { term: term.term, dueOn: term.due_on, urged: term.urged === 1 } : null,
        waitingFor: awaited && { what: awaited.what, until: awaited.until === null ? null : toIso(awaited.until) },
        overdue: overdue.map(({ step }) => step),
      };
    });
    return { asOf: toIso(now), items, ...(next !== undefined && { next }) };
  }

  private async page({ township, tier, stage, risk, limit, cursor }: DisputesWanted, subject: Subject) {
    const after = keysetOf(cursor, [0, 0, ''] as const);
    let query = this.models
      .of(caseBoard)
      .selectFrom('case_board as b')
      .leftJoin('case_mediation as m', 'm.mediation_id', 'b.mediation_id')
      .select([
        ...CASE_COLUMNS,
        ...(['b.suspended', 'b.mediating', 'b.mediation_id', 'b.handler', 'b.registered_at'] as const),
        ...(['b.budget_from', 'b.budget_due', 'b.resolve_from', 'b.resolve_due'] as const),
        'm.stage as mediation_stage',
        'm.mediator',
        DANGER.as('danger'),
        FIRST_DUE.as('first_due'),
      ])
      // as a range, so that the index serves; `.` is the character after `-`
      .where('b.type_code', '>=', 'DSP-')
      .where('b.type_code', '<', 'DSP.')
      .where('b.stage', 'not in', OVER)
      .where(visible('dispute.list', subject));
    if (township !== undefined) query = query.where('b.township', '=', township);
    if (tier !== undefined) query = query.where('b.tier', '=', tier);
    if (stage !== undefined) query = query.where(STAGE, '=', stage);
    if (risk !== undefined) query = query.where('b.risk', '=', risk);
    if (after) {
      const [danger, due, caseId] = after;
      query = query.where(sql<SqlBool>`(${DANGER}, ${FIRST_DUE}, b.case_id) > (${danger}, ${due}, ${caseId})`);
    }
    const rows = await query
      .orderBy('danger')
      .orderBy('first_due')
      .orderBy('b.case_id')
      .limit(limit + 1)
      .execute();
    const { items, next } = pageOf(rows, limit, ({ danger, first_due, case_id }) => [danger, first_due, case_id]);
    return { rows: items, next };
  }

  private async detailsOf(caseIds: readonly string[]) {
    const db = this.models.of(caseBoard);
    const [clocks, waits, sessions, terms] = await Promise.all([
      db.selectFrom('case_clock').selectAll().where('case_id', 'in', caseIds).orderBy('due_at').execute(),
      db.selectFrom('case_wait').selectAll().where('case_id', 'in', caseIds).execute(),
      db.selectFrom('case_session').selectAll().where('case_id', 'in', caseIds).orderBy('starts_at').execute(),
      db.selectFrom('case_term').selectAll().where('case_id', 'in', caseIds).orderBy('due_at').execute(),
    ]);
    return { clocks, waits, sessions, terms };
  }
}

const days = (from: Instant | null, due: Instant | null, suspended: number, now: Instant): DayOfLimit | null =>
  from === null || due === null
    ? null
    : { ...dayOfLimit(from, due, now), endsAt: toIso(due), paused: suspended === 1 && due >= now };
