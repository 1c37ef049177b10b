import { rmSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import { FileLock, LockTaken } from '#platform';
import type { ReadDatabase, RuntimeTables } from './read-database.js';
import { createRuntimeTables, createTables, nextName } from './schema.js';
import type { Shadow } from './shadow.js';
import { openSqliteReadDatabase } from './sqlite-read-database.js';
import type { Tables } from './table.js';

/** Rows that are copied while writers wait: some milliseconds. */
const SLICE = 500;
const ENDINGS = ['', '-wal', '-shm', '-journal'];

const shadowFile = (readFile: string): string => `${readFile}.shadow`;
const scratchFile = (readFile: string): string => `${readFile}.scratch`;
const lockFile = (readFile: string): string => `${readFile}.rebuild.lock`;

/**
 * A shadow beside the file of the read models; one at a time, whatever process asks for it.
 * @param sharing the writer of whoever keeps the read models up in the same thread: two connections of one thread would
 *   wait for each other in vain
 * @throws LockTaken while another is at work
 */
export const openSqliteShadow = async (readFile: string, sharing?: Kysely<RuntimeTables>): Promise<Shadow> => {
  const lock = new FileLock(lockFile(readFile));
  if (!lock.tryTake()) {
    lock.close();
    throw new LockTaken(lock.file);
  }
  const own = openSqliteReadDatabase(readFile);
  const writer = sharing ?? own.writer;
  try {
    await createRuntimeTables(writer, own.columnTypes);
    await throwAwayRests(readFile, writer);
    await sql`attach database ${shadowFile(readFile)} as shadow`.execute(writer);
  } catch (error) {
    await own.close();
    lock.close();
    throw error;
  }
  const shadow = new SqliteShadow(readFile, own, writer, lock);
  await createRuntimeTables(shadow.building.writer, shadow.building.columnTypes);
  return shadow;
};

/** What a rebuild left that was killed; nothing where one is at work now. */
export const discardUnfinished = async (readFile: string, writer: Kysely<RuntimeTables>): Promise<void> => {
  const lock = new FileLock(lockFile(readFile));
  try {
    if (lock.tryTake()) await throwAwayRests(readFile, writer);
  } finally {
    lock.close();
  }
};

const throwAwayRests = async (readFile: string, writer: Kysely<RuntimeTables>): Promise<void> => {
  removeFiles(shadowFile(readFile));
  removeFiles(scratchFile(readFile));
  const { rows } = await sql<{ name: string }>`select name from sqlite_master
    where type = 'table' and (name like ${'%\\_\\_next'} escape '\\' or name like ${'%\\_\\_former'} escape '\\')`.execute(
    writer,
  );
  for (const { name } of rows) await writer.schema.dropTable(name).ifExists().execute();
};

const removeFiles = (file: string): void => {
  for (const ending of ENDINGS) rmSync(`${file}${ending}`, { force: true });
};

class SqliteShadow implements Shadow {
  readonly building: ReadDatabase;
  readonly serving: Shadow['serving'];

  constructor(
    private readonly readFile: string,
    private readonly own: ReadDatabase,
    private readonly writer: Kysely<RuntimeTables>,
    private readonly lock: FileLock,
  ) {
    this.serving = { writer, reader: own.reader };
    this.building = openSqliteReadDatabase(shadowFile(readFile), { disposable: true });
  }

  scratch(): ReadDatabase {
    removeFiles(scratchFile(this.readFile));
    return openSqliteReadDatabase(scratchFile(this.readFile), { disposable: true });
  }

  async bringOver(tables: Tables): Promise<void> {
    const { writer, own } = this;
    for (const table of Object.keys(tables)) await writer.schema.dropTable(nextName(table)).ifExists().execute();
    // Names of indexes stay with their tables, so each rebuild needs names of its own.
    const naming = { tableName: nextName, indexSuffix: `_${Date.now().toString(36)}` };
    await createTables(writer, tables, own.columnTypes, naming);
    for (const [table, { columns }] of Object.entries(tables)) await this.copy(table, Object.keys(columns));
  }

  private async copy(table: string, columns: readonly string[]): Promise<void> {
    const { writer } = this;
    const named = sql.join(columns.map((column) => sql.ref(column)));
    const from = sql.table(`shadow.${table}`);
    let beyond = sql`true`;
    for (; ; await nextTurn()) {
      const slice = sql`from ${from} where ${beyond} order by rowid limit ${SLICE}`;
      const found = await sql<{ last: number | null }>`
        select max(rowid) as last from (select rowid ${slice})`.execute(writer);
      const last = found.rows[0]?.last ?? null;
      if (last === null) return;
      await sql`insert into ${sql.table(nextName(table))} (${named}) select ${named} ${slice}`.execute(writer);
      beyond = sql`rowid > ${last}`;
    }
  }

  async discard(): Promise<void> {
    try {
      await this.building.close();
      await sql`detach database shadow`.execute(this.writer);
      await this.own.close();
      removeFiles(shadowFile(this.readFile));
      removeFiles(scratchFile(this.readFile));
    } finally {
      this.lock.close();
    }
  }
}
