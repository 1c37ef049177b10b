import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { liveCase, stopOf, type Cast } from './case-life.js';
import { passwordsOf, Person } from './people.js';
import { killTemporal, Victim } from './victims.js';

/** Small seeded generator: the same seed gives the same order of kills. */
const randomOf = (seed: number) => () => {
  seed = (Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
  return seed / 2 ** 32;
};

export interface CrashLoop {
  readonly kills: number;
  readonly clients: number;
  readonly seed: number;
}

interface Verdict {
  readonly lost: number;
  readonly doubled: number;
  readonly violations: number;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const ready = async (base: string, withinMs: number): Promise<number> => {
  const begun = Date.now();
  while (Date.now() - begun < withinMs) {
    const response = await fetch(`${base}/health/ready`).catch(() => undefined);
    if (response?.ok) return Date.now() - begun;
    await pause(50);
  }
  throw new Error(`${base} was not ready within ${withinMs} ms`);
};

/** Kills station, worker and Temporal server while clients work, then lets an independent program judge the files. */
export const runCrashLoop = async ({ kills, clients, seed }: CrashLoop): Promise<Verdict> => {
  const folder = mkdtempSync(join(tmpdir(), 'minqing-faults-'));
  const data = join(folder, 'data');
  const acknowledged = join(folder, 'acknowledged.jsonl');
  const [port, temporalPort] = [await freePort(), await freePort()];
  const base = `http://127.0.0.1:${port}`;
  const random = randomOf(seed);
  const logFile = join(folder, 'programs.log');
  const station = new Victim(
    'station',
    'apps/station/packed/main.js',
    ['--port', String(port), '--data', data, '--no-worker', '--temporal-port', String(temporalPort)],
    logFile,
  );
  const worker = new Victim(
    'worker',
    'apps/worker/src/main.js',
    ['--data', data, '--temporal', `127.0.0.1:${temporalPort}`],
    logFile,
  );
  const recovered: number[] = [];
  try {
    station.start();
    await ready(base, 120_000);
    worker.start();
    const working = { go: true };
    const people = work(base, data, acknowledged, clients, working);
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(1_500 + random() * 2_500);
      const victim = (['station', 'worker', 'temporal'] as const)[Math.floor(random() * 3)]!;
      const begun = Date.now();
      if (victim === 'temporal') killTemporal(data);
      else if (victim === 'worker') restart(worker);
      else restart(station);
      await ready(base, 60_000);
      recovered.push(Date.now() - begun);
      console.log(`kill ${kill + 1} of ${kills}: ${victim}, answering again after ${recovered.at(-1)} ms`);
    }
    working.go = false;
    const cases = await people;
    console.log(`${cases} cases; waiting for the guards …`);
    await pause(20_000);
    await worker.end();
    await station.end();
    const sorted = [...recovered].sort((a, b) => a - b);
    console.log(`recovery: median ${sorted[sorted.length >> 1]} ms, longest ${sorted.at(-1)} ms`);
    return judge(data, acknowledged);
  } finally {
    worker.kill();
    station.kill();
    if (process.env['KEEP_FAULTS'] === undefined) rmSync(folder, { recursive: true, force: true });
    else console.log(`kept: ${folder}`);
  }
};

const restart = (victim: Victim): void => {
  victim.kill();
  victim.start();
};

const VILLAGES = ['T01-V07', 'T01-V08'];

/** Clients side by side, each taking one case after the other along its way. */
const work = async (
  base: string,
  data: string,
  acknowledged: string,
  clients: number,
  working: { readonly go: boolean },
): Promise<number> => {
  const passwords = passwordsOf(data);
  const person = (login: string) => new Person(base, login, passwords[login]!, acknowledged);
  const instructors = ['instructor.t01-v07', 'instructor.t01-v08'].map(person);
  const cadres = new Map<string, Person>();
  for (const instructor of instructors) {
    const { body } = await instructor.get('/api/session');
    cadres.set(body['actorId'] as string, instructor);
  }
  const cast: Cast = {
    clerk: person('clerk.t01'),
    director: person('director.rural.t01'),
    callback: person('callback.t01'),
    cadres,
  };
  let cases = 0;
  const client = async (number: number): Promise<void> => {
    for (let turn = 0; working.go; turn += 1) {
      cases += 1;
      await liveCase(cast, `c${number}-${turn}`, VILLAGES[(number + turn) % VILLAGES.length]!, stopOf(number, turn));
      await pause(100);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return cases;
};

const judge = (data: string, acknowledged: string): Verdict => {
  const checker = join(process.cwd(), 'test/faults/checker.py');
  let printed: string;
  try {
    printed = execFileSync('python3', [checker, data, acknowledged], { encoding: 'utf8', maxBuffer: 1 << 26 });
  } catch (error) {
    printed = (error as { stdout?: string }).stdout ?? '';
    if (printed === '') throw error;
  }
  console.log(printed.trimEnd());
  const verdict = JSON.parse(printed.trimEnd().split('\n').at(-1)!) as Verdict;
  // A checker that cannot fail proves nothing.
  if (verdict.violations === 0) {
    execFileSync('python3', [join(process.cwd(), 'test/faults/damages.py'), data, acknowledged], { stdio: 'inherit' });
  }
  return verdict;
};
