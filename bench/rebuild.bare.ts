import { DatabaseSync } from '@photostructure/sqlite';
import { rmSync } from 'node:fs';
import { START, type SqliteLogReader } from '#event-store';
import type { ColumnValue, Projection, Row, Table } from '#projections';
import { delivered, foldBatch } from '../libs/projections/src/fold-batch.js';
import type { RowEffect } from '../libs/projections/src/row-effect.js';
import { createTables } from '../libs/projections/src/schema.js';
import { openSqliteReadDatabase } from '../libs/projections/src/sqlite-read-database.js';

const CHUNKS = [64, 16, 4, 1];

/** What one page of the log comes to in one table: whole rows, ready to be bound, and keys to delete. */
interface Writing {
  readonly table: string;
  readonly rows: readonly (readonly ColumnValue[])[];
  readonly removed: readonly (readonly ColumnValue[])[];
}

const after = (row: Row | undefined, { replaced, set, plus, absent }: RowEffect): Row | undefined => {
  if (!row || replaced) return absent;
  const next: Record<string, ColumnValue> = { ...row, ...set };
  for (const [column, amount] of Object.entries(plus)) next[column] = Number(next[column] ?? 0) + amount;
  return next;
};

/** Decided beforehand: as many rows as the handlers' changes come to when they are coalesced page by page. */
export const writingsOf = async (
  log: SqliteLogReader,
  projections: readonly Projection[],
  page: number,
): Promise<readonly (readonly Writing[])[]> => {
  const tables = new Map<string, Map<string, Row>>();
  const pages: Writing[][] = [];
  for (let from = START; ;) {
    const events = (await log.readAll(from, page)).map(delivered);
    const writings: Writing[] = [];
    for (const projection of projections) {
      const { changes } = foldBatch(projection, events, [], { onPoison: 'stop', now: () => 0 });
      for (const [name, effects] of changes.byTable()) {
        const table = projection.tables[name]!;
        const stand = tables.get(name) ?? new Map<string, Row>();
        tables.set(name, stand);
        const [rows, removed]: [ColumnValue[][], ColumnValue[][]] = [[], []];
        for (const effect of effects) {
          const { key } = effect;
          const id = JSON.stringify(Object.values(key));
          const row = after(stand.get(id), effect);
          if (row) {
            stand.set(id, row);
            rows.push(Object.keys(table.columns).map((column) => row[column]!));
          } else if (stand.delete(id)) removed.push(table.primaryKey.map((column) => key[column]!));
        }
        writings.push({ table: name, rows, removed });
      }
    }
    pages.push(writings);
    if (events.length < page) return pages;
    from = events.at(-1)!.meta.position;
  }
};

/** Read, parsed, written: nothing else. */
export const bareRebuild = (
  logFile: string,
  file: string,
  projections: readonly Projection[],
  pages: readonly (readonly Writing[])[],
  page: number,
) => {
  const log = new DatabaseSync(logFile, { readOnly: true });
  const select = log.prepare(
    `SELECT position, stream, revision, type, occurred_at, recorded_at, metadata, data, hash
     FROM event WHERE position > ? ORDER BY position LIMIT ${page}`,
    { returnArrays: true },
  );
  const tables = new Map(projections.flatMap(({ tables: own }) => Object.entries(own)));

  /** @returns events */
  const once = async (): Promise<number> => {
    for (const ending of ['', '-journal']) rmSync(`${file}${ending}`, { force: true });
    const made = openSqliteReadDatabase(file, { disposable: true });
    for (const { tables: own } of projections) await createTables(made.writer, own, made.columnTypes);
    await made.close();
    const db = new DatabaseSync(file);
    db.exec('pragma journal_mode = memory; pragma synchronous = off; pragma cache_size = -32768');
    const texts = new Map<string, ReturnType<typeof db.prepare>>();
    const prepared = (text: string) => {
      let statement = texts.get(text);
      if (!statement) texts.set(text, (statement = db.prepare(text)));
      return statement;
    };
    let [events, at] = [0, 0];
    for (const writings of pages) {
      const rows = select.all(at) as unknown as (number | string)[][];
      let parsed: unknown;
      for (const row of rows) parsed = [JSON.parse(row[6] as string), JSON.parse(row[7] as string)];
      if (rows.length > 0 && parsed === undefined) throw new Error('nothing was parsed');
      db.exec('begin immediate');
      for (const { table, rows: whole, removed } of writings) {
        const definition = tables.get(table)!;
        for (const key of removed) prepared(deletion(table, definition)).run(...key);
        for (let from = 0; from < whole.length;) {
          const size = CHUNKS.find((chunk) => chunk <= whole.length - from)!;
          prepared(upsert(table, definition, size)).run(...whole.slice(from, from + size).flat());
          from += size;
        }
      }
      db.exec('commit');
      events += rows.length;
      at = (rows.at(-1)?.[0] as number | undefined) ?? at;
    }
    db.close();
    return events;
  };
  return { once, close: () => log.close() };
};

const deletion = (name: string, { primaryKey }: Table): string =>
  `delete from ${name} where ${primaryKey.map((column) => `${column} = ?`).join(' and ')}`;

const upsert = (name: string, { columns, primaryKey }: Table, rows: number): string => {
  const names = Object.keys(columns);
  const row = `(${names.map(() => '?').join()})`;
  const others = names.filter((column) => !primaryKey.includes(column));
  const set = others.map((column) => `${column} = excluded.${column}`).join();
  return `insert into ${name} (${names.join()}) values ${Array.from({ length: rows }, () => row).join()}
    on conflict (${primaryKey.join()}) do ${others.length === 0 ? 'nothing' : `update set ${set}`}`;
};
