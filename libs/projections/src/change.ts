import type { ColumnValue, KeyOf, NewRow, CounterColumn, Row, RowOf, Table, Tables } from './table.js';

/** In a patch: add to the whole number that stands there (null counts as 0). */
export interface Plus {
  readonly plus: number;
}

interface Upsert<N, R> {
  readonly op: 'upsert';
  readonly table: N;
  readonly row: R;
}
interface Insert<N, R> {
  readonly op: 'insert';
  readonly table: N;
  readonly row: R;
}
interface Patch<N, K, C> {
  readonly op: 'patch';
  readonly table: N;
  readonly key: K;
  readonly columns: C;
}
interface Increment<N, K, B> {
  readonly op: 'increment';
  readonly table: N;
  readonly key: K;
  readonly by: B;
}
interface Remove<N, K> {
  readonly op: 'remove';
  readonly table: N;
  readonly key: K;
}

type Patched<T extends Table> = Partial<
  Omit<RowOf<T>, CounterColumn<T> | T['primaryKey'][number]> & { [N in CounterColumn<T>]: RowOf<T>[N] | Plus }
>;

type ChangeOf<N, T extends Table> =
  | Upsert<N, NewRow<T>>
  | Insert<N, NewRow<T>>
  | Patch<N, KeyOf<T>, Patched<T>>
  | Increment<N, KeyOf<T>, Partial<Record<CounterColumn<T>, number>>>
  | Remove<N, KeyOf<T>>;

/** What a projection's handler wants done to one row of the tables of `T`. */
export type Change<T extends Tables = Tables> = { [N in keyof T]: ChangeOf<N, T[N]> }[keyof T];

/** A change whose table is no longer known to the compiler. */
export type AnyChange =
  | Upsert<string, Row>
  | Insert<string, Row>
  | Patch<string, Row, PatchedColumns>
  | Increment<string, Row, Readonly<Record<string, number>>>
  | Remove<string, Row>;
export type PatchedColumns = Readonly<Record<string, ColumnValue | Plus>>;

/** Writes the given columns; the others stay as they are, or start at null or 0 in a new row. */
export const upsert = <N extends string, R extends Row>(table: N, row: R): Upsert<N, R> => ({
  op: 'upsert',
  table,
  row,
});

/** A row written once; where the key is taken already, the row that stands there stays. */
export const insert = <N extends string, R extends Row>(table: N, row: R): Insert<N, R> => ({
  op: 'insert',
  table,
  row,
});

/** Changes columns of a row that is there; no effect where there is none. */
export const patch = <N extends string, K extends Row, C extends PatchedColumns>(
  table: N,
  key: K,
  columns: C,
): Patch<N, K, C> => ({ op: 'patch', table, key, columns });

export const plus = (amount: number): Plus => ({ plus: amount });

/**
 * Adds to counters and begins the row where there is none. Only for tables whose other columns all can start by
 * themselves; to count in a row that others create, use `patch` with `plus`.
 */
export const increment = <N extends string, K extends Row, B extends Readonly<Record<string, number>>>(
  table: N,
  key: K,
  by: B,
): Increment<N, K, B> => ({ op: 'increment', table, key, by });

export const remove = <N extends string, K extends Row>(table: N, key: K): Remove<N, K> => ({
  op: 'remove',
  table,
  key,
});
