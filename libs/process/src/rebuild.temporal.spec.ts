import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { TemporalServer } from '#platform';
import { temporalBinary, withTemporal } from './testing/embedded-temporal.js';
import { eventually } from './testing/eventually.js';
import { withTown, type Town } from './testing/town.js';

const HOUR = 3_600_000;
/** Those whose rung comes after the loss, and those that wait on long after it. */
const SOON = Array.from({ length: 30 }, (_, n) => `soon-${n}`);
const LATE = Array.from({ length: 30 }, (_, n) => `late-${n}`);
const ALL = [...SOON, ...LATE];

const running = async (client: Client): Promise<number> => {
  const { count } = await client.workflow.count('ExecutionStatus="Running"').catch(() => ({ count: -1 }));
  return count;
};

const askForAll = async ({ errands, client, bridge }: Town, due: number): Promise<void> => {
  for (const id of ALL)
    await errands.append(id, {
      type: 'ErrandAsked',
      occurredAt: due,
      data: { due: id.startsWith('soon') ? due : due + HOUR },
    });
  await eventually(async () => (await running(client)) === ALL.length);
  await eventually(() => bridge.positions.delivered === bridge.positions.read);
};

/** Every rung that came due was issued, none twice, and whatever is open is waited for. */
const expectAllRebuilt = async ({ errands, client, guards }: Town): Promise<void> => {
  for (const id of SOON)
    await eventually(async () => (await errands.types(id)).length >= 2, { what: `the reminder of ${id}` });
  await eventually(async () => (await running(client)) === ALL.length);
  await eventually(() => guards.metrics.rebuilding === undefined);
  for (const id of SOON) expect(await errands.types(id)).toEqual(['ErrandAsked', 'ErrandReminded']);
  for (const id of LATE) expect(await errands.types(id)).toEqual(['ErrandAsked']);
};

describe('when the file of Temporal is lost', () => {
  it(
    'everything open is built anew from the log, where that happens while the station is at work',
    () =>
      withTemporal({}, (server, folder) =>
        withTown(server, folder, async (town) => {
          town.guards.start();
          await askForAll(town, Date.now() + 8_000);
          await rm(join(folder, 'temporal.db'));
          process.kill(server.pid ?? 0, 'SIGKILL');
          await eventually(() => server.health.restarts === 1 && server.health.state === 'up');
          expect(existsSync(join(folder, 'temporal.db'))).toBe(true);
          await expectAllRebuilt(town);
        }),
      ),
    90_000,
  );

  it(
    'everything open is built anew from the log, where that happens while the station is away',
    () =>
      withTemporal({}, async (server, folder) => {
        await withTown(server, folder, async (town) => {
          town.guards.start();
          await askForAll(town, Date.now() + 5_000);
        });
        await server.stop();
        await rm(join(folder, 'temporal.db'));
        const again = await TemporalServer.start({ binary: await temporalBinary(), folder });
        try {
          await withTown(again, folder, async (town) => {
            expect(await running(town.client)).toBe(0);
            town.guards.start();
            await expectAllRebuilt(town);
          });
        } finally {
          await again.stop(50);
        }
      }),
    90_000,
  );
});
