import type { PatchedColumns, Plus } from './change.js';
import type { ColumnValue, Row } from './table.js';

/**
 * What a run of changes does to one row, whether or not the row is there already: changes to the same key fold into
 * one effect before anything is written. Only two things matter: what becomes of a row that is present, and which row
 * stands where there was none.
 */
export interface RowEffect {
  /** A present row: removed, or these columns set and then these amounts added (no column is in both). */
  readonly present: 'removed' | { readonly set: Row; readonly plus: Readonly<Record<string, number>> };
  /** Where there was none: this whole row, or still none. */
  readonly absent: Row | undefined;
}

export const UNTOUCHED: RowEffect = { present: { set: {}, plus: {} }, absent: undefined };
export const REMOVED: RowEffect = { present: 'removed', absent: undefined };

/** `whole` is the row as it begins when there is none, `given` the columns the change names. */
export const afterUpsert = (effect: RowEffect, given: Row, whole: Row): RowEffect => ({
  present: effect.present === 'removed' ? { set: whole, plus: {} } : written(effect.present, given),
  absent: effect.absent ? { ...effect.absent, ...given } : whole,
});

export const afterInsert = (effect: RowEffect, whole: Row): RowEffect => ({
  present: effect.present === 'removed' ? { set: whole, plus: {} } : effect.present,
  absent: effect.absent ?? whole,
});

export const afterPatch = (effect: RowEffect, columns: PatchedColumns): RowEffect => ({
  present: effect.present === 'removed' ? 'removed' : written(effect.present, columns),
  absent: effect.absent && patched(effect.absent, columns),
});

/** `begun` is the row of zeros that an increment begins where there is none. */
export const afterIncrement = (effect: RowEffect, by: PatchedColumns, begun: Row): RowEffect => ({
  present: effect.present === 'removed' ? { set: patched(begun, by), plus: {} } : written(effect.present, by),
  absent: patched(effect.absent ?? begun, by),
});

type Present = Exclude<RowEffect['present'], 'removed'>;

const written = ({ set, plus }: Present, columns: PatchedColumns): Present => {
  const next: { set: Record<string, ColumnValue>; plus: Record<string, number> } = {
    set: { ...set },
    plus: { ...plus },
  };
  for (const column in columns) {
    const value = columns[column]!;
    if (!isPlus(value)) {
      next.set[column] = value;
      if (column in next.plus) delete next.plus[column];
    } else if (column in next.set) next.set[column] = sum(next.set[column], value);
    else next.plus[column] = sum(next.plus[column], value);
  }
  return next;
};

const patched = (row: Row, columns: PatchedColumns): Row => {
  const next: Record<string, ColumnValue> = { ...row };
  for (const column in columns) {
    const value = columns[column]!;
    next[column] = isPlus(value) ? sum(next[column], value) : value;
  }
  return next;
};

export const isPlus = (value: ColumnValue | Plus): value is Plus =>
  typeof value === 'object' && value !== null && 'plus' in value;

const sum = (before: ColumnValue | undefined, { plus }: Plus): number =>
  (typeof before === 'number' ? before : 0) + plus;
