import { parentPort, workerData } from 'node:worker_threads';
import { SqliteLogReader } from '#event-store';
import { SystemClock } from '#platform';
import { openSqliteShadow, rebuild } from '#projections';
import type { BuildOrder } from './build-aside.js';
import { PROJECTIONS } from './projections.js';

const { log, readModels, names } = workerData as BuildOrder;
const clock = new SystemClock();
const store = new SqliteLogReader(log);
try {
  const built = await rebuild({
    store,
    shadow: await openSqliteShadow(readModels),
    projections: PROJECTIONS.filter(({ name }) => names.includes(name)),
    now: () => clock.now(),
  });
  parentPort?.postMessage(built);
} finally {
  await store.close();
}
