import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { caseBoard } from '#cases/read';
import type { Instant } from '#kernel';
import { CURRENT_POLICY, type RiskLevel } from '#policy';
import { ReadModels } from '#projections';
import { countyFigures } from '../read/county-figures.projection.js';
import { medianOf } from './distribution.js';
import { isCounted, keyOf, type Counted, type Cut } from './figure-cut.js';
import type { EscalationFigure, HotSpot, LoadFigure, RiskFigure } from './figures.answers.js';
import { share } from './share.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const OVER = sql`('CLOSED', 'REJECTED', 'TRANSFERRED_OUT', 'WITHDRAWN', 'MERGED')`;
const AT_WORK = sql`('ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS')`;
const COLOURS: readonly RiskLevel[] = ['RED', 'ORANGE', 'YELLOW', 'BLUE'];

interface Keyed {
  readonly key: string;
}

/** How things stand: dangers, loads, hot spots, what went up (`docs/domain.md §7`: M22, M26, M27, M28). */
@Injectable()
export class StandingCounts {
  constructor(private readonly models: ReadModels) {}

  /** M22, now: open cases by colour, days since somebody looked at the danger last, looks that were missed. */
  async risks(cut: Cut, now: Instant): Promise<ReadonlyMap<string, RiskFigure[]>> {
    const by: Counted = { of: 'b', cadre: sql`b.handler` };
    const rows = await this.board<
      Keyed & {
        level: RiskLevel;
        open: number;
        checked: number;
        mean: number | null;
        longest: number | null;
        missed: number;
      }
    >(sql`select ${keyOf(cut, by)} as key, b.risk as level, count(*) as open, count(b.checked_at) as checked,
        avg(${now} - b.checked_at) as mean, max(${now} - b.checked_at) as longest, sum(b.checks_missed) as missed
      from case_board b where b.risk is not null and b.stage not in ${OVER} and ${isCounted(cut, by)} group by 1, 2`);
    return grouped(rows, (own) =>
      COLOURS.flatMap((colour): RiskFigure[] => {
        const row = own.find(({ level }) => level === colour);
        if (!row) return [];
        const { open, checked, mean, longest, missed } = row;
        return [
          {
            ...{ level: colour, open, missed, coverage: share(checked, open) },
            meanDaysSinceCheck: mean === null ? null : mean / DAY,
            longestDaysSinceCheck: longest === null ? null : longest / DAY,
          },
        ];
      }),
    );
  }

  /** M26, now: the heaviest of the loads of those who lead open cases, by their median. */
  async loads(cut: Cut): Promise<ReadonlyMap<string, LoadFigure>> {
    const by: Counted = { of: 'b', cadre: sql`b.handler` };
    const weight = sql.join(
      Object.entries(CURRENT_POLICY.assignment.caseWeight).map(([priority, n]) => sql`when ${priority} then ${n}`),
      sql` `,
    );
    const rows = await this.board<Keyed & { load: number }>(sql`select ${keyOf(cut, by)} as key, b.handler,
        sum(case b.priority ${weight} else 0 end) as load
      from case_board b where b.handler is not null and b.stage in ${AT_WORK} and ${isCounted(cut, by)}
      group by 1, 2 order by 1, load`);
    return grouped(rows, (own) => {
      const loads = own.map(({ load }) => load);
      const [max, median] = [loads.at(-1) ?? null, medianOf(loads) ?? null];
      return { max, median, value: max === null || median === null ? null : max / median, of: loads.length };
    });
  }

  /** M27, at the end of the period: one type in one village, of which there are suddenly many. */
  async hotSpots(cut: Cut): Promise<ReadonlyMap<string, { readonly spots: HotSpot[]; readonly pairs: number }>> {
    const { days, baseDays, atLeast, timesMean } = CURRENT_POLICY.figures.hotSpot;
    const by: Counted = { of: 'c', cadre: sql`c.handler` };
    const since = cut.to - days * DAY;
    const rows = await this.figures<Keyed & { village: string; type: string; recent: number; base: number }>(
      sql`select ${keyOf(cut, by)} as key, c.village, c.type_code as type, count(*) as base,
          sum(c.registered_at >= ${since}) as recent
        from figure_case c where c.registered_at >= ${cut.to - baseDays * DAY} and c.registered_at < ${cut.to}
        and c.merged = 0 and ${isCounted(cut, by)} group by 1, 2, 3 order by recent desc, c.village, c.type_code`,
    );
    return grouped(rows, (own) => ({
      pairs: own.length,
      spots: own.flatMap(({ village, type, recent, base }): HotSpot[] => {
        const mean = (base * days) / baseDays;
        return recent >= atLeast && recent >= timesMean * mean ? [{ village, type, count: recent, mean }] : [];
      }),
    }));
  }

  /** M28: what was reminded or went up in the period, and how long it took until the step was over. */
  async escalations(cut: Cut): Promise<ReadonlyMap<string, EscalationFigure>> {
    const by: Counted = { of: 'c', cadre: sql`case when r.step in ('ack', 'respond', 'resolve') then c.handler end` };
    const rows = await this.figures<
      Keyed & { level: 'E1' | 'E2' | 'E3'; fired: number; cleared: number; took: number | null }
    >(
      sql`select key, level, count(*) as fired, count(cleared_at) as cleared, sum(cleared_at - fired_at) as took from (
          select ${keyOf(cut, by)} as key, r.level, r.fired_at, (
            select e.ended_at from figure_step_end e
            where e.case_id = r.case_id and e.revision > r.revision and e.step in (r.step, '*')
            order by e.revision limit 1) as cleared_at
          from figure_rung r join figure_case c on c.case_id = r.case_id
          where r.fired_at >= ${cut.from} and r.fired_at < ${cut.to} and ${isCounted(cut, by)})
        group by 1, 2`,
    );
    return grouped(rows, (own) => {
      const fired = (wanted: string) => own.find(({ level }) => level === wanted)?.fired ?? 0;
      const sum = (field: 'fired' | 'cleared' | 'took') => own.reduce((all, row) => all + (row[field] ?? 0), 0);
      const cleared = sum('cleared');
      return {
        ...{ E1: fired('E1'), E2: fired('E2'), E3: fired('E3') },
        meanHoursToClear: cleared === 0 ? null : sum('took') / cleared / HOUR,
        cleared: share(cleared, sum('fired')),
      };
    });
  }

  private async board<Row>(query: RawBuilder<unknown>): Promise<Row[]> {
    return (await query.execute(this.models.of(caseBoard))).rows as Row[];
  }

  private async figures<Row>(query: RawBuilder<unknown>): Promise<Row[]> {
    return (await query.execute(this.models.of(countyFigures))).rows as Row[];
  }
}

const grouped = <Row extends Keyed, Figure>(
  rows: readonly Row[],
  figureOf: (own: readonly Row[]) => Figure,
): ReadonlyMap<string, Figure> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.key, [...(groups.get(row.key) ?? []), row]);
  return new Map([...groups].map(([key, own]) => [key, figureOf(own)]));
};
