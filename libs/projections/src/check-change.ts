import type { AnyChange } from './change.js';
import { isPlus } from './row-effect.js';
import { misfit, startOf, type Column, type Row, type Table } from './table.js';

/** @throws Error naming what does not fit: a handler that is wrong, never what somebody has sent */
export const checkChange = (table: Table, change: AnyChange): void => {
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
  for (const column in change.key) if (!primaryKey.includes(column)) wrong(change, 'the key has other columns');
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
