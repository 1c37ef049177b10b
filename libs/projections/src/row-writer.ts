import { CompiledQuery, sql, type Compilable, type Kysely, type RawBuilder } from 'kysely';
import type { ChangeSet, KeyedEffect } from './change-set.js';
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
    effects: Iterable<KeyedEffect>,
  ): Promise<void> {
    const { removed, updated, merged, begun } = sorted(table, effects);
    for (const key of removed) await this.run(db, this.deletion(name, table), values(key, table.primaryKey));
    for (const { set, plus, rows } of updated.values()) {
      const text = this.update(name, table, set, plus);
      for (const { key, effect } of rows)
        await this.run(db, text, [
          ...values(effect.set, set),
          ...values(effect.plus, plus),
          ...values(key, table.primaryKey),
        ]);
    }
    // After the updates, which must not see these rows.
    await this.insertAll(db, begun, table, (rows) => this.insertion(name, table, rows));
    for (const { set, plus, rows: all } of merged.values())
      await this.insertAll(db, all, table, (rows) => this.merge(name, table, set, plus, rows));
  }

  private async insertAll(
    db: Kysely<SomeTables>,
    rows: readonly Row[],
    { columns }: Table,
    textFor: (rows: number) => string,
  ): Promise<void> {
    const names = Object.keys(columns);
    for (let from = 0; from < rows.length;) {
      const size = CHUNKS.find((chunk) => chunk <= rows.length - from)!;
      const parameters = rows.slice(from, from + size).flatMap((row) => values(row, names));
      await this.run(db, textFor(size), parameters);
      from += size;
    }
  }

  private async run(db: Kysely<SomeTables>, text: string, parameters: ColumnValue[]): Promise<void> {
    await db.executeQuery(CompiledQuery.raw(text, parameters));
  }

  private deletion(name: string, { primaryKey }: Table): string {
    return this.text(`delete ${name}`, () => {
      let query = this.db.deleteFrom(name);
      for (const column of primaryKey) query = query.where(column, '=', PLACEHOLDER);
      return query;
    });
  }

  private update(name: string, { primaryKey }: Table, set: readonly string[], plus: readonly string[]): string {
    return this.text(`update ${name} ${set.join()} + ${plus.join()}`, () => {
      let query = this.db.updateTable(name).set({
        ...Object.fromEntries(set.map((column) => [column, PLACEHOLDER])),
        ...Object.fromEntries(plus.map((column) => [column, added(column, sql`${PLACEHOLDER}`)])),
      });
      for (const column of primaryKey) query = query.where(column, '=', PLACEHOLDER);
      return query;
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

const values = (row: Row, columns: readonly string[]): ColumnValue[] => columns.map((column) => row[column]!);
const excluded = (column: string): RawBuilder<number> => sql<number>`${sql.ref(`excluded.${column}`)}`;
const added = (column: string, amount: RawBuilder<unknown>): RawBuilder<number> =>
  sql<number>`coalesce(${sql.ref(column)}, 0) + ${amount}`;
const placeholders = ({ columns }: Table, rows: number): Record<string, ColumnValue>[] =>
  Array.from({ length: rows }, () => Object.fromEntries(Object.keys(columns).map((column) => [column, PLACEHOLDER])));
