import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { work } from './cast.js';
import { judge, proveTheChecker, type Verdict } from './judge.js';
import { playPast } from './past.js';
import { caughtUp, freePort, ready } from './surroundings.js';
import { killTemporal, loseTemporal, Victim } from './victims.js';

/** Kills from one rebuild of the read models to the next. */
const REBUILD_EVERY = 4;
/** By then the guards have looked at everything that a last kill has left behind. */
const GUARDS_MS = 20_000;

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

/** Of eight kills, in an order that the seed gives. */
const KINDS = ['station', 'station', 'station', 'worker', 'worker', 'temporal', 'temporal', 'temporal-lost'] as const;
type Kind = (typeof KINDS)[number];

const orderOf = (kills: number, random: () => number): Kind[] => {
  const order: Kind[] = [];
  while (order.length < kills) {
    const left: Kind[] = [...KINDS];
    while (left.length > 0) order.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return order.slice(0, kills);
};

export interface CrashLoopVerdict extends Verdict {
  readonly recoveryMs: { readonly p50: number; readonly p99: number };
}

/** Kills station, worker and Temporal server while clients work, then lets an independent program judge the files. */
export const runCrashLoop = async ({ kills, clients, seed }: CrashLoop): Promise<CrashLoopVerdict> => {
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
  const rebuild = new Victim('rebuild', 'apps/cli/src/main.js', ['rebuild', '--data', data], logFile);
  const recovered: number[] = [];
  try {
    const cast = await playPast({ ...{ base, data, acknowledged, port, logFile }, talks: Math.max(kills, 6) });
    station.start();
    await ready(base, 120_000);
    worker.start();
    const working = { go: true };
    const people = work(cast, { clients }, working);
    // one who gives up ends it all
    const givenUp = people.then(() => undefined);
    for (const [index, kind] of orderOf(kills, random).entries()) {
      // all read models are built anew while people work and things are killed, this too
      if (index % REBUILD_EVERY === 1) restart(rebuild);
      await Promise.race([pause(1_500 + random() * 2_500), givenUp]);
      const begun = Date.now();
      if (kind === 'temporal') killTemporal(data);
      else if (kind === 'temporal-lost') loseTemporal(data);
      else restart(kind === 'worker' ? worker : station);
      await ready(base, 60_000);
      recovered.push(Date.now() - begun);
      console.log(`kill ${index + 1} of ${kills}: ${kind}, answering again after ${recovered.at(-1)} ms`);
    }
    working.go = false;
    const cases = await people;
    const restMs = await caughtUp(data, 240_000);
    console.log(`${cases} lives; every reader at the end of the log after ${restMs} ms; waiting for the guards …`);
    await pause(GUARDS_MS);
    await rebuild.end();
    await worker.end();
    await station.end();
    const sorted = recovered.toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1]!;
    const recoveryMs = { p50: at(0.5), p99: at(0.99) };
    const verdict = judge(data, acknowledged);
    if (verdict.violations === 0) proveTheChecker(data, acknowledged);
    const { whole, unequal } = rebuildsTold(readFileSync(logFile, 'utf8'));
    return {
      ...verdict,
      violations: verdict.violations + unequal,
      tookPlace: { ...verdict.tookPlace, 'whole rebuilds': whole },
      recoveryMs,
    };
  } finally {
    rebuild.kill();
    worker.kill();
    await station.end(); // and its Temporal with it
    if (process.env['KEEP_FAULTS'] === undefined) rmSync(folder, { recursive: true, force: true });
    else console.log(`kept: ${folder}`);
  }
};

/** What `rebuild` said: how often all read models were built anew, and how many were not as those that served. */
const rebuildsTold = (said: string): { readonly whole: number; readonly unequal: number } => {
  const built = [...said.matchAll(/^(\S+): built anew and serving/gm)].map(([, name]) => name!);
  const times = [...new Set(built)].map((name) => built.filter((one) => one === name).length);
  return { whole: Math.min(...times, built.length), unequal: [...said.matchAll(/, not equal to /g)].length };
};

const restart = (victim: Victim): void => {
  victim.kill();
  victim.start();
};
