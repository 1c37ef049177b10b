import type { CreateTableBuilder, Kysely } from 'kysely';
import type { ReadDatabase, RuntimeTables } from './read-database.js';
import { isNullable, typeOf, type Table, type Tables } from './table.js';

type ColumnTypes = ReadDatabase['columnTypes'];

export const createRuntimeTables = async (db: Kysely<RuntimeTables>, { integer }: ColumnTypes): Promise<void> => {
  await db.schema
    .createTable('checkpoints')
    .ifNotExists()
    .addColumn('projection', 'text', (column) => column.primaryKey().notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('tables', 'text', (column) => column.notNull())
    .addColumn('position', 'text', (column) => column.notNull())
    .addColumn('recorded_at', integer)
    .execute();
  await db.schema
    .createTable('quarantine')
    .ifNotExists()
    .addColumn('projection', 'text', (column) => column.notNull())
    .addColumn('stream', 'text', (column) => column.notNull())
    .addColumn('position', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('error', 'text', (column) => column.notNull())
    .addColumn('since', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('quarantine_pk', ['projection', 'stream'])
    .execute();
};

/** Two definitions with the same shape keep their rows. */
export const shapeOf = (tables: Tables): string => JSON.stringify(tables);

/** Tables that are to take over stand ready under these names, and those that served until then are dropped under these. */
export const nextName = (table: string): string => `${table}__next`;
export const formerName = (table: string): string => `${table}__former`;

interface Naming {
  readonly tableName: (table: string) => string;
  /** Index names are those of a whole database, and stay when their table is renamed. */
  readonly indexSuffix: string;
}
const AS_DEFINED: Naming = { tableName: (table) => table, indexSuffix: '' };

/** Whether tables of one shape can answer what is asked of another: all its columns are there, and hold as much. */
export const canAnswer = (shape: string, wanted: Tables): boolean => {
  const there = JSON.parse(shape) as Tables;
  return Object.entries(wanted).every(([name, { columns }]) =>
    Object.entries(columns).every(([column, type]) =>
      [type, type.replace('?', '')].includes(there[name]?.columns[column] ?? ''),
    ),
  );
};

export const createTables = async (
  db: Kysely<RuntimeTables>,
  tables: Tables,
  columnTypes: ColumnTypes,
  naming = AS_DEFINED,
): Promise<void> => {
  for (const [name, table] of Object.entries(tables)) await createTable(db, name, table, columnTypes, naming);
};

/** @param shape as `shapeOf` gave it when the tables were made */
export const dropTables = async (
  db: Kysely<RuntimeTables>,
  shape: string,
  nameOf = AS_DEFINED.tableName,
): Promise<void> => {
  for (const name of tablesOf(shape)) await db.schema.dropTable(nameOf(name)).ifExists().execute();
};

export const tablesOf = (shape: string): readonly string[] => Object.keys(JSON.parse(shape) as Tables);

const createTable = async (
  db: Kysely<RuntimeTables>,
  name: string,
  { columns, primaryKey, indexes = [] }: Table,
  columnTypes: ColumnTypes,
  { tableName, indexSuffix }: Naming,
): Promise<void> => {
  let table: CreateTableBuilder<string, string> = db.schema.createTable(tableName(name));
  for (const [column, definition] of Object.entries(columns))
    table = table.addColumn(column, columnTypes[typeOf(definition)], (built) =>
      isNullable(definition) ? built : built.notNull(),
    );
  await table.addPrimaryKeyConstraint(`${name}_pk`, [...primaryKey]).execute();
  for (const index of indexes)
    await db.schema
      .createIndex(`${name}_by_${index.join('_')}${indexSuffix}`)
      .on(tableName(name))
      .columns([...index])
      .execute();
};
