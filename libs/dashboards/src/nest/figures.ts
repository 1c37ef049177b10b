import { Injectable } from '@nestjs/common';
import { requireMay, type Subject } from '#access/domain';
import { EventStore } from '#event-store';
import { reject, type Instant } from '#kernel';
import { Clock } from '#platform';
import { CURRENT_POLICY } from '#policy';
import { ReadModels } from '#projections';
import { addDays, localDayOf, startOfDay, toIso } from '#working-time';
import { caseBoard } from '#cases/read';
import { countyFigures } from '../read/county-figures.projection.js';
import { medianOf, percentileOf } from './distribution.js';
import { FigureCounts } from './figure-counts.js';
import { countsSealed, isNarrow, type Cut } from './figure-cut.js';
import type { FiguresAnswer, FiguresOfGroup, HotSpot, LagFigure, ShareFigure } from './figures.answers.js';
import type { FiguresQuery } from './figures.requests.js';
import { share, withheld } from './share.js';
import { StandingCounts } from './standing-counts.js';

/** Three years: what a yearly review and the two before it ask for. */
const MOST_DAYS = 1_100;
const DAY = 86_400_000;

/** M01–M10, M12, M20–M22, M26–M28 and M30 of a period, cut as asked (`docs/domain.md §7`). */
@Injectable()
export class Figures {
  constructor(
    private readonly models: ReadModels,
    private readonly counts: FigureCounts,
    private readonly standing: StandingCounts,
    private readonly events: EventStore,
    private readonly clock: Clock,
  ) {}

  /** @throws CommandRejected `PERIOD_INVALID`, `NOT_FOUND` for a part of the county that is not the asker's */
  async read(query: FiguresQuery, subject: Subject): Promise<FiguresAnswer> {
    const now = this.clock.now();
    const cut = cutOf(query, subject, now);
    requireMay('figures.read', subject, { path: cut.within }, 'figures.read');
    const groups = await this.groups(cut, now);
    return {
      asOf: toIso(now),
      from: toIso(cut.from),
      to: toIso(cut.to),
      within: cut.within,
      by: cut.by,
      sealed: countsSealed(cut) ? 'COUNTED' : 'LEFT_OUT',
      groups,
      M30: await this.lag(now),
    };
  }

  private async groups(cut: Cut, now: Instant): Promise<FiguresOfGroup[]> {
    const { dissatisfiedUpTo, totalsFrom } = CURRENT_POLICY.review;
    const intake = await this.counts.intake(cut);
    const onTime = await this.counts.onTime(cut);
    const stock = await this.counts.stock(cut, now);
    const responses = await this.counts.responses(cut);
    const resolved = await this.counts.resolved(cut);
    const mediations = await this.counts.mediations(cut);
    const performed = await this.counts.performed(cut);
    const confirmed = await this.counts.confirmed(cut);
    const ratings = await this.counts.ratings(cut, dissatisfiedUpTo);
    const agency = await this.counts.agency(cut);
    const savings = await this.counts.savings(cut);
    const solved = await this.counts.solved(cut);
    const coverage = await this.counts.coverage(cut);
    const risks = await this.standing.risks(cut, now);
    const loads = await this.standing.loads(cut);
    const hotSpots = await this.standing.hotSpots(cut);
    const escalations = await this.standing.escalations(cut);
    const outcomes = [mediations, performed, confirmed, ratings, solved];
    const all = [intake, onTime, stock, responses, resolved, coverage, agency, savings, ...outcomes];
    const keys = new Set([...(cut.by === 'county' ? [cut.within] : []), ...all.flat().map(({ key }) => key)]);
    for (const keyed of [risks, loads, escalations]) for (const key of keyed.keys()) keys.add(key);
    for (const [key, { spots }] of hotSpots) if (spots.length > 0) keys.add(key);
    const narrow = isNarrow(cut);
    const few = (of: number): boolean => of > 0 && of < totalsFrom;
    return [...keys].sort().map((key): FiguresOfGroup => {
      const own = <Row extends { readonly key: string }>(rows: readonly Row[]) => rows.filter((row) => row.key === key);
      const minutes = own(responses).map((response) => response.minutes);
      const claimed = own(responses).filter((response) => response.claimed === 1).length;
      const levels = own(stock);
      const level = (wanted: string) => levels.find((one) => one.level === wanted)?.of ?? 0;
      const [mediated = NO_MEDIATION] = own(mediations);
      const [rated = NOTHING] = own(ratings);
      const [kept = NOTHING] = own(performed);
      const [granted = NOTHING] = own(confirmed);
      const [saved] = own(savings);
      const [settled = NOTHING] = own(solved);
      const outcome = (good: number, of: number, secret: number): ShareFigure =>
        narrow && secret > 0 && few(of) ? withheld(totalsFrom) : share(good, of);
      const tells = narrow && (rated.secret > 0 || cut.by === 'cadre' || cut.cadre !== undefined);
      return {
        key,
        coverage: shareOf(own(coverage)),
        M01: own(intake)[0]?.of ?? 0,
        M02: own(onTime).map(({ step, good, of }) => ({ step, ...share(good, of) })),
        M03: { E1: level('E1'), E2: level('E2'), E3: level('E3'), total: levels.reduce((sum, { of }) => sum + of, 0) },
        M04: {
          median: medianOf(minutes) ?? null,
          p90: percentileOf(minutes, 0.9) ?? null,
          of: minutes.length,
          claimed: share(claimed, minutes.length),
        },
        M05: shareOf(own(resolved)),
        M06: outcome(mediated.good, mediated.of, mediated.secret),
        M07: outcome(kept.good, kept.of, kept.secret),
        M08: {
          village: outcome(mediated.village, mediated.good, mediated.secret),
          township: outcome(mediated.township, mediated.good, mediated.secret),
        },
        M09: tells && few(rated.of) ? withheld(totalsFrom) : share(rated.good, rated.of),
        M12: outcome(granted.good, granted.of, granted.secret),
        M20: { onTime: shareOf(own(agency)), savingFen: saved?.fen ?? 0, savedBy: saved?.of ?? 0 },
        M21: outcome(settled.good, settled.of, settled.secret),
        M22: risks.get(key) ?? [],
        M26: loads.get(key) ?? { max: null, median: null, value: null, of: 0 },
        M27: hotOf(hotSpots.get(key)),
        M28: escalations.get(key) ?? { E1: 0, E2: 0, E3: 0, meanHoursToClear: null, cleared: share(0, 0) },
      };
    });
  }

  private async lag(now: Instant): Promise<LagFigure[]> {
    const head = await this.events.head();
    const rows = await this.models.database.reader
      .selectFrom('checkpoints')
      .select(['projection', 'position', 'recorded_at'])
      .where('projection', 'in', [countyFigures.name, caseBoard.name])
      .orderBy('projection')
      .execute();
    return rows.map(({ projection, position, recorded_at }) => ({
      projection,
      lagMs: position < head ? Math.max(0, now - (recorded_at ?? 0)) : 0,
    }));
  }
}

const hotOf = ({ spots, pairs }: { readonly spots: HotSpot[]; readonly pairs: number } = { spots: [], pairs: 0 }) => ({
  spots,
  share: share(spots.length, pairs),
});

const NOTHING = { good: 0, of: 0, secret: 0 };
const NO_MEDIATION = { ...NOTHING, village: 0, township: 0 };
const shareOf = ([count]: readonly { readonly good: number; readonly of: number }[]): ShareFigure =>
  share(count?.good ?? 0, count?.of ?? 0);

/** What is due later than now is neither on time nor late: a period ends now at the latest. */
const cutOf = ({ from, to, by, within, type, cadre }: FiguresQuery, { path }: Subject, now: Instant): Cut => {
  const today = localDayOf(now);
  const begins = startOfDay(from ?? `${today.slice(0, 7)}-01`);
  const ends = startOfDay(to ?? addDays(today, 1));
  if (ends <= begins || ends - begins > MOST_DAYS * DAY) reject('PERIOD_INVALID', { field: 'to', days: MOST_DAYS });
  return {
    ...{ by, within: within ?? path, from: begins, to: Math.min(ends, now) },
    ...(type !== undefined && { type }),
    ...(cadre !== undefined && { cadre }),
  };
};
