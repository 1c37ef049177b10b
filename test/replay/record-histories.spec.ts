import { describe, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { withTemporal } from '../../libs/process/src/testing/embedded-temporal.js';
import { eventually } from '../../libs/process/src/testing/eventually.js';
import { withTown } from '../../libs/process/src/testing/town.js';
import { saveHistory } from './saved-histories.js';

/** Writes the histories anew; only when the workflow is meant to break with its past: `RECORD_HISTORIES=1`. */
const record = process.env['RECORD_HISTORIES'] ? describe : describe.skip;
const HOUR = 3_600_000;

const isOver = async (client: Client, id: string): Promise<boolean> => {
  const { status } = await client.workflow.getHandle(`case:${id}`).describe();
  return status.name === 'COMPLETED';
};

record('histories to keep', () => {
  it('of a case that is reminded of, not yet due at first, and done', () =>
    withTemporal({}, (server, folder) =>
      withTown(server, folder, async ({ errands, client, moveClock }) => {
        moveClock(-1_000);
        const [far, soon] = [Date.now() + HOUR, Date.now() + 3_000];
        await errands.append('reminded', { type: 'ErrandAsked', occurredAt: far, data: { due: far } });
        await pause(1_000);
        await errands.append('reminded', { type: 'ErrandMoved', occurredAt: far, data: { due: soon } });
        await eventually(async () => (await errands.types('reminded')).includes('ErrandReminded'));
        await errands.append('reminded', { type: 'ErrandDone', occurredAt: far, data: {} });
        await eventually(() => isOver(client, 'reminded'));
        await saveHistory('reminded', await client.workflow.getHandle('case:reminded').fetchHistory());
      }),
    ), 60_000);

  it('of a case whose history grew long', () =>
    withTemporal({ dynamicConfig: ['limit.historyCount.suggestContinueAsNew=10'] }, (server, folder) =>
      withTown(server, folder, async ({ errands, client }) => {
        const due = Date.now() + HOUR;
        await errands.append('continued', { type: 'ErrandAsked', occurredAt: due, data: { due } });
        await pause(1_000);
        const { runId } = await client.workflow.getHandle('case:continued').describe();
        for (let n = 1; n <= 4; n += 1) {
          const data = { due: due + n * HOUR };
          await errands.append('continued', { type: 'ErrandMoved', occurredAt: due, data }, `moved-${n}`);
          await pause(400);
        }
        await saveHistory('continued', await client.workflow.getHandle('case:continued', runId).fetchHistory());
      }),
    ), 60_000);
});
