import { demoMatters } from '#demo-county';
import { CURRENT_POLICY } from '#policy';
import { addDays, localDayOf, startOfDay } from '#working-time';
import { StationClient, type Credentials } from '../rehearsal/station/station-client.js';
import { StationProcess } from '../rehearsal/station/station-process.js';
import { Cast } from './cast.js';
import { accountsFile, demoPasswords, keepMoreAccounts, newDemoFolder } from './folder.js';
import { happened } from './happened.js';
import { lifeOf } from './life.js';
import { lookAtAll, play, readerOf } from './play.js';
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
const SHOWN_LOGINS = ['clerk.t01', 'director.t01', 'deputy.t01', 'callback.t01', 'supervisor.county'];

/**
 * A fortnight that ends now, played on a station of its own over its public interface.
 * @throws CannotStart, StationFailed
 */
export const runDemo = async ({ cases, seed, port, folder, exit, say }: DemoWishes): Promise<void> => {
  const to = Date.now();
  const from = startOfDay(addDays(localDayOf(to), -DAYS)) + OPENS_AT_HOUR * HOUR;
  await newDemoFolder(folder);
  say(
    `为演示单独启动一个站点，时间从 ${localDayOf(from)} 开始。A station of its own starts, on ${localDayOf(from)}: ${folder}`,
  );
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
    for (const line of report({ happened: sums, tally, seconds, skips })) say(line);
    const known = client.knownCredentials;
    const worth = await Promise.all(
      worthOpening(lives, SIGHTS).map(async (one) => ({
        ...one,
        reader: known.get((await readerOf(one, playing)).id)!,
      })),
    );
    say('');
    for (const line of sights(station.address, worth)) say(line);
    const more = [...known].filter(([cadreId]) => !cast.logins.has(cadreId)).map(([, credentials]) => credentials);
    say('');
    say(`示例账号 Demo accounts: ${SHOWN_LOGINS.map((login) => `${login} ${passwords[login]}`).join(' · ')}`);
    say(`  其余 all others: ${accountsFile(folder)}`);
    say(`  为其他办理人开的 opened for the others who acted (${more.length}): ${keepMoreAccounts(folder, more)}`);
    say('');
    if (!exit) say(`从现在起时钟照常走，Ctrl-C 结束。The clock goes on from now; Ctrl-C ends it: ${station.address}`);
    if (!exit) await station.ended();
  } finally {
    client.close();
    await station.stop();
  }
};

const credentialsOf = (cast: Cast, passwords: Readonly<Record<string, string>>): ReadonlyMap<string, Credentials> =>
  new Map([...cast.logins].map(([cadreId, login]) => [cadreId, { login, password: passwords[login] ?? '' }]));
