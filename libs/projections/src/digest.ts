import { createHash, type Hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { START, type EventStore, type GlobalPosition } from '#event-store';
import { delivered, type PoisonRule } from './fold-batch.js';
import { Projector } from './projector.js';
import type { Projection } from './projection.js';
import type { ReadDatabase, RuntimeTables } from './read-database.js';
import type { SomeTables } from './row-writer.js';
import { createRuntimeTables } from './schema.js';
import type { ColumnValue, Table } from './table.js';

export interface Digest {
  /** The log position that the tables stand for. */
  readonly position: GlobalPosition;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
  readonly rows: number;
}

const PAGE = 1_000;

/**
 * What a projection's tables hold, in one value: SHA-256 over lines of JSON, for each table (by name) a line
 * `[table, columns…]` with the columns by name, then a line of values for each row in the order of the primary key.
 * Binary values count as hexadecimal text. Position and tables are read from one snapshot.
 */
export const digestOf = (database: ReadDatabase, projection: Projection): Promise<Digest> =>
  database.reader.transaction().execute(async (db) => {
    const { position } = await db
      .selectFrom('checkpoints')
      .select('position')
      .where('projection', '=', projection.name)
      .executeTakeFirstOrThrow();
    const hash = createHash('sha256');
    let rows = 0;
    for (const name of Object.keys(projection.tables).sort())
      rows += await addTable(hash, db, name, projection.tables[name]!);
    return { position, digest: hash.digest('hex'), rows };
  });

const addTable = async (hash: Hash, db: Kysely<RuntimeTables>, name: string, table: Table): Promise<number> => {
  hash.update(headingOf(name, table));
  let rows = 0;
  for await (const { line } of linesOf(db, name, table)) {
    hash.update(line);
    rows += 1;
  }
  return rows;
};

export interface RowLine {
  readonly key: readonly ColumnValue[];
  readonly line: string;
}

const columnsOf = (table: Table): string[] => Object.keys(table.columns).sort();
export const headingOf = (name: string, table: Table): string => `${JSON.stringify([name, ...columnsOf(table)])}\n`;

/** Rows as the digest counts them, in the order of the primary key. */
export async function* linesOf(
  db: Kysely<RuntimeTables>,
  name: string,
  table: Table,
): AsyncGenerator<RowLine, undefined> {
  const columns = columnsOf(table);
  let query = (db as unknown as Kysely<SomeTables>).selectFrom(name).select(columns);
  for (const column of table.primaryKey) query = query.orderBy(column);
  for await (const row of query.stream())
    yield {
      key: table.primaryKey.map((column) => row[column]!),
      line: `${JSON.stringify(columns.map((column) => plain(row[column]!)))}\n`,
    };
  return undefined;
}

const plain = (value: ColumnValue): string | number | null =>
  ArrayBuffer.isView(value) ? Buffer.from(value).toString('hex') : value;

/**
 * The digest the projection should have at a position: the log up to there, folded into an empty database.
 * @param scratch an empty database; closed at the end
 * @throws PoisonousEvent where a handler cannot take an event
 */
export const digestOfLog = async (
  store: Pick<EventStore, 'readAll'>,
  projection: Projection,
  upTo: GlobalPosition,
  scratch: ReadDatabase,
  rule: PoisonRule = { onPoison: 'stop', now: () => 0 },
): Promise<Digest> => {
  try {
    await createRuntimeTables(scratch.writer, scratch.columnTypes);
    const projector = new Projector(scratch, projection, rule);
    await projector.prepare();
    for (let after = START; after < upTo;) {
      const page = await store.readAll(after, PAGE);
      const events = page.filter(({ position }) => position <= upTo).map(delivered);
      if (events.length === 0) break;
      await projector.apply({ after, events });
      after = projector.position;
    }
    return await digestOf(scratch, projection);
  } finally {
    await scratch.close();
  }
};
