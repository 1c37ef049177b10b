import { CompiledQuery, sql, type Compilable, type Kysely, type RawBuilder } from 'kysely';
import type { ChangeSet } from './change-set.js';
import type { RowEffect } from './row-effect.js';
import { sorted } from './sorted-effects.js';
import type { ColumnValue, Row, Table, Tables } from './table.js';

/** Any tables at all: for statements built from definitions. */
export type SomeTables = Record<string, Record<string, ColumnValue>>;

/** Rows of one statement: few distinct texts, so that the prepared statements stay cached. */
const CHUNKS = [64, 16, 4, 1] as const;
const PLACEHOLDER = 0;

/** Writes the effects of a batch with as few statements as possible; each text is built once by Kysely and kept. */
export class RowWriter {
  private readonly texts = new Map<string, string>();

  constructor(
    private readonly db: Kysely<SomeTables>,
    private readonly tables: Tables,
    /** The name under which a table stands in the database. */
    private readonly nameOf: (table: string) => string = (table) => table,
  ) {}

  /** @param transaction of the same kind of database as the one given at the start */
  async write(transaction: Kysely<SomeTables>, changes: ChangeSet): Promise<void> {
    for (const [name, effects] of changes.byTable())
      await this.writeTable(transaction, this.nameOf(name), this.tables[name]!, effects);
  }

  private async writeTable(
    db: Kysely<SomeTables>,
    name: string,
    table: Table,
    effects: Iterable<RowEffect>,
  ): Promise<void> {
    const { removed, updated, merged, begun } = sorted(table, effects);
    const { primaryKey } = table;
    await this.inChunks(
      removed,
      (key, parameters) => push(parameters, key, primaryKey),
      (rows, parameters) => this.run(db, this.deletion(name, table, rows), parameters),
    );
    for (const { set, plus, rows: all } of updated.values())
      await this.inChunks(
        all,
        (effect, parameters) => {
          push(parameters, effect.key, primaryKey);
          push(parameters, effect.set, set);
          push(parameters, effect.plus, plus);
        },
        (rows, parameters) => this.run(db, this.update(name, table, set, plus, rows), parameters),
      );
    const names = Object.keys(table.columns);
    const whole = (row: Row, parameters: ColumnValue[]): void => push(parameters, row, names);
    // After the updates, which must not see these rows.
    await this.inChunks(begun, whole, (rows, parameters) =>
      this.run(db, this.insertion(name, table, rows), parameters),
    );
    for (const { set, plus, rows: all } of merged.values())
      await this.inChunks(all, whole, (rows, parameters) =>
        this.run(db, this.merge(name, table, set, plus, rows), parameters),
      );
  }

  private async inChunks<R>(
    rows: readonly R[],
    bind: (row: R, parameters: ColumnValue[]) => void,
    write: (rows: number, parameters: ColumnValue[]) => Promise<void>,
  ): Promise<void> {
    for (let from = 0; from < rows.length;) {
      const size = CHUNKS.find((chunk) => chunk <= rows.length - from)!;
      const parameters: ColumnValue[] = [];
      for (let at = from; at < from + size; at += 1) bind(rows[at]!, parameters);
      await write(size, parameters);
      from += size;
    }
  }

  private async run(db: Kysely<SomeTables>, text: string, parameters: ColumnValue[]): Promise<void> {
    await db.executeQuery(CompiledQuery.raw(text, parameters));
  }

  private deletion(name: string, { primaryKey }: Table, rows: number): string {
    return this.text(`delete ${name} ${rows}`, () =>
      asCompilable(
        this.db,
        sql`delete from ${sql.table(name)} where (${named(primaryKey)}) in (values ${tuples(primaryKey.length, rows)})`,
      ),
    );
  }

  private update(
    name: string,
    { primaryKey }: Table,
    set: readonly string[],
    plus: readonly string[],
    rows: number,
  ): string {
    return this.text(`update ${name} ${set.join()} + ${plus.join()} ${rows}`, () => {
      const columns = [...primaryKey, ...set, ...plus];
      const changed = [
        ...set.map((column) => sql`${sql.ref(column)} = ${sql.ref(`given.${column}`)}`),
        ...plus.map((column) => sql`${sql.ref(column)} = ${added(`${name}.${column}`, sql.ref(`given.${column}`))}`),
      ];
      const same = primaryKey.map((column) => sql`${sql.ref(`${name}.${column}`)} = ${sql.ref(`given.${column}`)}`);
      return asCompilable(
        this.db,
        sql`with given(${named(columns)}) as (values ${tuples(columns.length, rows)})
          update ${sql.table(name)} set ${sql.join(changed)} from given where ${sql.join(same, sql` and `)}`,
      );
    });
  }

  private insertion(name: string, table: Table, rows: number): string {
    return this.text(`insert ${name} ${rows}`, () =>
      this.db
        .insertInto(name)
        .values(placeholders(table, rows))
        .onConflict((conflict) => conflict.columns([...table.primaryKey]).doNothing()),
    );
  }

  private merge(name: string, table: Table, set: readonly string[], plus: readonly string[], rows: number): string {
    return this.text(`merge ${name} ${set.join()} + ${plus.join()} ${rows}`, () =>
      this.db
        .insertInto(name)
        .values(placeholders(table, rows))
        .onConflict((conflict) =>
          conflict.columns([...table.primaryKey]).doUpdateSet({
            ...Object.fromEntries(set.map((column) => [column, excluded(column)])),
            ...Object.fromEntries(plus.map((column) => [column, added(`${name}.${column}`, excluded(column))])),
          }),
        ),
    );
  }

  private text(id: string, build: () => Compilable): string {
    let text = this.texts.get(id);
    if (text === undefined) this.texts.set(id, (text = build().compile().sql));
    return text;
  }
}

const asCompilable = (db: Kysely<SomeTables>, statement: RawBuilder<unknown>): Compilable => ({
  compile: () => statement.compile(db),
});
const push = (parameters: ColumnValue[], row: Row, columns: readonly string[]): void => {
  for (const column of columns) parameters.push(row[column]!);
};
const named = (columns: readonly string[]): RawBuilder<unknown> => sql.join(columns.map((column) => sql.ref(column)));
const tuples = (columns: number, rows: number): RawBuilder<unknown> => {
  const one = sql`(${sql.join(Array.from({ length: columns }, () => PLACEHOLDER))})`;
  return sql.join(Array.from({ length: rows }, () => one));
};
const excluded = (column: string): RawBuilder<number> => sql<number>`${sql.ref(`excluded.${column}`)}`;
const added = (column: string, amount: RawBuilder<unknown>): RawBuilder<number> =>
  sql<number>`coalesce(${sql.ref(column)}, 0) + ${amount}`;
const placeholders = ({ columns }: Table, rows: number): Record<string, ColumnValue>[] =>
  Array.from({ length: rows }, () => Object.fromEntries(Object.keys(columns).map((column) => [column, PLACEHOLDER])));
