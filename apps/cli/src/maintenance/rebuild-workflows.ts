import { Command } from 'commander';
import { resolve } from 'node:path';
import { ProcessStore } from '#process';
import { CannotStart } from '../../../station/src/cannot-start.js';
import { DataFolder } from '../../../station/src/data-folder.js';

/** A new epoch: every open process is delivered anew, and Temporal follows the log. */
export const rebuildWorkflowsCommand = (): Command =>
  new Command('rebuild-workflows')
    .description('lets every workflow be built anew from the log: at once where the station runs, or at its next start')
    .option('--data <folder>', 'data folder', '.minqing')
    .action(({ data }: { data: string }) => {
      try {
        const { epoch, open } = ringAll(DataFolder.beside(resolve(data)).file('process.db'));
        console.log(`Epoch ${epoch}: ${open} open processes are delivered anew, now or at the station's next start.`);
      } catch (error) {
        if (!(error instanceof CannotStart)) throw error;
        console.error(error.message);
        process.exitCode = 1;
      }
    });

/** Begun by whichever station works on the folder; one that runs looks for it every few seconds. */
export const ringAll = (processFile: string): { readonly epoch: number; readonly open: number } => {
  const store = new ProcessStore(processFile, Date.now());
  try {
    store.beginEpoch({ forgetAll: false });
    return { epoch: store.epoch, open: store.countOpen() };
  } finally {
    store.close();
  }
};
