import type { AnyChange, PatchedColumns } from './change.js';
import { checkChange } from './check-change.js';
import { RowEffect } from './row-effect.js';
import { startOf, type ColumnValue, type Row, type Table, type Tables } from './table.js';

/** The changes of one batch, folded into one effect per row. */
export class ChangeSet {
  private readonly touched = new Map<string, TouchedTable>();

  constructor(private readonly tables: Tables) {}

  get isEmpty(): boolean {
    return this.touched.size === 0;
  }

  *byTable(): Iterable<readonly [table: string, effects: Iterable<RowEffect>]> {
    for (const [name, { effects }] of this.touched) yield [name, effects.values()];
  }

  /** All changes of one event, or none: everything is checked before the first is taken. @throws Error on a misfit */
  add(changes: readonly AnyChange[]): void {
    for (const change of changes) checkChange(this.definition(change.table), change);
    for (const change of changes) this.table(change.table).take(change);
  }

  private table(name: string): TouchedTable {
    let table = this.touched.get(name);
    if (!table) this.touched.set(name, (table = new TouchedTable(this.definition(name))));
    return table;
  }

  private definition(name: string): Table {
    return this.tables[name] ?? missing(name);
  }
}

const missing = (name: string): never => {
  throw new Error(`the projection has no table ${name}`);
};

class TouchedTable {
  readonly effects = new Map<string | number, RowEffect>();
  private readonly starts: readonly (readonly [column: string, start: ColumnValue])[];

  constructor(private readonly table: Table) {
    this.starts = Object.entries(table.columns).map(([column, type]) => [column, startOf(type) as ColumnValue]);
  }

  take(change: AnyChange): void {
    switch (change.op) {
      case 'upsert':
        return this.effectOn(change.row).upsert(change.row, this.begin);
      case 'insert':
        return this.effectOn(change.row).insert(change.row, this.begin);
      case 'patch':
        return this.effectOn(change.key).patch(change.columns);
      case 'increment':
        return this.effectOn(change.key).increment(asPlus(change.by), this.begin);
      case 'remove':
        return this.effectOn(change.key).remove();
    }
  }

  private effectOn(row: Row): RowEffect {
    const { primaryKey } = this.table;
    const id = idOf(primaryKey, row);
    let effect = this.effects.get(id);
    if (!effect) this.effects.set(id, (effect = new RowEffect(keyOf(primaryKey, row))));
    return effect;
  }

  /** The whole row, with what is not given at its start. */
  private readonly begin = (given: Row): Record<string, ColumnValue> => {
    const row: Record<string, ColumnValue> = {};
    for (const [column, start] of this.starts) row[column] = given[column] ?? start;
    return row;
  };
}

const asPlus = (by: Readonly<Record<string, number>>): PatchedColumns =>
  Object.fromEntries(Object.entries(by).map(([column, plus]) => [column, { plus }]));

const keyOf = (primaryKey: readonly string[], row: Row): Row => {
  const key: Record<string, ColumnValue> = {};
  for (const column of primaryKey) key[column] = row[column]!;
  return key;
};

/** The same for the same key only: each text of a key of several columns is told with its length. */
const idOf = (primaryKey: readonly string[], row: Row): string | number => {
  if (primaryKey.length === 1) return partOf(row[primaryKey[0]!]!);
  let id = '';
  for (const column of primaryKey) {
    const part = partOf(row[column]!);
    id += typeof part === 'string' ? `${part.length}:${part}` : `${part};`;
  }
  return id;
};

/** Columns of a key are never null. */
const partOf = (value: ColumnValue): string | number =>
  typeof value === 'string' || typeof value === 'number' ? value : Buffer.from(value ?? []).toString('hex');
