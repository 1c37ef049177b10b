import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { verifyLog } from '#event-store';

const MOST_SHOWN = 20;

/** For an auditor: of a data folder or of a backup, also while the station works. */
export const verifyCommand = (): Command =>
  new Command('verify')
    .description('proves the log against itself: no gap, every hash right, no clock that went back')
    .option('--data <folder>', 'data folder, or a backup', '.minqing')
    .action(({ data }: { data: string }) => {
      const file = join(resolve(data), 'log.db');
      if (!existsSync(file)) {
        console.error(`${data} has no log: give another folder with --data.`);
        process.exitCode = 1;
        return;
      }
      const { events, streams, head, digest, faults } = verifyLog(file);
      console.log(`${events} events in ${streams} streams up to ${head}, digest ${digest}.`);
      for (const { fault, position, stream, revision } of faults.slice(0, MOST_SHOWN)) {
        console.log(`${fault} at ${position}: ${stream}, revision ${revision}`);
      }
      if (faults.length === 0) return;
      console.log(`${faults.length} faults. Change nothing; restore the last backup that is whole.`);
      process.exitCode = 1;
    });
