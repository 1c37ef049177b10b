import type { PatchedColumns, Plus } from './change.js';
import type { ColumnValue, Row } from './table.js';

type Columns = Record<string, ColumnValue>;

/**
 * What a run of changes does to one row, whether or not the row is there already: changes to the same key fold into
 * one effect before anything is written. Only two things matter: what becomes of a row that is present, and which row
 * stands where there was none. It takes up changes itself, for most of a rebuild is spent here.
 */
export class RowEffect {
  /** A present row was removed on the way: whatever stood there, `absent` is what stands now. */
  replaced = false;
  /** Of a present row that was not removed: these columns are set, and then these amounts added (no column is in both). */
  set: Row = NOTHING;
  plus: Readonly<Record<string, number>> = NOTHING;
  /** Where there was none: this whole row, or still none. */
  absent: Columns | undefined;
  /** `set` and `plus` where they are no longer what one change gave. */
  private own: { readonly set: Columns; readonly plus: Record<string, number> } | undefined;

  constructor(readonly key: Row) {}

  /** @param begin makes the whole row where there is none, of its own */
  upsert(given: Row, begin: (given: Row) => Columns): void {
    if (!this.replaced) this.write(given);
    if (this.absent) Object.assign(this.absent, given);
    else this.absent = begin(given);
  }

  insert(given: Row, begin: (given: Row) => Columns): void {
    this.absent ??= begin(given);
  }

  patch(columns: PatchedColumns): void {
    if (!this.replaced) this.write(columns);
    if (this.absent) change(this.absent, columns);
  }

  /** Begins a row of zeros where there is none. */
  increment(by: PatchedColumns, begin: (given: Row) => Columns): void {
    this.absent ??= begin(this.key);
    this.patch(by);
  }

  remove(): void {
    this.replaced = true;
    this.absent = undefined;
  }

  private write(columns: PatchedColumns): void {
    if (this.set === NOTHING && this.plus === NOTHING && isRow(columns)) {
      this.set = columns;
      return;
    }
    if (!this.own) {
      this.own = { set: { ...this.set }, plus: { ...this.plus } };
      ({ set: this.set, plus: this.plus } = this.own);
    }
    const { set, plus } = this.own;
    for (const column in columns) {
      const value = columns[column]!;
      if (!isPlus(value)) {
        set[column] = value;
        if (column in plus) delete plus[column];
      } else if (column in set) set[column] = sum(set[column], value);
      else plus[column] = sum(plus[column], value);
    }
  }
}

const NOTHING = Object.freeze({});

const isRow = (columns: PatchedColumns): columns is Row => {
  for (const column in columns) if (isPlus(columns[column]!)) return false;
  return true;
};

const change = (row: Columns, columns: PatchedColumns): void => {
  for (const column in columns) {
    const value = columns[column]!;
    row[column] = isPlus(value) ? sum(row[column], value) : value;
  }
};

export const isPlus = (value: ColumnValue | Plus): value is Plus =>
  typeof value === 'object' && value !== null && 'plus' in value;

const sum = (before: ColumnValue | undefined, { plus }: Plus): number =>
  (typeof before === 'number' ? before : 0) + plus;
