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
  readonly reopened: number;
  readonly figures: Figures;
}

const PAGE = 1_000;

export const happened = async (folder: string, lives: readonly Life[], now: number): Promise<Happened> => {
  const seen = lives.flatMap((life) => (life.seen ? [life.seen] : []));
  const closed = seen
    .filter(({ stage }) => stage === 'CLOSED')
    .flatMap(({ timeline }) => timeline.findLast(({ type }) => type === 'CaseClosed') ?? []);
  return {
    registered: seen.length,
    stages: counted(seen.map(({ stage }) => stage)),
    outcomes: counted(closed.map(({ data }) => String(data['outcome']))),
    reopened: seen.filter(({ round }) => round > 1).length,
    figures: await figuresOf(folder, now),
  };
};

/** Of the whole log, as the specification counts them. */
const figuresOf = async (folder: string, now: number): Promise<Figures> => {
  const log = SqliteEventStore.open(join(folder, 'log.db'), { clock: new SystemClock() });
  try {
    const fold = new FiguresFold(CURRENT_POLICY.review.dissatisfiedUpTo);
    for (let after = ''; ;) {
      const page = await log.readAll(after, PAGE);
      for (const { stream, event } of page) fold.apply(stream, event);
      const last = page.at(-1);
      if (!last) return fold.at(now);
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
