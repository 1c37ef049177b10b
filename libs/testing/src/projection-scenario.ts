import { expect } from '@jest/globals';
import { SYSTEM, type Actor, type AnyEvent } from '#kernel';
import {
  Projector,
  ReadModels,
  type DeliveredEvent,
  type Projection,
  type Row,
  type RowsOf,
  type Tables,
} from '#projections';

/** Where an event of the scenario lies: by default stream `scenario`, recorded when it occurred, by the system. */
export interface Written {
  readonly stream?: string;
  readonly recordedAt?: number;
  readonly actor?: Actor;
  readonly policyVersion?: number;
}

/**
 * Given these events, then those rows. The events go through the real runtime on a database in memory, once one by one
 * and once in a single batch; both must give the same tables.
 */
export const projectionScenario = <E extends AnyEvent, T extends Tables>(projection: Projection<E, T>) => {
  const history: DeliveredEvent[] = [];
  const revisions = new Map<string, number>();
  const steps = {
    given: (...events: readonly E[]) => steps.givenAt({}, ...events),
    givenAt(written: Written, ...events: readonly E[]) {
      for (const event of events) {
        const stream = written.stream ?? 'scenario';
        const revision = (revisions.get(stream) ?? -1) + 1;
        revisions.set(stream, revision);
        history.push(delivery(event, history.length + 1, stream, revision, written));
      }
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

const rowsOf = async (projection: Projection, history: readonly DeliveredEvent[], table: string): Promise<Row[]> => {
  const [single, batched] = [await ReadModels.open(':memory:'), await ReadModels.open(':memory:')];
  try {
    await project(single, projection, history, 1);
    await project(batched, projection, history, Math.max(1, history.length));
    expect(await batched.digest(projection)).toEqual(await single.digest(projection));
    let query = single.db<Record<string, Row>>().selectFrom(table).selectAll();
    for (const column of projection.tables[table]!.primaryKey) query = query.orderBy(column);
    return await query.execute();
  } finally {
    await single.close();
    await batched.close();
  }
};

const project = async (
  models: ReadModels,
  projection: Projection,
  history: readonly DeliveredEvent[],
  size: number,
): Promise<void> => {
  const projector = new Projector(models.database, projection, { onPoison: 'stop', now: () => 0 });
  await projector.prepare();
  for (let from = 0; from < history.length; from += size)
    await projector.apply({ after: projector.position, events: history.slice(from, from + size) });
};

const delivery = (
  event: AnyEvent,
  number: number,
  stream: string,
  revision: number,
  { recordedAt = event.occurredAt, actor = SYSTEM, policyVersion = 1 }: Written,
): DeliveredEvent => {
  const id = `event-${number}`;
  return {
    event,
    meta: {
      stream,
      revision,
      position: String(number).padStart(16, '0'),
      recordedAt,
      actor,
      metadata: {
        eventId: id,
        commandId: id,
        requestHash: '',
        actor,
        correlationId: id,
        causationId: id,
        policyVersion,
        schemaVersion: 1,
      },
    },
  };
};
