import { beforeAll, describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker';
import { workflowBundle } from '../../libs/process/src/testing/embedded-temporal.js';
import { PROCESSES } from '../../apps/worker/src/processes.js';
import { savedHistories, type SavedHistory } from './saved-histories.js';

const failures = async (bundle: string, saved: readonly SavedHistory[]): Promise<(string | undefined)[]> => {
  const found: (string | undefined)[] = [];
  const replay = Worker.runReplayHistories({ workflowBundle: { codePath: bundle } }, saved);
  for await (const { error } of replay) found.push(error?.name);
  return found;
};

describe('the workflows', () => {
  let saved: SavedHistory[];
  beforeAll(async () => {
    const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }); // the refusals are the point
    Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter } } });
    saved = await savedHistories();
  });

  it('have each a history to follow', () => {
    const kept = new Set(saved.map(({ workflowType }) => workflowType));
    expect(PROCESSES.map(({ workflowType }) => workflowType).filter((type) => !kept.has(type))).toEqual([]);
  });

  it('replay every history they ever wrote', async () => {
    expect(await failures(await workflowBundle(), saved)).toEqual(saved.map(() => undefined));
  }, 60_000);

  it('would be refused by them if they changed their steps', async () => {
    const changed = await workflowBundle(fileURLToPath(new URL('./changed.workflow.ts', import.meta.url)));
    expect(await failures(changed, saved)).toEqual(saved.map(() => 'DeterminismViolationError'));
  }, 60_000);
});
