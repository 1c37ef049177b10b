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

export const createTables = async (
  db: Kysely<RuntimeTables>,
  tables: Tables,
  columnTypes: ColumnTypes,
): Promise<void> => {
  for (const [name, table] of Object.entries(tables)) await createTable(db, name, table, columnTypes);
};

/** @param shape as `shapeOf` gave it when the tables were made */
export const dropTables = async (db: Kysely<RuntimeTables>, shape: string): Promise<void> => {
  for (const name of Object.keys(JSON.parse(shape) as Tables)) await db.schema.dropTable(name).ifExists().execute();
};

const createTable = async (
  db: Kysely<RuntimeTables>,
  name: string,
  { columns, primaryKey, indexes = [] }: Table,
  columnTypes: ColumnTypes,
): Promise<void> => {
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, definition] of Object.entries(columns))
    table = table.addColumn(column, columnTypes[typeOf(definition)], (built) =>
      isNullable(definition) ? built : built.notNull(),
    );
  await table.addPrimaryKeyConstraint(`${name}_pk`, [...primaryKey]).execute();
  for (const index of indexes)
    await db.schema
      .createIndex(`${name}_by_${index.join('_')}`)
      .on(name)
      .columns([...index])
      .execute();
};
