import { describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { TemporalServer } from '#platform';
import { temporalBinary, withTemporal } from './testing/embedded-temporal.js';
import { errandProcess } from './testing/errand.js';
import { eventually } from './testing/eventually.js';
import { fastForward } from './fast-forward.js';
import { withTown } from './testing/town.js';

const HOUR = 3_600_000;

const status = async (client: Client, id: string): Promise<string> =>
  (await client.workflow.getHandle(`case:${id}`).describe()).status.name;

const workflowTasks = async (client: Client, id: string): Promise<number> => {
  const { events } = await client.workflow.getHandle(`case:${id}`).fetchHistory();
  return (events ?? []).filter(({ workflowTaskCompletedEventAttributes }) => workflowTaskCompletedEventAttributes)
    .length;
};

/** The server once more, on the same address and files. */
const withServerAgain = async (gone: TemporalServer, folder: string, work: () => Promise<void>): Promise<void> => {
  const port = Number(gone.address.split(':')[1]);
  const server = await TemporalServer.start({ binary: await temporalBinary(), folder, port });
  try {
    await work();
  } finally {
    await server.stop(50);
  }
};

describe('from the log through a real Temporal server and back', () => {
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
          await pause(700); // the rows of open processes are written in batches

          await guards.sweep();
          await bridge.doorbells.quiet();
          expect(await status(client, 'f')).toBe('RUNNING');
          expect(await status(client, 'ghost')).toBe('TERMINATED');
        }),
      ),
    60_000,
  );

  it(
    'lets commands go on while the server is away, and drains what waits when it returns',
    () =>
      withTemporal({}, async (server, folder) => {
        await server.stop();
        await withTown(server, folder, async ({ errands, bridge }) => {
          const due = Date.now();
          const ids = Array.from({ length: 50 }, (_, n) => `k${n}`);
          for (const id of ids) await errands.append(id, { type: 'ErrandAsked', occurredAt: due, data: { due } });
          await eventually(() => bridge.metrics.errors > 0);
          expect(bridge.positions.delivered).toBe('');
          await withServerAgain(server, folder, async () => {
            for (const id of ids) await eventually(async () => (await errands.types(id)).includes('ErrandReminded'));
          });
          expect(new Set(errands.asked).size).toBe(50);
        });
      }),
    90_000,
  );

  it(
    'starts a workflow anew when it was terminated behind its back',
    () =>
      withTemporal({}, (server, folder) =>
        withTown(server, folder, async ({ errands, client }) => {
          const due = Date.now() + HOUR;
          await errands.append('k', { type: 'ErrandAsked', occurredAt: due, data: { due } });
          await eventually(async () => (await status(client, 'k').catch(() => '')) === 'RUNNING');
          await client.workflow.getHandle('case:k').terminate('by hand');
          await errands.append('k', { type: 'ErrandMoved', occurredAt: due, data: { due: due + HOUR } });
          await eventually(async () => (await status(client, 'k')) === 'RUNNING');
        }),
      ),
    60_000,
  );

  it(
    'costs a plain case at most eight workflow tasks',
    () =>
      withTemporal({}, (server, folder) =>
        withTown(server, folder, async ({ errands, client }) => {
          const due = Date.now() + HOUR;
          await errands.append('g', { type: 'ErrandAsked', occurredAt: due, data: { due } });
          for (let n = 1; n <= 6; n += 1) {
            await pause(400);
            const data = { due: due + n * HOUR };
            await errands.append('g', { type: 'ErrandMoved', occurredAt: due, data }, `g-moved-${n}`);
          }
          await pause(400);
          await errands.append('g', { type: 'ErrandDone', occurredAt: due, data: {} });
          await eventually(async () => (await status(client, 'g')) === 'COMPLETED');
          expect(await workflowTasks(client, 'g')).toBeLessThanOrEqual(8);
        }),
      ),
    60_000,
  );

  it(
    'costs at most three under backlog',
    () =>
      withTemporal({}, (server, folder) =>
        withTown(server, folder, async ({ errands, client, bridge }) => {
          const ids = Array.from({ length: 80 }, (_, n) => `h${n}`);
          const due = Date.now() + HOUR;
          for (const id of ids) await errands.append(id, { type: 'ErrandAsked', occurredAt: due, data: { due } });
          for (let n = 1; n <= 6; n += 1) {
            await pause(400);
            const data = { due: due + n * HOUR };
            for (const id of ids)
              await errands.append(id, { type: 'ErrandMoved', occurredAt: due, data }, `${id}-moved-${n}`);
          }
          await bridge.doorbells.quiet();
          for (const id of ids) await errands.append(id, { type: 'ErrandDone', occurredAt: due, data: {} });
          for (const id of ids) await eventually(async () => (await status(client, id)) === 'COMPLETED');
          const tasks = await Promise.all(ids.map((id) => workflowTasks(client, id)));
          expect(Math.max(...tasks)).toBeLessThanOrEqual(3);
        }),
      ),
    120_000,
  );

  it(
    'carries timetable and orders over when its history grows long',
    () =>
      withTemporal({ dynamicConfig: ['limit.historyCount.suggestContinueAsNew=15'] }, (server, folder) =>
        withTown(server, folder, async ({ errands, client }) => {
          const due = Date.now() + HOUR;
          await errands.append('i', { type: 'ErrandAsked', occurredAt: due, data: { due } });
          await eventually(async () => (await status(client, 'i').catch(() => '')) === 'RUNNING');
          const { runId } = await client.workflow.getHandle('case:i').describe();
          for (let n = 1; n <= 6; n += 1) {
            await pause(350);
            const data = { due: due + n * HOUR };
            await errands.append('i', { type: 'ErrandMoved', occurredAt: due, data }, `i-moved-${n}`);
          }
          const soon = Date.now() + 500;
          await errands.append('i', { type: 'ErrandMoved', occurredAt: due, data: { due: soon } }, 'i-moved-soon');
          await eventually(async () => (await errands.types('i')).includes('ErrandReminded'));
          expect((await client.workflow.getHandle('case:i').describe()).runId).not.toBe(runId);
          expect(errands.asked).toEqual([`case:i:1:do:1:E1:${soon}`]);
        }),
      ),
    60_000,
  );
});
