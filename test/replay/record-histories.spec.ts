import { describe, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Rung, Timetable } from '#kernel';
import { CASE_WORKFLOW } from '#workflows/case-handling';
import { temporalClient } from '../../libs/process/src/temporal-client.js';
import { ProcessWorker } from '../../libs/process/src/process-worker.js';
import { withTemporal, workflowBundle } from '../../libs/process/src/testing/embedded-temporal.js';
import { eventually } from '../../libs/process/src/testing/eventually.js';
import { withTown } from '../../libs/process/src/testing/town.js';
import { PROCESSES } from '../../apps/worker/src/processes.js';
import { saveHistory } from './saved-histories.js';

/** Writes the histories anew; only when the workflow is meant to break with its past: `RECORD_HISTORIES=1`. */
const record = process.env['RECORD_HISTORIES'] ? describe : describe.skip;
const HOUR = 3_600_000;
const QUIET = { log: () => undefined, warn: () => undefined, error: console.error };
const OTHERS = PROCESSES.filter(({ workflowType }) => workflowType !== CASE_WORKFLOW);
const rung = (level: string, at: number): Rung => ({ round: 1, step: 'recorded', attempt: 1, level, at });

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

  it('of every other process: a rung that falls due, one that is moved, and the end', () =>
    withTemporal({}, async (server) => {
      const client = temporalClient(server.address);
      const worker = await ProcessWorker.start({
        address: server.address,
        taskQueue: OTHERS[0]?.taskQueue ?? '',
        bundle: await workflowBundle(),
        activities: { issueOrder: async () => 'issued' as const },
        log: QUIET,
      });
      try {
        for (const { workflowType, signal, taskQueue } of OTHERS) {
          const soon = Date.now() + 2_000;
          const first: Timetable = {
            ...{ epoch: 1, position: '0001', stage: 'OPEN', closed: false, clockOffset: 0 },
            rungs: [rung('E1', soon), rung('E2', soon + HOUR)],
          };
          const workflowId = `recorded:${workflowType}`;
          const running = await client.workflow.start(workflowType, { workflowId, taskQueue, args: [first] });
          await pause(3_000);
          await running.signal(signal, { ...first, position: '0002', rungs: [rung('E2', Date.now() + 1_000)] });
          await pause(2_000);
          await running.signal(signal, { ...first, position: '0003', rungs: [], closed: true });
          await running.result();
          await saveHistory(workflowType, await running.fetchHistory());
        }
      } finally {
        await worker.stop();
        await client.connection.close();
      }
    }), 90_000);
});
