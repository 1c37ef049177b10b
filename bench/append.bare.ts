import { join } from 'node:path';
import { canonicalJson, chainHash, type NewEvent } from '#event-store';
import { openLogFile } from '../libs/event-store/src/sqlite/log-file.js';
import { clientsDoing, type Side } from './harness.js';

type BareRow = readonly [
  client: number,
  stream: string,
  revision: number,
  eventId: string,
  type: string,
  occurredAt: number,
  recordedAt: number,
  metadata: string,
  data: string,
  hash: string,
];
type MakeEvent = (commandId: string, caseId: string, now: number) => NewEvent;

const EVENTS_PER_STREAM = 7;
const ROWS_AHEAD = 160_000;
const MAX_BATCH = 256;

/** SQLite and nothing else: rows made beforehand, no check, no hash, no id; the same table, indexes and pragmas. */
export const openBareLog = (
  folder: string,
  clients: number,
  makeEvent: MakeEvent,
): { readonly side: Side; readonly count: () => number; readonly close: () => number } => {
  const db = openLogFile(join(folder, `bare-${clients}.db`));
  const insert = db.prepare(
    `INSERT INTO event (stream, revision, event_id, type, occurred_at, recorded_at, metadata, data, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const found = db.prepare('INSERT INTO stream (name) VALUES (?)');
  const streams: number[] = [];
  const write = ([client, stream, revision, ...rest]: BareRow): void => {
    if (revision === 0) streams[client] = Number(found.run(stream).lastInsertRowid);
    insert.run(streams[client], revision, ...rest);
  };
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')];
  let rows: BareRow[] = [];
  let [taken, made, acknowledged] = [0, 0, 0];

  const prepare = (): void => {
    rows = rows.slice(taken);
    taken = 0;
    while (rows.length < ROWS_AHEAD) rows.push(rowOf(made++));
  };
  const rowOf = (n: number): BareRow => {
    const [stream, revision] = [`case-${caseIdOf(n)}`, Math.floor(n / clients) % EVENTS_PER_STREAM];
    const { event, metadata } = makeEvent(`T01-C0007/${clients}-${n}`, caseIdOf(n), Date.now());
    const link = {
      stream,
      revision,
      type: event.type,
      occurredAt: event.occurredAt,
      recordedAt: event.occurredAt,
      metadata: canonicalJson(metadata).text,
      data: canonicalJson(event.data).text,
    };
    const hash = chainHash('', link);
    return [
      n % clients,
      stream,
      revision,
      metadata.eventId,
      link.type,
      link.occurredAt,
      link.recordedAt,
      link.metadata,
      link.data,
      hash,
    ];
  };
  /** Interleaved as the clients of the other side interleave their cases. */
  const caseIdOf = (n: number): string => {
    const round = Math.floor(n / (clients * EVENTS_PER_STREAM));
    return makeEvent(`case ${round}-${n % clients}`, '', 0).metadata.eventId;
  };
  const next = (): BareRow => {
    const row = rows[taken++];
    if (row === undefined) throw new Error('the bare side ran out of rows');
    return row;
  };

  const queue: { row: BareRow; resolve: () => void }[] = [];
  const drain = (): void => {
    const batch = queue.splice(0, MAX_BATCH);
    begin.run();
    for (const { row } of batch) write(row);
    commit.run();
    for (const { resolve } of batch) resolve();
    if (queue.length > 0) setImmediate(drain);
  };
  const grouped = (): Promise<void> =>
    new Promise((resolve) => {
      if (queue.length === 0) setImmediate(drain);
      queue.push({ row: next(), resolve });
    });
  const counted = (append: () => Promise<void>) => async (): Promise<void> => {
    await append();
    acknowledged += 1;
  };
  const single = async (): Promise<void> => {
    begin.run();
    write(next());
    commit.run();
  };

  return {
    side: { prepare, slice: clientsDoing(clients, counted(clients === 1 ? single : grouped)) },
    count: () => acknowledged,
    close: () => {
      const { n } = db.prepare('SELECT count(*) AS n FROM event').get() as { n: number };
      db.close();
      return n;
    },
  };
};
