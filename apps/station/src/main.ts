import 'reflect-metadata';
import { armFailpoint } from '#platform';
import { CannotStart } from './cannot-start.js';
import { stationEnvironment } from './station-environment.js';
import { stationOptions } from './station-options.js';
import { Station } from './station.js';

const say = (line: string): void => console.log(line);

/** One Ctrl-C may arrive several times, from the terminal and from the programs between: within this time it is one. */
const SAME_SIGNAL_MS = 1_000;

const begun = performance.now();
armFailpoint(process.env['FAILPOINT']);
const options = stationOptions(process.argv.slice(2));
const station = new Station(options, stationEnvironment(process.env), say);

let stoppingSince: number | undefined;
const stopWith = (code: number) => (): void => {
  if (stoppingSince !== undefined) {
    if (performance.now() - stoppingSince < SAME_SIGNAL_MS) return;
    say('Leaving at once.');
    station.abandon();
    process.exit(130);
  }
  stoppingSince = performance.now();
  say('Stopping … (once more to leave at once)');
  void station.stop().then(
    () => process.exit(code),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
};
process.on('SIGINT', stopWith(0));
process.on('SIGTERM', stopWith(143));
process.on('SIGHUP', stopWith(129));

try {
  await station.start();
  say(station.temporal);
  const logins = Object.entries(station.accounts);
  if (logins.length > 0) {
    say('Demo accounts 示例账号 (password after the name):');
    for (const [login, password] of logins) say(`  ${login.padEnd(26)} ${password}`);
  }
  say(`Minqing 民情 is ready after ${((performance.now() - begun) / 1_000).toFixed(1)} s: ${station.address}`);
} catch (error) {
  // Stopped while it was starting: whoever stops it ends the program.
  if (stoppingSince === undefined) {
    console.error(error instanceof CannotStart ? error.message : error);
    process.exit(1);
  }
}
