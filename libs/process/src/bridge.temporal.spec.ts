import { afterAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { SqliteEventStore } from '#event-store';
import type { TemporalServer } from '#platform';
import { ProcessBridge } from './bridge.js';
import { GUARDS, ProcessGuards } from './guards.js';
import { orderActivities } from './order-activity.js';
import { ProcessStore } from './process-store.js';
import { ProcessWorker } from './process-worker.js';
import { TemporalProcessHost } from './temporal-host.js';
import { temporalClient } from './temporal-client.js';
import { withTemporal, workflowBundle } from './testing/embedded-temporal.js';
import { errandProcess } from './testing/errand.js';
import { ErrandLog } from './testing/errand-log.js';
import { eventually } from './testing/eventually.js';
import { fastForward } from './testing/fast-forward.js';

const HOUR = 3_600_000;
const said: string[] = [];
const tell = (message: string, details?: object): void => void said.push(`${message} ${JSON.stringify(details ?? {})}`);
const log = { log: tell, warn: tell, error: tell };

interface Town {
  readonly errands: ErrandLog;
  readonly bridge: ProcessBridge;
  readonly guards: ProcessGuards;
  readonly client: Client;
  /** Moves the log's clock; the workflows' own clocks are skipped one by one. */
  readonly moveClock: (ms: number) => void;
}

/** Store, bridge, guards and worker around a real server. */
const withTown = async (server: TemporalServer, folder: string, work: (town: Town) => Promise<void>): Promise<void> => {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const events = SqliteEventStore.open(join(folder, 'log.db'), { clock: { now } });
  const store = new ProcessStore(join(folder, 'process.db'), now());
  const client = temporalClient(server.address);
  const host = new TemporalProcessHost(client);
  const processes = [errandProcess];
  const errands = new ErrandLog(events, now);
  const bridge = new ProcessBridge({ events, store, host, processes, now, log });
  const guards = new ProcessGuards({ bridge, store, host, processes, now, log }, { ...GUARDS, settledAfterMs: 0 });
  const worker = await ProcessWorker.start({
    address: server.address,
    taskQueue: errandProcess.taskQueue,
    bundle: await workflowBundle(),
    activities: orderActivities(errands, log),
    log,
  });
  try {
    await bridge.start();
    await work({ errands, bridge, guards, client, moveClock: (ms) => void (ahead += ms) });
  } finally {
    await bridge.stop();
    await worker.stop();
    await client.connection.close();
    store.close();
    await events.close();
  }
};

const status = async (client: Client, id: string): Promise<string> =>
  (await client.workflow.getHandle(`case:${id}`).describe()).status.name;

describe('from the log through a real Temporal server and back', () => {
  afterAll(() => {
    if (process.env['SHOW_LOG']) process.stderr.write(`${said.join('\n')}\n`);
  });

  it(
    'issues the order of a rung once, hears of its event, and ends with the process',
    () =>
      withTemporal({}, (server, folder) =>
        withTown(server, folder, async ({ errands, bridge, client }) => {
          const due = Date.now() + 1_500;
          await errands.append('a', { type: 'ErrandAsked', occurredAt: due, data: { due } });
          await eventually(async () => (await errands.types('a')).includes('ErrandReminded'));
          await errands.append('a', { type: 'ErrandDone', occurredAt: due, data: {} });
          await eventually(async () => (await status(client, 'a')) === 'COMPLETED');

          expect(await errands.types('a')).toEqual(['ErrandAsked', 'ErrandReminded', 'ErrandDone']);
          expect((await errands.stored('a'))[1]?.event.occurredAt).toBe(due);
          expect(errands.asked).toEqual([`case:a:1:do:1:E1:${due}`]);
          await eventually(() => bridge.positions.delivered === bridge.positions.read);
        }),
      ),
    60_000,
  );

  it(
    'goes on after a kill -9 of the server, which comes back by itself',
    () =>
      withTemporal({}, (server, folder) =>
        withTown(server, folder, async ({ errands, client }) => {
          const due = Date.now() + 4_000;
          await errands.append('b', { type: 'ErrandAsked', occurredAt: due, data: { due } });
          await eventually(async () => (await status(client, 'b').catch(() => '')) === 'RUNNING');
          process.kill(server.pid ?? 0, 'SIGKILL');
          await errands.append('c', { type: 'ErrandAsked', occurredAt: due, data: { due } });

          await eventually(() => server.health.restarts === 1 && server.health.state === 'up');
          for (const id of ['b', 'c'])
            await eventually(async () => (await errands.types(id)).includes('ErrandReminded'), {
              what: `reminder ${id}`,
            });
          expect(new Set(errands.asked).size).toBe(2);
        }),
      ),
    60_000,
  );

  it(
    'waits a month in a second where the server skips time',
    () =>
      withTemporal({ timeSkipping: true }, (server, folder) =>
        withTown(server, folder, async ({ errands, client, moveClock }) => {
          const due = Date.now() + 30 * 24 * HOUR;
          await errands.append('d', { type: 'ErrandAsked', occurredAt: due, data: { due } });
          await eventually(async () => (await status(client, 'd').catch(() => '')) === 'RUNNING');
          moveClock(30 * 24 * HOUR + 1_000);
          await fastForward(client, 'case:d', 30 * 24 * HOUR);
          await eventually(async () => (await errands.types('d')).includes('ErrandReminded'));
          expect((await errands.stored('d'))[1]?.event.occurredAt).toBe(due);
        }),
      ),
    60_000,
  );

  it(
    'asks again when the log says that a rung is not due yet',
    () =>
      withTemporal({}, (server, folder) =>
        withTown(server, folder, async ({ errands, moveClock }) => {
          moveClock(-2_000);
          const due = Date.now() + 500;
          await errands.append('e', { type: 'ErrandAsked', occurredAt: due, data: { due } });
          await eventually(async () => (await errands.types('e')).includes('ErrandReminded'));
          expect(new Set(errands.asked).size).toBe(1);
          expect(errands.asked.length).toBeGreaterThan(1);
        }),
      ),
    60_000,
  );

  it(
    'starts what is open without a workflow, ends what runs without a process',
    () =>
      withTemporal({}, (server, folder) =>
        withTown(server, folder, async ({ errands, guards, client, bridge }) => {
          const due = Date.now() + HOUR;
          await errands.append('f', { type: 'ErrandAsked', occurredAt: due, data: { due } });
          await eventually(async () => (await status(client, 'f').catch(() => '')) === 'RUNNING');
          await client.workflow.getHandle('case:f').terminate('lost');
          const options = { taskQueue: errandProcess.taskQueue, workflowId: 'case:ghost' };
          const nothing = { epoch: 1, position: '', stage: 'none', rungs: [], closed: false, clockOffset: 0 };
          await client.workflow.start('handleCase', { ...options, args: [nothing] });
          await new Promise((resolve) => setTimeout(resolve, 700)); // the rows of open processes are written in batches

          await guards.sweep();
          await bridge.doorbells.quiet();
          expect(await status(client, 'f')).toBe('RUNNING');
          expect(await status(client, 'ghost')).toBe('TERMINATED');
        }),
      ),
    60_000,
  );
});
