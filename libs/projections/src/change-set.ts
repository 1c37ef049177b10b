import type { AnyChange, PatchedColumns } from './change.js';
import {
  REMOVED,
  UNTOUCHED,
  afterIncrement,
  afterInsert,
  afterPatch,
  afterUpsert,
  isPlus,
  type RowEffect,
} from './row-effect.js';
import { misfit, startOf, type Column, type ColumnValue, type Row, type Table, type Tables } from './table.js';

export interface KeyedEffect {
  readonly key: Row;
  readonly effect: RowEffect;
}

/** The changes of one batch, folded into one effect per row. */
export class ChangeSet {
  private readonly touched = new Map<string, Map<string | number, KeyedEffect>>();

  constructor(private readonly tables: Tables) {}

  get isEmpty(): boolean {
    return this.touched.size === 0;
  }

  *byTable(): Iterable<readonly [table: string, effects: Iterable<KeyedEffect>]> {
    for (const [table, effects] of this.touched) yield [table, effects.values()];
  }

  /** All changes of one event, or none: everything is checked before the first is taken. @throws Error on a misfit */
  add(changes: readonly AnyChange[]): void {
    for (const change of changes) check(this.table(change.table), change);
    for (const change of changes) this.fold(change);
  }

  private fold(change: AnyChange): void {
    const table = this.table(change.table);
    const key = keyOf(table, 'key' in change ? change.key : change.row);
    const id = idOf(table, key);
    let effects = this.touched.get(change.table);
    if (!effects) {
      effects = new Map<string | number, KeyedEffect>();
      this.touched.set(change.table, effects);
    }
    effects.set(id, { key, effect: folded(effects.get(id)?.effect ?? UNTOUCHED, change, table) });
  }

  private table(name: string): Table {
    const table = this.tables[name];
    if (!table) throw new Error(`the projection has no table ${name}`);
    return table;
  }
}

const folded = (effect: RowEffect, change: AnyChange, table: Table): RowEffect => {
  switch (change.op) {
    case 'upsert':
      return afterUpsert(effect, change.row, begun(table, change.row));
    case 'insert':
      return afterInsert(effect, begun(table, change.row));
    case 'patch':
      return afterPatch(effect, change.columns);
    case 'increment':
      return afterIncrement(effect, asPlus(change.by), begun(table, change.key));
    case 'remove':
      return REMOVED;
  }
};

const asPlus = (by: Readonly<Record<string, number>>): PatchedColumns =>
  Object.fromEntries(Object.entries(by).map(([column, plus]) => [column, { plus }]));

/** The whole row, with what is not given at its start. */
const begun = ({ columns }: Table, given: Row): Row => {
  const row: Record<string, ColumnValue> = {};
  for (const name in columns) row[name] = given[name] ?? (startOf(columns[name]!) as ColumnValue);
  return row;
};

const keyOf = ({ primaryKey }: Table, row: Row): Row => {
  const key: Record<string, ColumnValue> = {};
  for (const column of primaryKey) key[column] = row[column]!;
  return key;
};

const idOf = ({ primaryKey }: Table, key: Row): string | number => {
  const only = primaryKey.length === 1 ? key[primaryKey[0]!] : undefined;
  if (typeof only === 'string' || typeof only === 'number') return only;
  return JSON.stringify(primaryKey.map((column) => plain(key[column]!)));
};

const plain = (value: ColumnValue): string | number | null =>
  ArrayBuffer.isView(value) ? Buffer.from(value).toString('hex') : value;

/** @throws Error naming what does not fit: a handler that is wrong, never what somebody has sent */
const check = (table: Table, change: AnyChange): void => {
  if ('row' in change) checkRow(table, change);
  else checkKeyed(table, change);
};

type RowChange = Extract<AnyChange, { readonly row: Row }>;
type KeyedChange = Exclude<AnyChange, RowChange>;

const wrong = (change: AnyChange, what: string): never => {
  throw new Error(`${change.op} of ${change.table}: ${what}`);
};

const columnOf = ({ columns }: Table, change: AnyChange, column: string): Column =>
  columns[column] ?? wrong(change, `there is no column ${column}`);

const checkValue = (table: Table, change: AnyChange, column: string, value: unknown): void => {
  const reason = misfit(columnOf(table, change, column), value);
  if (reason) wrong(change, `${column} ${reason}`);
};

const checkCounter = (table: Table, change: AnyChange, column: string, amount: unknown): void => {
  if (!columnOf(table, change, column).startsWith('integer')) wrong(change, `${column} is no counter`);
  if (!Number.isSafeInteger(amount)) wrong(change, `${column} is not a whole number`);
};

const checkRow = (table: Table, change: RowChange): void => {
  const { columns, primaryKey } = table;
  for (const column in change.row) checkValue(table, change, column, change.row[column]);
  for (const column in columns)
    if (!(column in change.row) && startOf(columns[column]!) === undefined) wrong(change, `${column} is missing`);
  for (const column of primaryKey) if (!(column in change.row)) wrong(change, `key column ${column} is missing`);
};

const checkKeyed = (table: Table, change: KeyedChange): void => {
  const { columns, primaryKey } = table;
  for (const column of primaryKey) checkValue(table, change, column, change.key[column]);
  if (Object.keys(change.key).length !== primaryKey.length) wrong(change, 'the key has other columns');
  if (change.op === 'remove') return;
  const named = change.op === 'patch' ? change.columns : change.by;
  for (const column in named) {
    const value = named[column]!;
    if (primaryKey.includes(column)) wrong(change, `${column} is part of the key`);
    if (change.op === 'increment') checkCounter(table, change, column, value);
    else if (isPlus(value)) checkCounter(table, change, column, value.plus);
    else checkValue(table, change, column, value);
  }
  if (change.op !== 'increment') return;
  for (const column in columns)
    if (!primaryKey.includes(column) && startOf(columns[column]!) === undefined)
      wrong(change, `${column} cannot start by itself; count with patch and plus in rows that others create`);
};
