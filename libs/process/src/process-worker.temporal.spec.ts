import { expect, it } from '@jest/globals';
import { ProcessWorker } from './process-worker.js';
import { withTemporal, workflowBundle } from './testing/embedded-temporal.js';
import { eventually } from './testing/eventually.js';

const threads = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'MessagePort').length;

it(
  'leaves no thread behind by its tries, where the server does not take it yet',
  () =>
    withTemporal({}, async ({ address }) => {
      let refusals = 0;
      const before = threads();
      const worker = await ProcessWorker.start({
        ...{ address, namespace: 'not-there-yet', taskQueue: 'cases', activities: {} },
        bundle: await workflowBundle(),
        log: {
          log: () => undefined,
          warn: (said) => void (said.includes('tries again') && (refusals += 1)),
          error: () => undefined,
        },
      });
      await eventually(() => refusals >= 3);
      await worker.stop();

      expect(threads()).toBe(before);
    }),
  60_000,
);
