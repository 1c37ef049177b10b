import { expect } from '@jest/globals';
import type { AnyEvent } from '#kernel';
import { ReadModels, type Projection, type Row, type RowsOf, type Tables } from '#projections';
import { DeliveredHistory, type Written } from './delivered-history.js';

/**
 * Given these events, then those rows. The events go through the real runtime on a database in memory, once one by one
 * and once in a single batch; both must give the same tables.
 */
export const projectionScenario = <E extends AnyEvent, T extends Tables>(projection: Projection<E, T>) => {
  const history = new DeliveredHistory();
  const steps = {
    given: (...events: readonly E[]) => steps.givenAt({}, ...events),
    givenAt(written: Written, ...events: readonly E[]) {
      history.write(written, ...events);
      return steps;
    },
    /** All rows of the table, in the order of its primary key; each is compared in the columns that are named. */
    thenRows: async <N extends keyof T & string>(table: N, ...rows: readonly Partial<RowsOf<T>[N]>[]) => {
      expect(await rowsOf(projection, history, table)).toMatchObject(rows);
      return steps;
    },
  };
  return steps;
};

const rowsOf = async (projection: Projection, history: DeliveredHistory, table: string): Promise<Row[]> => {
  const [single, batched] = [await ReadModels.open(':memory:'), await ReadModels.open(':memory:')];
  try {
    await history.projectInto(single, projection, 1);
    await history.projectInto(batched, projection, Math.max(1, history.events.length));
    expect(await batched.digest(projection)).toEqual(await single.digest(projection));
    let query = single.db<Record<string, Row>>().selectFrom(table).selectAll();
    for (const column of projection.tables[table]!.primaryKey) query = query.orderBy(column);
    return await query.execute();
  } finally {
    await single.close();
    await batched.close();
  }
};
