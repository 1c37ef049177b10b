import { resolve } from 'node:path';
import { Command } from 'commander';
import { CannotStart, asCannotStart } from '../../../../station/src/cannot-start.js';
import { DataFolder } from '../../../../station/src/data-folder.js';
import { backUp } from './back-up.js';
import { restore } from './restore.js';

/** Says in one sentence why it cannot, and fails. */
const orSay = async (data: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    const told = asCannotStart(error, { data });
    if (!(told instanceof CannotStart)) throw error;
    console.error(told.message);
    process.exitCode = 1;
  }
};

export const backupCommand = (): Command =>
  new Command('backup')
    .description('copies what cannot be built anew, and proves the copy; may be run while the station works')
    .argument('<folder>', 'a new folder')
    .option('--data <folder>', 'data folder', '.minqing')
    .option('--with-key', 'put the master key beside it: whoever has such a backup can read everything', false)
    .action((destination: string, { data, withKey }: { data: string; withKey: boolean }) =>
      orSay(data, async () => {
        const folder = DataFolder.beside(resolve(data));
        const { log } = await backUp(folder, resolve(destination), { now: Date.now(), withKey });
        console.log(`${destination}: ${log.events} events in ${log.streams} streams, every hash checked.`);
        if (!withKey) {
          console.log(`The key is not in it: keep a copy of ${folder.file('keys')} in another place.`);
        }
      }),
    );

interface RestoreArguments {
  readonly data: string;
  readonly keys?: string;
  readonly replace: boolean;
}

export const restoreCommand = (): Command =>
  new Command('restore')
    .description('makes a data folder of a backup; the rest is built anew from the log at the next start')
    .argument('<folder>', 'a backup')
    .option('--data <folder>', 'data folder', '.minqing')
    .option('--keys <folder>', 'where the master key is kept')
    .option('--replace', 'set the data folder aside that is there', false)
    .action((backup: string, { data, keys, replace }: RestoreArguments) =>
      orSay(data, async () => {
        const options = { now: Date.now(), keys: keys === undefined ? undefined : resolve(keys), replace };
        const { manifest, setAside } = await restore(resolve(backup), resolve(data), options);
        const { log, takenAt } = manifest;
        console.log(`${data} is as it was at ${takenAt}: ${log.events} events. What was written later is not in it.`);
        if (setAside !== undefined) console.log(`What was there is now in ${setAside}.`);
        console.log('Start the station: read models and workflows are built anew. Everybody logs in again.');
      }),
    );
