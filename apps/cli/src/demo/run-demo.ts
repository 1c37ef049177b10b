import { demoMatters } from '#demo-county';
import { CURRENT_POLICY } from '#policy';
import { addDays, localDayOf, startOfDay } from '#working-time';
import { StationClient, type Credentials } from '../rehearsal/station/station-client.js';
import { StationProcess } from '../rehearsal/station/station-process.js';
import { Cast } from './cast.js';
import { demoPasswords, keepMoreAccounts, newDemoFolder } from './folder.js';
import { happened } from './happened.js';
import { lifeOf } from './life.js';
import { lookAtAll, play } from './play.js';
import { progressOn } from './progress.js';
import { report, sights } from './report.js';
import { Tally } from './tally.js';
import { worthOpening } from './worth-opening.js';

export interface DemoWishes {
  readonly cases: number;
  readonly seed: number;
  readonly port: number;
  readonly folder: string;
  /** Ends the station when all is told. */
  readonly exit: boolean;
  readonly say: (line: string) => void;
}

const DAYS = 14;
const HOUR = 3_600_000;
const OPENS_AT_HOUR = 8;
const SIGHTS = 5;

/**
 * A fortnight that ends now, played on a station of its own over its public interface.
 * @throws CannotStart, StationFailed
 */
export const runDemo = async ({ cases, seed, port, folder, exit, say }: DemoWishes): Promise<void> => {
  const to = Date.now();
  const from = startOfDay(addDays(localDayOf(to), -DAYS)) + OPENS_AT_HOUR * HOUR;
  await newDemoFolder(folder);
  say(`A station of its own starts in ${folder}, on ${localDayOf(from)}.`);
  const station = await StationProcess.start(from, { folder, port });
  const cast = new Cast(from);
  const passwords = demoPasswords(folder);
  const client = new StationClient(station.address, folder, credentialsOf(cast, passwords));
  try {
    const matters = demoMatters({ count: cases, from, to, policy: CURRENT_POLICY, seed });
    const lives = matters.map((matter) => lifeOf(matter, cast.registrar(matter), seed));
    const tally = new Tally();
    const begun = performance.now();
    const onProgress = progressOn(process.stderr, {
      ...{ from, to },
      registered: () => lives.filter(({ caseId }) => caseId !== undefined).length,
      commands: () => tally.commands,
    });
    const playing = { client, cast, lives, tally, seed, until: to, onProgress };
    await play(playing);
    await client.releaseClock();
    await client.untilQuiet();
    onProgress(to);
    await lookAtAll(lives, to, playing);
    const { skips } = await client.state();
    const seconds = (performance.now() - begun) / 1_000;
    const sums = await happened(folder, lives, Date.now());
    for (const line of report({ address: station.address, happened: sums, tally, seconds, skips })) say(line);
    const known = client.knownCredentials;
    const worth = worthOpening(lives, SIGHTS).map((one) => ({
      ...one,
      reader: known.get(cast.of('DIRECTOR', one.life.seen!, one.life.registrar).id)!,
    }));
    say('');
    say('Worth opening:');
    for (const line of sights(station.address, worth)) say(line);
    const more = [...known].filter(([cadreId]) => !cast.logins.has(cadreId)).map(([, credentials]) => credentials);
    const file = keepMoreAccounts(folder, more);
    say('');
    say('Demo accounts 示例账号 (password after the name):');
    for (const [login, password] of Object.entries(passwords)) say(`  ${login.padEnd(26)} ${password}`);
    say(`  ${more.length} more were opened for the others who acted: ${file}`);
    say('');
    if (!exit) say(`The clock goes on from now. Ctrl-C ends it: ${station.address}`);
    if (!exit) await station.ended();
  } finally {
    client.close();
    await station.stop();
  }
};

const credentialsOf = (cast: Cast, passwords: Readonly<Record<string, string>>): ReadonlyMap<string, Credentials> =>
  new Map([...cast.logins].map(([cadreId, login]) => [cadreId, { login, password: passwords[login] ?? '' }]));
