import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { headingOf, linesOf, type RowLine } from './digest.js';
import type { RuntimeTables } from './read-database.js';
import type { ColumnValue, Tables } from './table.js';

export interface TableComparison {
  /** SHA-256 as `Digest` has it. */
  readonly built: string;
  readonly serving: string;
  /** Rows of the built tables. */
  readonly rows: number;
  /** Rows that stand on both sides with other values. */
  readonly different: number;
  /** Rows the serving tables lack, and rows they should not have. */
  readonly missing: number;
  readonly surplus: number;
}

/** Both sides row by row, in one pass and in the order of their keys; nothing is kept in memory. */
export const compareTables = async (
  built: Kysely<RuntimeTables>,
  serving: Kysely<RuntimeTables>,
  tables: Tables,
): Promise<TableComparison> => {
  const [ofBuilt, ofServing] = [createHash('sha256'), createHash('sha256')];
  const count = { rows: 0, different: 0, missing: 0, surplus: 0 };
  for (const name of Object.keys(tables).sort()) {
    const table = tables[name]!;
    for (const hash of [ofBuilt, ofServing]) hash.update(headingOf(name, table));
    const [left, right] = [linesOf(built, name, table), linesOf(serving, name, table)];
    let [one, other] = [await nextOf(left), await nextOf(right)];
    while (one ?? other) {
      const order = one && other ? keyOrder(one.key, other.key) : one ? -1 : 1;
      if (order === 0 && one?.line !== other?.line) count.different += 1;
      if (order < 0) count.missing += 1;
      if (order > 0) count.surplus += 1;
      if (one && order <= 0) {
        count.rows += 1;
        ofBuilt.update(one.line);
        one = await nextOf(left);
      }
      if (other && order >= 0) {
        ofServing.update(other.line);
        other = await nextOf(right);
      }
    }
  }
  return { built: ofBuilt.digest('hex'), serving: ofServing.digest('hex'), ...count };
};

const nextOf = async (lines: AsyncGenerator<RowLine, undefined>): Promise<RowLine | undefined> =>
  (await lines.next()).value;

const keyOrder = (one: readonly ColumnValue[], other: readonly ColumnValue[]): number => {
  for (const [index, value] of one.entries()) {
    const order = valueOrder(value, other[index]!);
    if (order !== 0) return order;
  }
  return 0;
};

/** As the database orders: texts by their bytes. */
const valueOrder = (one: ColumnValue, other: ColumnValue): number => {
  if (one === other) return 0;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return Buffer.compare(bytesOf(one), bytesOf(other));
};

const bytesOf = (value: ColumnValue): Uint8Array => (ArrayBuffer.isView(value) ? value : Buffer.from(String(value)));
