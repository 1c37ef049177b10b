import 'reflect-metadata';
import { CannotStart } from './cannot-start.js';
import { stationEnvironment } from './station-environment.js';
import { stationOptions } from './station-options.js';
import { Station } from './station.js';

const say = (line: string): void => console.log(line);

const options = stationOptions(process.argv.slice(2));
try {
  const begun = performance.now();
  const station = await Station.start(options, stationEnvironment(process.env), say);
  say(station.temporal);
  const logins = Object.entries(station.accounts);
  if (logins.length > 0) {
    say('Demo accounts 示例账号 (password after the name):');
    for (const [login, password] of logins) say(`  ${login.padEnd(26)} ${password}`);
  }
  say(`Minqing 民情 is ready after ${((performance.now() - begun) / 1_000).toFixed(1)} s: ${station.address}`);
  let stopping = false;
  const stop = (code: number): void => {
    if (stopping) return;
    stopping = true;
    say('Stopping …');
    void station.stop().then(
      () => process.exit(code),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', () => stop(0));
  process.once('SIGTERM', () => stop(143));
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exit(1);
}
