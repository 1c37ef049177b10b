import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { caseBoard } from '#cases/read';
import type { Instant } from '#kernel';
import { ReadModels } from '#projections';
import { countyFigures } from '../read/county-figures.projection.js';
import { isCounted, keyOf, type Counted, type Cut } from './figure-cut.js';

/** Good ones of all, in one group. */
export interface Count {
  readonly key: string;
  readonly good: number;
  readonly of: number;
}

export interface StepCount extends Count {
  readonly step: string;
}

/** Outcomes, which a small group does not tell. */
export interface OutcomeCount extends Count {
  /** Not ordinary: confidential or sealed. */
  readonly secret: number;
}

export interface MediationCount extends OutcomeCount {
  readonly village: number;
  readonly township: number;
}

const whose = (cadre: RawBuilder<string | null>): Counted => ({ of: 'c', cadre });
const LEADS = whose(sql`c.handler`);

/** What took the clock away: the first that came after its beginning. */
const ENDED_BY = sql`figure_step_end e on e.case_id = s.case_id and e.step in (s.step, '*') and e.revision = (
  select min(x.revision) from figure_step_end x
  where x.case_id = s.case_id and x.revision > s.since and x.step in (s.step, '*'))`;
const ON_TIME = sql`(e.done = s.step and e.ended_at <= s.due_at and e.missed = 0)`;
const LATE = sql`(e.case_id is null or e.missed = 1 or e.ended_at > s.due_at)`;

/** Counts figures from narrow rows by their indexes on instants; a period bounds what is read. */
@Injectable()
export class FigureCounts {
  constructor(private readonly models: ReadModels) {}

  /** M01: registered, without those that were merged into another. */
  intake(cut: Cut): Promise<Count[]> {
    return this.rows(sql`select ${keyOf(cut, LEADS)} as key, count(*) as good, count(*) as "of" from figure_case c
      where c.registered_at >= ${cut.from} and c.registered_at < ${cut.to} and c.merged = 0
      and ${isCounted(cut, LEADS)} group by 1`);
  }

  /** M02 by step: done by its due, of the clocks whose due lies in the period. */
  onTime(cut: Cut): Promise<StepCount[]> {
    const by = whose(sql`case when s.step in ('ack', 'respond', 'resolve')
      then coalesce(s.cadre, e.cadre, c.handler) end`);
    return this.rows(sql`select ${keyOf(cut, by)} as key, s.step, sum(${ON_TIME} is true) as good, count(*) as "of"
      from figure_step s join figure_case c on c.case_id = s.case_id left join ${ENDED_BY}
      where s.due_at >= ${cut.from} and s.due_at < ${cut.to} and s.paused = 0
      and (${LATE} or ${ON_TIME}) and ${isCounted(cut, by)} group by 1, 2`);
  }

  /** M03: overdue now. */
  stock(cut: Cut, now: Instant): Promise<{ key: string; level: 'E1' | 'E2' | 'E3'; of: number }[]> {
    const by: Counted = {
      of: 'b',
      cadre: sql`case when k.step in ('ack', 'respond', 'resolve') then b.handler end`,
    };
    return this.rows(
      sql`select ${keyOf(cut, by)} as key, case when k.level in ('E2', 'E3') then k.level else 'E1' end as level,
        count(*) as "of" from case_clock k join case_board b on b.case_id = k.case_id
        where k.due_at < ${now} and ${isCounted(cut, by)} group by 1, 2`,
      this.models.of(caseBoard),
    );
  }

  /** M04: natural minutes of every response in the period, by group and length. */
  responses(cut: Cut): Promise<{ key: string; minutes: number; claimed: number }[]> {
    const by = whose(sql`r.cadre`);
    return this.rows(sql`select ${keyOf(cut, by)} as key, r.claimed, (r.responded_at - (
        select a.acknowledged_at from figure_acknowledged a
        where a.case_id = r.case_id and a.revision < r.revision order by a.revision desc limit 1)) / 60000.0 as minutes
      from figure_response r join figure_case c on c.case_id = r.case_id
      where r.responded_at >= ${cut.from} and r.responded_at < ${cut.to} and ${isCounted(cut, by)}
      order by 1, minutes`);
  }

  /** M05: resolved before the period ends, of those accepted in it; one that was merged is resolved as the other. */
  resolved(cut: Cut): Promise<Count[]> {
    return this.rows(sql`select ${keyOf(cut, LEADS)} as key, count(*) as "of",
        sum(c.resolved_at is not null and c.resolved_at < ${cut.to}) as good from figure_case c
      where c.accepted_at >= ${cut.from} and c.accepted_at < ${cut.to} and c.merged = 0
      and ${isCounted(cut, LEADS)} group by 1`);
  }

  /** M06 and M08: how the last mediation of a case ended, where that was at its last tier. */
  mediations(cut: Cut): Promise<MediationCount[]> {
    const agreed = sql`c.mediation_outcome = 'AGREED'`;
    return this.rows(sql`select ${keyOf(cut, LEADS)} as key, count(*) as "of", sum(${agreed}) as good,
        sum(${agreed} and c.tier = 'V') as village, sum(${agreed} and c.tier in ('V', 'T')) as township,
        sum(c.confidentiality <> 'N') as secret from figure_case c
      where c.mediated_at >= ${cut.from} and c.mediated_at < ${cut.to} and c.mediation_tier = c.tier
      and c.mediation_outcome in ('AGREED', 'FAILED', 'TERMINATED') and c.merged = 0 and c.transferred = 0
      and ${isCounted(cut, LEADS)} group by 1`);
  }

  /** M07: fulfilled, of the agreements that were fulfilled or broken in the period. */
  performed(cut: Cut): Promise<OutcomeCount[]> {
    return this.agreements(cut, sql`a.outcome_at`, sql`a.outcome = 'FULFILLED'`);
  }

  /** M12: confirmed by the court, of the written agreements whose time to ask it ended in the period. */
  confirmed(cut: Cut): Promise<OutcomeCount[]> {
    return this.agreements(cut, sql`a.window_until`, sql`a.confirmed`);
  }

  /** @param at when what is counted of an agreement was settled */
  private agreements(cut: Cut, at: RawBuilder<unknown>, good: RawBuilder<unknown>): Promise<OutcomeCount[]> {
    return this.rows(sql`select ${keyOf(cut, LEADS)} as key, count(*) as "of", sum(${good}) as good,
        sum(c.confidentiality <> 'N') as secret
      from figure_agreement a join figure_case c on c.case_id = a.case_id
      where ${at} >= ${cut.from} and ${at} < ${cut.to} and ${isCounted(cut, LEADS)} group by 1`);
  }

  /** M20: paperwork brought to its end in the period, and how much of it within its limit. */
  agency(cut: Cut): Promise<Count[]> {
    const by = whose(sql`coalesce(c.resolver, c.handler)`);
    return this.rows(sql`select ${keyOf(cut, by)} as key, count(*) as "of",
        sum(exists (select 1 from figure_step s join ${ENDED_BY}
          where s.case_id = c.case_id and s.step = 'resolve' and s.round = 1 and ${ON_TIME})) as good
      from figure_case c
      where c.resolved_at >= ${cut.from} and c.resolved_at < ${cut.to} and c.type_code like 'AGY-%'
      and ${isCounted(cut, by)} group by 1`);
  }

  /** M20: what residents were saved in the period, in fen, and by how many matters. */
  savings(cut: Cut): Promise<{ key: string; fen: number; of: number }[]> {
    const by = whose(sql`coalesce(c.resolver, c.handler)`);
    return this.rows(sql`select ${keyOf(cut, by)} as key, sum(v.saving) as fen, count(*) as "of"
      from figure_saving v join figure_case c on c.case_id = v.case_id
      where v.recorded_at >= ${cut.from} and v.recorded_at < ${cut.to} and ${isCounted(cut, by)} group by 1`);
  }

  /** M21: solved or agreed, of the cases closed in the period. */
  solved(cut: Cut): Promise<OutcomeCount[]> {
    return this.rows(sql`select ${keyOf(cut, LEADS)} as key, count(*) as "of",
        sum(c.outcome in ('SOLVED', 'AGREED')) as good, sum(c.confidentiality <> 'N') as secret from figure_case c
      where c.closed_at >= ${cut.from} and c.closed_at < ${cut.to} and ${isCounted(cut, LEADS)} group by 1`);
  }

  /** M09: the lowest rating of the last round that was rated, where that was said in the period. */
  ratings(cut: Cut, dissatisfiedUpTo: number): Promise<OutcomeCount[]> {
    const by = whose(sql`coalesce(c.resolver, c.handler)`);
    return this.rows(sql`with last as (
        select w.case_id, min(w.rating) as rating, max(w.said_at) as said_at from figure_word w
        where w.case_id in (select t.case_id from figure_word t where t.said_at >= ${cut.from} and t.said_at < ${cut.to})
        and w.round = (select max(l.round) from figure_word l where l.case_id = w.case_id) group by w.case_id)
      select ${keyOf(cut, by)} as key, count(*) as "of", sum(last.rating > ${dissatisfiedUpTo}) as good,
        sum(c.confidentiality <> 'N') as secret from last join figure_case c on c.case_id = last.case_id
      where last.said_at >= ${cut.from} and last.said_at < ${cut.to} and ${isCounted(cut, by)} group by 1`);
  }

  /** M10: somebody answered, of the reviews whose due lies in the period. */
  coverage(cut: Cut): Promise<Count[]> {
    const by = whose(sql`coalesce(c.resolver, c.handler)`);
    return this.rows(sql`select ${keyOf(cut, by)} as key, count(*) as "of",
        sum(exists (select 1 from figure_word w
          where w.case_id = s.case_id and w.round = s.round and w.party = '')) as good
      from figure_step s join figure_case c on c.case_id = s.case_id
      where s.step = 'review' and s.due_at >= ${cut.from} and s.due_at < ${cut.to} and s.paused = 0
      and ${isCounted(cut, by)} group by 1`);
  }

  private async rows<Row>(
    query: RawBuilder<unknown>,
    db: Parameters<RawBuilder<unknown>['execute']>[0] = this.models.of(countyFigures),
  ): Promise<Row[]> {
    const { rows } = await query.execute(db);
    return rows as Row[];
  }
}
