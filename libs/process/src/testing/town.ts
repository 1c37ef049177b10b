import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { SqliteEventStore } from '#event-store';
import type { TemporalServer } from '#platform';
import { ProcessBridge } from '../bridge.js';
import { GUARDS, ProcessGuards } from '../guards.js';
import { orderActivities } from '../order-activity.js';
import type { ProcessLog } from '../process-log.js';
import { ProcessStore } from '../process-store.js';
import { ProcessWorker } from '../process-worker.js';
import { TemporalProcessHost } from '../temporal-host.js';
import { temporalClient } from '../temporal-client.js';
import { workflowBundle } from './embedded-temporal.js';
import { errandProcess } from './errand.js';
import { ErrandLog } from './errand-log.js';

const quiet: ProcessLog = { log: () => undefined, warn: () => undefined, error: () => undefined };

export interface Town {
  readonly errands: ErrandLog;
  readonly bridge: ProcessBridge;
  /** Not started: each test says which of them are at work. */
  readonly guards: ProcessGuards;
  readonly client: Client;
  /** Moves the log's clock; the workflows' own clocks are skipped one by one. */
  readonly moveClock: (ms: number) => void;
}

/** Store, bridge, guards and worker around a real server. */
export const withTown = async (
  server: TemporalServer,
  folder: string,
  work: (town: Town) => Promise<void>,
): Promise<void> => {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const events = SqliteEventStore.open(join(folder, 'log.db'), { clock: { now } });
  const store = new ProcessStore(join(folder, 'process.db'), now());
  const client = temporalClient(server.address);
  const host = new TemporalProcessHost(client);
  const processes = [errandProcess];
  const errands = new ErrandLog(events, now);
  const bridge = new ProcessBridge({ events, store, host, processes, now, log: quiet });
  const guards = new ProcessGuards(
    { bridge, store, host, processes, now, log: quiet },
    { ...GUARDS, settledAfterMs: 0, recogniseEveryMs: 100 },
  );
  const worker = await ProcessWorker.start({
    address: server.address,
    taskQueue: errandProcess.taskQueue,
    bundle: await workflowBundle(),
    activities: orderActivities(errands, quiet),
    log: quiet,
  });
  try {
    await bridge.start();
    await work({ errands, bridge, guards, client, moveClock: (ms) => void (ahead += ms) });
  } finally {
    await guards.stop();
    await bridge.stop();
    await worker.stop();
    await client.connection.close();
    store.close();
    await events.close();
  }
};
