import type { KeyedEffect } from './change-set.js';
import type { RowEffect } from './row-effect.js';
import type { Row, Table } from './table.js';

type PresentEffect = Exclude<RowEffect['present'], 'removed'>;

/** Rows that one statement text serves: the same columns are set, the same are added to. */
export interface Alike<R> {
  readonly set: readonly string[];
  readonly plus: readonly string[];
  readonly rows: R[];
}

/** The effects on one table by the kind of statement they need. */
export interface SortedEffects {
  readonly removed: Row[];
  /** Change what is there, and nothing where there is nothing. */
  readonly updated: Map<string, Alike<{ readonly key: Row; readonly effect: PresentEffect }>>;
  /** Begin where there is nothing, and leave alone what is there. */
  readonly begun: Row[];
  /** Begin, or else hand the same values over to what is there. */
  readonly merged: Map<string, Alike<Row>>;
}

/** An effect that does one thing to a row that is there and begins another is both `updated` and `begun`, in this order. */
export const sorted = ({ primaryKey }: Table, effects: Iterable<KeyedEffect>): SortedEffects => {
  const result: SortedEffects = { removed: [], updated: new Map(), begun: [], merged: new Map() };
  for (const { key, effect } of effects) {
    const { present, absent } = effect;
    if (present === 'removed') {
      result.removed.push(key);
      continue;
    }
    const set = Object.keys(present.set).filter((column) => !primaryKey.includes(column));
    const plus = Object.keys(present.plus);
    const changesPresent = set.length + plus.length > 0;
    if (absent && changesPresent && handsOver(present, set, plus, absent)) {
      alike(result.merged, set, plus).push(absent);
      continue;
    }
    if (changesPresent) alike(result.updated, set, plus).push({ key, effect: present });
    if (absent) result.begun.push(absent);
  }
  return result;
};

const handsOver = (present: PresentEffect, set: readonly string[], plus: readonly string[], absent: Row): boolean =>
  set.every((column) => present.set[column] === absent[column]) &&
  plus.every((column) => present.plus[column] === absent[column]);

const alike = <R>(groups: Map<string, Alike<R>>, set: readonly string[], plus: readonly string[]): R[] => {
  const shape = `${set.join()} + ${plus.join()}`;
  let group = groups.get(shape);
  if (!group) groups.set(shape, (group = { set, plus, rows: [] }));
  return group.rows;
};
