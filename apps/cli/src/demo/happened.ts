import { join } from 'node:path';
import { SqliteEventStore } from '#event-store';
import { CURRENT_POLICY } from '#policy';
import { SystemClock } from '#platform';
import { FiguresFold, type Figures } from '#simulation';
import type { Life } from './life.js';

/** What came of all matters, each number with what it is out of. */
export interface Happened {
  readonly registered: number;
  /** Cases by where they stand now. */
  readonly stages: ReadonlyMap<string, number>;
  /** Closed cases by outcome. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** Mediations that are over, by how they ended; of one case there may be several. */
  readonly mediations: ReadonlyMap<string, number>;
  /** Written and oral. */
  readonly agreements: ReadonlyMap<string, number>;
  /** Cases that took another way than the straight one, by what happened; one case may take several. */
  readonly turns: ReadonlyMap<string, number>;
  readonly figures: Figures;
}

const PAGE = 1_000;
const TURNS = [
  ...['TierRaised', 'CaseSuspended', 'CaseMerged', 'MergeUndone', 'FollowUpCaseOpened'],
  ...['CaseReopened', 'CountyReviewOpened'],
];
const AGREEMENTS: Readonly<Record<string, string>> = { OralAgreementReached: 'ORAL', AgreementEffective: 'WRITTEN' };

export const happened = async (folder: string, lives: readonly Life[], now: number): Promise<Happened> => {
  const seen = lives.flatMap((life) => (life.seen ? [life.seen] : []));
  const closed = seen
    .filter(({ stage }) => stage === 'CLOSED')
    .flatMap(({ timeline }) => timeline.findLast(({ type }) => type === 'CaseClosed') ?? []);
  const data = (wanted: string) =>
    seen.flatMap(({ timeline }) => timeline.filter(({ type }) => type === wanted).map((event) => event.data));
  return {
    registered: seen.length,
    stages: counted(seen.map(({ stage }) => stage)),
    outcomes: counted(closed.map(({ data }) => String(data['outcome']))),
    mediations: counted(data('MediationConcluded').map(({ outcome }) => String(outcome))),
    turns: counted(seen.flatMap(({ timeline }) => TURNS.filter((turn) => timeline.some(({ type }) => type === turn)))),
    ...(await ofTheLog(folder, now)),
  };
};

/** Of the whole log, as the specification counts them. */
const ofTheLog = async (folder: string, now: number): Promise<Pick<Happened, 'figures' | 'agreements'>> => {
  const log = SqliteEventStore.open(join(folder, 'log.db'), { clock: new SystemClock() });
  try {
    const fold = new FiguresFold(CURRENT_POLICY.review.dissatisfiedUpTo);
    const agreed: string[] = [];
    for (let after = ''; ;) {
      const page = await log.readAll(after, PAGE);
      for (const { stream, event } of page) {
        fold.apply(stream, event);
        agreed.push(...[AGREEMENTS[event.type] ?? []].flat());
      }
      const last = page.at(-1);
      if (!last) return { figures: fold.at(now), agreements: counted(agreed) };
      after = last.position;
    }
  } finally {
    await log.close();
  }
};

const counted = (words: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].sort(([, one], [, other]) => other - one));
};
