import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteLogReader } from '#event-store';
import {
  openSqliteShadow,
  ProjectionRunner,
  ReadModels,
  rebuild,
  type RebuildProgress,
  type Rebuilt,
} from '#projections';
import { buildAsideFrom } from '../apps/projector/src/build-aside.js';
import { PROJECTIONS } from '../apps/projector/src/projections.js';
import { lifecycle, openCounty } from './county.js';
import { writeCountyLog } from './county-log.js';
import { clientsDoing, compare, type Bench, type Row, type Side } from './harness.js';
import { bareRebuild, writingsOf } from './rebuild.bare.js';

const CASES = 6_000;
/** As `rebuild` reads. */
const PAGE = 4_000;
const REACH = 0.6;
const WRITERS_KEEP = 0.7;
const WRITERS = 32;
const NAMES = PROJECTIONS.map(({ name }) => name);

const requireSwapped = (built: readonly Rebuilt[]): void => {
  const wrong = built.find((one) => one.outcome !== 'swapped' || !one.equal);
  if (wrong ?? built.length < PROJECTIONS.length) throw new Error(`not rebuilt: ${JSON.stringify(built)}`);
};

const whole = async (log: SqliteLogReader, file: string, report?: (progress: RebuildProgress) => void) => {
  const shadow = await openSqliteShadow(file);
  const built = await rebuild({
    store: log,
    shadow,
    projections: PROJECTIONS,
    now: () => 0,
    ...(report && { report }),
  });
  requireSwapped(built);
};

/** One thing again and again until the time is over; it says how many events it was. */
const repeatedly =
  (once: () => Promise<number>): Side['slice'] =>
  async (deadline) => {
    let events = 0;
    do events += await once();
    while (performance.now() < deadline);
    return events;
  };

const speed = async (folder: string): Promise<Row[]> => {
  const [file, logFile] = [join(folder, 'read.db'), join(folder, 'log.db')];
  const log = new SqliteLogReader(logFile);
  const pages = await writingsOf(log, PROJECTIONS, PAGE);
  const bare = bareRebuild(logFile, join(folder, 'bare.db'), PROJECTIONS, pages, PAGE);
  const rows = pages.flat().reduce((sum, writing) => sum + writing.rows.length + writing.removed.length, 0);
  const limit: Side = { slice: repeatedly(bare.once) };
  const allEvents = Number(await log.head());
  await whole(log, file);
  const folding = await compare({
    clients: 1,
    ours: { slice: repeatedly(() => foldOnly(log, file)) },
    limit,
    reach: REACH,
  });
  const complete = await compare({
    clients: 1,
    ours: { slice: repeatedly(() => whole(log, file).then(() => allEvents)) },
    limit,
    pairs: 3,
  });
  bare.close();
  await log.close();
  return [
    { ...folding, what: 'into all read models', counts: { events: allEvents, 'rows written': rows } },
    { ...complete, what: 'with digests of both sides and swap' },
  ];
};

/** Broken off when the log is folded, before anything is compared. */
const foldOnly = async (log: SqliteLogReader, file: string): Promise<number> => {
  let folded = 0;
  const shadow = await openSqliteShadow(file);
  const done = new Error('folded');
  try {
    await rebuild({
      store: log,
      shadow,
      projections: PROJECTIONS,
      now: () => 0,
      report: ({ doing, events }) => {
        folded = events;
        if (doing === 'compare') throw done;
      },
    });
  } catch (error) {
    if (error !== done) throw error;
  }
  return folded;
};

/** Case lifecycles through the command handlers while read models are rebuilt, against the same without. */
const costToWriters = async (folder: string): Promise<Row> => {
  const { county, storage, close } = await openCounty(folder);
  const { events, readModels } = storage;
  const stop = new AbortController();
  const runner = new ProjectionRunner({
    store: events,
    readModels,
    clock: { now: () => Date.now() },
    projections: PROJECTIONS,
    report: (problem) => console.error(problem),
  });
  await runner.prepare();
  const running = runner.run(stop.signal);
  await readModels.caughtUp(await events.head(), 120_000);
  const [log, file] = [join(folder, 'log.db'), join(folder, 'read.db')];
  const inThread = buildAsideFrom({
    ...{ log, readModels: file },
    ...{ vault: join(folder, 'vault.db'), keys: join(folder, 'keys') },
  });
  let [cases, rebuilds] = [1_000_000, 0];
  let rebuilding = Promise.resolve();
  const writing = clientsDoing(WRITERS, () => lifecycle(county, (cases += 1)));
  const meanwhile: Side['slice'] = (deadline) => {
    rebuilding = (async () => {
      do {
        requireSwapped(await inThread(NAMES, stop.signal));
        rebuilds += 1;
      } while (performance.now() < deadline);
    })();
    return writing(deadline);
  };
  /** The last rebuild of a slice ends before the next begins. */
  const prepare = () => rebuilding;
  const row = await compare({
    clients: WRITERS,
    ours: { prepare, slice: meanwhile },
    limit: { prepare, slice: writing },
    reach: WRITERS_KEEP,
    sliceMs: 4_000,
  });
  await rebuilding;
  stop.abort();
  await running;
  await close();
  return { ...row, what: 'writers while all is rebuilt', unit: 'lifecycles/s', counts: { rebuilds } };
};

/** Events a second into all read models, and what that costs those who write meanwhile. */
export const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minqing-rebuild-'));
  try {
    await writeCountyLog(folder, CASES);
    const models = await ReadModels.open(join(folder, 'read.db'));
    await models.close();
    const rows = await speed(folder);
    rows.push(await costToWriters(folder));
    return {
      name: 'rebuild',
      unit: 'events/s',
      rows,
      notes: [
        'limit: the same pages read and parsed, and the rows they come to (coalesced page by page) written whole, many a',
        'statement, into the same tables; for the writers: the same without a rebuild',
        'the words by which people are found need the vault: they are made for the writers’ row only',
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
