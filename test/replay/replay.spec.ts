import { beforeAll, describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker';
import { workflowBundle } from '../../libs/process/src/testing/embedded-temporal.js';
import { savedHistories, type SavedHistory } from './saved-histories.js';

const failures = async (bundle: string, saved: readonly SavedHistory[]): Promise<(string | undefined)[]> => {
  const found: (string | undefined)[] = [];
  const replay = Worker.runReplayHistories({ workflowBundle: { codePath: bundle } }, saved);
  for await (const { error } of replay) found.push(error?.name);
  return found;
};

describe('the workflow of cases', () => {
  let saved: SavedHistory[];
  beforeAll(async () => {
    const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }); // the refusals are the point
    Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter } } });
    saved = await savedHistories();
    expect(saved.map(({ name }) => name)).toEqual(['continued', 'reminded']);
  });

  it('replays every history it ever wrote', async () => {
    expect(await failures(await workflowBundle(), saved)).toEqual([undefined, undefined]);
  }, 60_000);

  it('would be refused by them if it changed its steps', async () => {
    const changed = await workflowBundle(fileURLToPath(new URL('./changed.workflow.ts', import.meta.url)));
    expect(await failures(changed, saved)).toEqual(['DeterminismViolationError', 'DeterminismViolationError']);
  }, 60_000);
});
