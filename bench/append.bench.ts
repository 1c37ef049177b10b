import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventIdOf, type NewEvent, SqliteEventStore } from '#event-store';
import { openBareLog } from './append.bare.js';
import { type Bench, clientsDoing, compare, type Row, type Side } from './harness.js';

const EVENTS_PER_STREAM = 7;
const REACH: Readonly<Record<number, number>> = { 1: 0.7, 32: 0.6, 256: 0.6 };

/** A typical event of a case, about as long as the average one. */
const newEvent = (commandId: string, caseId: string, now: number): NewEvent => ({
  event: {
    type: 'CaseAssigned',
    occurredAt: now,
    data: {
      caseId,
      round: 1,
      attempt: 1,
      cadreId: 'T01-C0231',
      unitId: 'T01-STABILITY_MEDIATION',
      due: now + 3_600_000,
    },
  },
  metadata: {
    actor: { id: 'T01-C0007', role: 'CENTRE_DIRECTOR', path: '/county/T01' },
    causationId: commandId,
    commandId,
    correlationId: commandId,
    eventId: eventIdOf(commandId, 0),
    schemaVersion: 1,
    requestHash: '5d41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c592',
    policyVersion: 1,
  },
});

interface CaseInHand {
  readonly id: string;
  revision: number;
  hash: string;
}

/** Each client writes the events of one case after the other through the port. */
const throughThePort = (
  store: SqliteEventStore,
  clients: number,
): { readonly side: Side; readonly count: () => number } => {
  let [cases, commands, acknowledged] = [0, 0, 0];
  const nextCase = (): CaseInHand => ({ id: eventIdOf(`case of ${clients}`, (cases += 1)), revision: -1, hash: '' });
  const inHand = Array.from({ length: clients }, nextCase);
  const unit = async (client: number): Promise<void> => {
    let current = inHand[client] ?? nextCase();
    if (current.revision === EVENTS_PER_STREAM - 1) inHand[client] = current = nextCase();
    const { events } = await store.append({
      stream: `case-${current.id}`,
      expectedRevision: current.revision < 0 ? 'no-stream' : current.revision,
      previousHash: current.hash,
      events: [newEvent(`T01-C0007/${clients}-${(commands += 1)}`, current.id, Date.now())],
    });
    const last = events[events.length - 1];
    if (last === undefined) throw new Error('nothing was written');
    current.revision = last.revision;
    current.hash = last.hash;
    acknowledged += 1;
  };
  return { side: { slice: clientsDoing(clients, unit) }, count: () => acknowledged };
};

const figure = async (folder: string, clients: number): Promise<Row> => {
  const file = join(folder, `ours-${clients}.db`);
  const store = SqliteEventStore.open(file, { clock: { now: () => Date.now() } });
  const ours = throughThePort(store, clients);
  const bare = openBareLog(folder, clients, newEvent);
  const row = await compare({ clients, ours: ours.side, limit: bare.side, reach: REACH[clients] ?? 0 });
  const written = Number(await store.head());
  await store.close();
  const bareWritten = bare.close();
  if (written !== ours.count()) throw new Error(`${ours.count()} events acknowledged, ${written} in the log`);
  if (bareWritten !== bare.count())
    throw new Error(`${bare.count()} rows acknowledged, ${bareWritten} in the bare log`);
  return row;
};

/** Durable events a second through the port against the same rows written by nothing but SQLite. */
export const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minqing-append-'));
  try {
    const rows: Row[] = [];
    for (const clients of [1, 32, 256]) rows.push(await figure(folder, clients));
    return {
      name: 'append',
      unit: 'durable events/s',
      rows,
      notes: ['limit: the same rows, indexes and sync to disk, one commit each (1 client) or group commit (32, 256)'],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
