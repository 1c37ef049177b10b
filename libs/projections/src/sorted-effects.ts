import type { RowEffect } from './row-effect.js';
import type { Row, Table } from './table.js';

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
  readonly updated: Map<string, Alike<RowEffect>>;
  /** Begin where there is nothing, and leave alone what is there. */
  readonly begun: Row[];
  /** Begin, or else hand the same values over to what is there. */
  readonly merged: Map<string, Alike<Row>>;
}

/** An effect that does one thing to a row that is there and begins another is both `updated` and `begun`, in this order. */
export const sorted = ({ columns, primaryKey }: Table, effects: Iterable<RowEffect>): SortedEffects => {
  const result: SortedEffects = { removed: [], updated: new Map(), begun: [], merged: new Map() };
  for (const effect of effects) {
    const { absent, replaced, key } = effect;
    if (replaced && !absent) {
      result.removed.push(key);
      continue;
    }
    const [set, plus] = replaced ? [columns, NOTHING] : [effect.set, effect.plus];
    const shape = shapeOf(set, plus, primaryKey);
    const changesPresent = shape !== NO_CHANGE;
    const group = <R>(of: Map<string, Alike<R>>): R[] => alike(of, shape, set, plus, primaryKey);
    if (absent && changesPresent && (replaced || handsOver(effect, absent))) {
      group(result.merged).push(absent);
      continue;
    }
    if (changesPresent) group(result.updated).push(effect);
    if (absent) result.begun.push(absent);
  }
  return result;
};

const handsOver = ({ set, plus }: RowEffect, absent: Row): boolean => {
  for (const column in set) if (set[column] !== absent[column]) return false;
  for (const column in plus) if (plus[column] !== absent[column]) return false;
  return true;
};

type Named = Readonly<Record<string, unknown>>;

const NOTHING: Named = {};
const NO_CHANGE = '+';

const shapeOf = (set: Named, plus: Named, primaryKey: readonly string[]): string => {
  let shape = '';
  for (const column in set) if (!primaryKey.includes(column)) shape += `${column},`;
  shape += '+';
  for (const column in plus) shape += `${column},`;
  return shape;
};

const alike = <R>(
  groups: Map<string, Alike<R>>,
  shape: string,
  set: Named,
  plus: Named,
  primaryKey: readonly string[],
): R[] => {
  let group = groups.get(shape);
  if (!group) {
    const others = Object.keys(set).filter((column) => !primaryKey.includes(column));
    groups.set(shape, (group = { set: others, plus: Object.keys(plus), rows: [] }));
  }
  return group.rows;
};
