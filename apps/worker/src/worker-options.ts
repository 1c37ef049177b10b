import { Command } from 'commander';
import { resolve } from 'node:path';

export interface WorkerOptions {
  /** Data folder of the station beside which it works. */
  readonly data: string;
  /** Address of the Temporal server; without it the one that the station left in the folder, also when that changes. */
  readonly temporal?: string;
}

export const workerOptions = (argv: readonly string[], env: NodeJS.ProcessEnv): WorkerOptions => {
  const program = new Command('worker')
    .description('A worker beside a station that was started with --no-worker, on the same machine')
    .option('--data <folder>', 'data folder of the station', '.minqing')
    .option('--temporal <address>', 'host:port of the Temporal server; without it, the station’s own')
    .showHelpAfterError('Run with --help to see all options.');
  program.parse(argv, { from: 'user' });
  const { data, temporal = env['TEMPORAL_ADDRESS'] } = program.opts<{ data: string; temporal?: string }>();
  return { data: resolve(data), ...(temporal && { temporal }) };
};
