import { Command } from 'commander';
import { ProcessStore } from '#process';
import { inDataFolder } from './in-data-folder.js';

/** A new epoch: at the next start every open process is delivered anew, and Temporal follows the log. */
export const rebuildWorkflowsCommand = (): Command =>
  new Command('rebuild-workflows')
    .description('lets every workflow be built anew from the log at the next start')
    .option('--data <folder>', 'data folder', '.minqing')
    .action(async ({ data }: { data: string }) => {
      await inDataFolder(data, async (folder) => {
        const store = new ProcessStore(folder.file('process.db'), Date.now());
        try {
          store.beginEpoch({ forgetAll: false });
          console.log(
            `Epoch ${store.epoch}: ${store.countOpen()} open processes are delivered anew at the next start.`,
          );
        } finally {
          store.close();
        }
      });
    });
