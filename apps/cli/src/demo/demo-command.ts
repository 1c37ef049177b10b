import { Command, InvalidArgumentError } from 'commander';
import { resolve } from 'node:path';
import { SEED } from '#demo-county';
import { CannotStart } from '../../../station/src/cannot-start.js';
import { StationFailed } from '../rehearsal/station/station-process.js';
import { runDemo } from './run-demo.js';

const whole =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < least || number > most)
      throw new InvalidArgumentError(`A whole number from ${least} to ${most}.`);
    return number;
  };

interface Options {
  readonly cases: number;
  readonly seed: number;
  readonly port: number;
  readonly data: string;
  readonly exit: boolean;
}

/** `demo`: plays a made-up fortnight on a station of its own and leaves it open. */
export const demoCommand = (): Command =>
  new Command('demo')
    .description('plays a fortnight of made-up cases on a station of its own, and leaves it running')
    .option('--cases <number>', 'how many people come with something', whole(1, 5_000), 300)
    .option('--seed <number>', 'the same seed draws the same matters', whole(0, 2_147_483_647), SEED)
    .option('--port <number>', 'port of the pages and the API', whole(1, 65_535), 8090)
    .option('--data <folder>', 'data folder, made anew each time', '.minqing-demo')
    .option('--exit', 'end the station when all is told', false)
    .showHelpAfterError('Run with --help to see all options.')
    .action(async ({ data, ...options }: Options) => {
      try {
        await runDemo({ ...options, folder: resolve(data), say: (line) => console.log(line) });
      } catch (thrown) {
        if (!(thrown instanceof CannotStart) && !(thrown instanceof StationFailed)) throw thrown;
        console.error(thrown.message);
        process.exitCode = 1;
      }
    });
