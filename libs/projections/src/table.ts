/** `?` marks a column that may be null. Instants and flags (0, 1) are integers; structured values are JSON in text. */
export type ColumnType = 'text' | 'integer' | 'real' | 'blob';
export type Column = ColumnType | `${ColumnType}?`;
export type ColumnValue = string | number | Uint8Array | null;
export type Row = Readonly<Record<string, ColumnValue>>;

/**
 * One table of a read model. Indexes are never unique: a read model shows what the log says and refuses nothing.
 * In a new row a number not given starts at 0, a nullable column at null; other columns must be given.
 */
export interface Table {
  readonly columns: Readonly<Record<string, Column>>;
  readonly primaryKey: readonly string[];
  readonly indexes?: readonly (readonly string[])[];
}

export type Tables = Readonly<Record<string, Table>>;

type ValueOf<C> = C extends `${infer Base}?` ? ValueOf<Base> | null : TypedValue<C>;
type TypedValue<C> = C extends 'text'
  ? string
  : C extends 'integer' | 'real'
    ? number
    : C extends 'blob'
      ? Uint8Array
      : never;

type ColumnsOf<T extends Table, C> = {
  [N in keyof T['columns']]: T['columns'][N] extends C ? N : never;
}[keyof T['columns']];
type KeyColumn<T extends Table> = T['primaryKey'][number] & keyof T['columns'];

export type RowOf<T extends Table> = { -readonly [N in keyof T['columns']]: ValueOf<T['columns'][N]> };
/** Rows of all tables by name: what Kysely calls the database, for typed queries. */
export type RowsOf<Ts extends Tables> = { -readonly [N in keyof Ts]: RowOf<Ts[N]> };
export type KeyOf<T extends Table> = Pick<RowOf<T>, KeyColumn<T>>;
/** What may be counted in: whole numbers only, because their sum does not depend on the order of adding. */
export type CounterColumn<T extends Table> = Exclude<ColumnsOf<T, 'integer' | 'integer?'>, KeyColumn<T>>;
type Given<T extends Table> = KeyColumn<T> | ColumnsOf<T, 'text' | 'blob'>;
export type NewRow<T extends Table> = Pick<RowOf<T>, Given<T>> & Partial<RowOf<T>>;

export const isNullable = (column: Column): boolean => column.endsWith('?');
export const typeOf = (column: Column): ColumnType => (isNullable(column) ? column.slice(0, -1) : column) as ColumnType;

/** The value a column starts with when a new row does not name it; undefined: it must be named. */
export const startOf = (column: Column): 0 | null | undefined => {
  if (isNullable(column)) return null;
  return column === 'integer' || column === 'real' ? 0 : undefined;
};

/** Why the value cannot stand in the column, or nothing. */
export const misfit = (column: Column, value: unknown): string | undefined => {
  if (value === null) return isNullable(column) ? undefined : 'may not be null';
  switch (column) {
    case 'text':
    case 'text?':
      return typeof value === 'string' ? undefined : 'is not a text';
    case 'integer':
    case 'integer?':
      return Number.isSafeInteger(value) ? undefined : 'is not an integer';
    case 'real':
    case 'real?':
      return Number.isFinite(value) ? undefined : 'is not a number';
    case 'blob':
    case 'blob?':
      return ArrayBuffer.isView(value) ? undefined : 'is not a blob';
  }
};

const IDENTIFIER = /^[a-z][a-z0-9_]*$/;
const RESERVED = new Set(['checkpoints', 'quarantine']);

/** @throws Error naming the first thing wrong with a table's definition. */
export const checkTable = (name: string, { columns, primaryKey, indexes = [] }: Table): void => {
  const wrong = (what: string): never => {
    throw new Error(`table ${name}: ${what}`);
  };
  for (const identifier of [name, ...Object.keys(columns)])
    if (!IDENTIFIER.test(identifier)) wrong(`${identifier} is not a name in lower case with underscores`);
  if (RESERVED.has(name) || name.includes('__')) wrong('is a name of the runtime itself');
  if (primaryKey.length === 0) wrong('has no primary key');
  for (const column of [...primaryKey, ...indexes.flat()]) if (!columns[column]) wrong(`has no column ${column}`);
  for (const column of primaryKey) if (isNullable(columns[column]!)) wrong(`key column ${column} may not be nullable`);
};
