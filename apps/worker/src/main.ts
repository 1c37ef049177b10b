import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { armFailpoint } from '#platform';
import { asCannotStart, CannotStart } from '../../station/src/cannot-start.js';
import { Worker } from './worker.js';
import { workerOptions } from './worker-options.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
armFailpoint(process.env['FAILPOINT']);
const options = workerOptions(process.argv.slice(2), process.env);
const worker = new Worker(options, fileURLToPath(new URL('../../../workflows/bundle.js', import.meta.url)));

let stopping = false;
const stopWith = (code: number) => (): void => {
  if (stopping) return;
  stopping = true;
  void worker.stop().then(
    () => process.exit(code),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
};

try {
  await worker.start();
  process.on('SIGINT', stopWith(0));
  process.on('SIGTERM', stopWith(143));
  say(`The worker works beside the station on ${options.data}.`);
} catch (thrown) {
  const error = asCannotStart(thrown, options);
  process.stderr.write(`${error instanceof CannotStart ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exit(1);
}
