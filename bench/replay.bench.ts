import { DatabaseSync } from '@photostructure/sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createUpcasters, SqliteEventStore, START } from '#event-store';
import { writeCountyLog } from './county-log.js';
import { compare, type Bench, type Side } from './harness.js';

const CASES = 6_000;
const PAGE = 1_000;
const REACH = 0.5;

/** One of the most frequent events has changed its schema, as will happen. */
const upcasters = createUpcasters([
  {
    type: 'FirstResponseRecorded',
    from: 1,
    upcast: ({ type, data }) => ({ type, data: { ...(data as object), lifted: true } }),
  },
]);

/** The whole log to a subscriber, again and again, as the port gives it: typed, upcast, in batches. */
const subscription = (store: SqliteEventStore, head: string): Side => ({
  slice: async (deadline) => {
    let events = 0;
    while (performance.now() < deadline) {
      const ending = new AbortController();
      for await (const batch of store.subscribe({ after: START, batchSize: PAGE }, ending.signal)) {
        events += batch.length;
        if (batch.at(-1)?.position === head || performance.now() >= deadline) break;
      }
      ending.abort();
    }
    return events;
  },
});

/** The same bytes read by nothing but SQLite and parsed by nothing but JSON: by position, arrays for rows. */
const bareReading = (db: InstanceType<typeof DatabaseSync>): Side => {
  const select = db.prepare(
    `SELECT position, stream, revision, type, occurred_at, recorded_at, metadata, data, hash
     FROM event WHERE position > ? ORDER BY position LIMIT ${PAGE}`,
    { returnArrays: true },
  );
  return {
    slice: async (deadline) => {
      let [events, kept] = [0, 0];
      for (let after = 0; performance.now() < deadline;) {
        const rows = select.all(after) as unknown as (number | string)[][];
        for (const row of rows) if (JSON.parse(row[6] as string) && JSON.parse(row[7] as string)) kept += 1;
        events += rows.length;
        after = rows.length < PAGE ? 0 : (rows.at(-1)![0] as number);
      }
      if (kept !== events) throw new Error('an event without data');
      return events;
    },
  };
};

/** Events a second to a subscriber that reads the whole log, against the bare reading of the same rows. */
export const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minqing-replay-'));
  try {
    await writeCountyLog(folder, CASES);
    const file = join(folder, 'log.db');
    const store = SqliteEventStore.open(file, { clock: { now: () => Date.now() }, upcasters });
    const db = new DatabaseSync(file, { readOnly: true });
    const head = await store.head();
    const row = await compare({
      clients: 1,
      ours: subscription(store, head),
      limit: bareReading(db),
      reach: REACH,
    });
    db.close();
    await store.close();
    return {
      name: 'replay',
      unit: 'events/s',
      rows: [{ ...row, counts: { 'events in the log': Number(head) } }],
      notes: ['limit: pages of 1,000 by position, rows as arrays, metadata and data parsed, stream by its number'],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
