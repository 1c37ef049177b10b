import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { castOf, work } from './cast.js';
import { judge } from './judge.js';
import { rehearse } from './past.js';
import { GroupChat, judgePosts, raiseRisks } from './told-risks.js';
import { caughtUp, freePort, ready } from './surroundings.js';
import { Victim } from './victims.js';

/** The product's own names of its points; an unknown one keeps it from starting. */
export const FAILPOINTS = [
  'before-append',
  'after-append',
  'before-reply',
  'after-start-before-checkpoint',
  'after-apply-before-checkpoint',
  'after-reaction-before-checkpoint',
  'after-activity-before-complete',
  'after-vault-before-append',
  'after-send-before-mark',
];
/** Rungs lie days ahead: only a clock that is moved comes to them. */
const ON_A_VIRTUAL_CLOCK = ['after-activity-before-complete'];
/** Notices leave the house where somebody has to be told at once: of a danger. */
const WHERE_RISKS_ARE_TOLD = ['after-send-before-mark'];
const FROM = '2026-03-02T09:00:00+08:00';
const TO = '2026-03-12T09:00:00+08:00';

const START_MS = 120_000;
const KILLED_WITHIN_MS = 90_000;
/** The last workflows end, and the server's list of them follows. */
const REST_MS = 4_000;

export interface Covered {
  readonly point: string;
  readonly kills: number;
  readonly violations: number;
}

interface Scene {
  readonly station: Victim;
  readonly base: string;
  readonly data: string;
  readonly acknowledged: string;
}

/** For each point a station that kills itself at its first, second, … pass, and clients who go on; then the checker. */
export const runFailpoints = async (
  { points, hits }: { readonly points: readonly string[]; readonly hits: number },
  tell: (covered: Covered) => void,
): Promise<void> => {
  const real = points.filter((point) => ![...ON_A_VIRTUAL_CLOCK, ...WHERE_RISKS_ARE_TOLD].includes(point));
  const virtual = points.filter((point) => ON_A_VIRTUAL_CLOCK.includes(point));
  await onScene([], real, (scene, point) => whileClientsWork(scene, point, hits), tell);
  const told = points.filter((point) => WHERE_RISKS_ARE_TOLD.includes(point));
  const chat = new GroupChat();
  await onScene([], told, (scene, point) => whileRisksAreTold(scene, point, hits, chat), tell, chat);
  const moved = ['--clock', 'virtual', '--at', FROM];
  await onScene(moved, virtual, (scene, point) => whileTheClockMoves(scene, point, hits), tell);
};

const onScene = async (
  args: readonly string[],
  points: readonly string[],
  kill: (scene: Scene, point: string) => Promise<number>,
  tell: (covered: Covered) => void,
  chat?: GroupChat,
): Promise<void> => {
  if (points.length === 0) return;
  const folder = mkdtempSync(join(tmpdir(), 'minqing-failpoints-'));
  const data = join(folder, 'data');
  const acknowledged = join(folder, 'acknowledged.jsonl');
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const all = ['--port', String(port), '--data', data, ...args];
  const env = (await chat?.open(folder)) ?? {};
  const station = new Victim('station', 'apps/station/packed/main.js', all, join(folder, 'station.log'), env);
  try {
    station.start();
    await ready(base, START_MS);
    await station.end();
    for (const point of points) {
      const kills = await kill({ station, base, data, acknowledged }, point);
      await caughtUp(data, 60_000);
      await pause(REST_MS);
      await station.end();
      const untrue = chat ? await judgePosts(data, chat, kills) : [];
      for (const what of untrue) console.log(`VIOLATED posts: ${what}`);
      tell({ point, kills, violations: judge(data, acknowledged).violations + untrue.length });
    }
  } finally {
    chat?.close();
    await station.end();
    if (process.env['KEEP_FAULTS'] === undefined) rmSync(folder, { recursive: true, force: true });
    else console.log(`kept: ${folder}`);
  }
};

/** Leaves the station at work, and every client answered. */
const whileClientsWork = async (scene: Scene, point: string, hits: number): Promise<number> => {
  const { station, base, data, acknowledged } = scene;
  const working = { go: true };
  let people: Promise<unknown> | undefined;
  const begin = async () => work(await castOf(base, data, acknowledged), { clients: 3, prefix: `${point}-` }, working);
  const killed = await killAtPasses(scene, point, hits, () => void (people ??= begin()));
  station.start();
  await ready(base, START_MS);
  working.go = false;
  await people;
  return killed;
};

/** Leaves the station at work, and what it had to tell told. */
const whileRisksAreTold = async (scene: Scene, point: string, hits: number, chat: GroupChat): Promise<number> => {
  const { station, base, data, acknowledged } = scene;
  const working = { go: true };
  let raising: Promise<number> | undefined;
  const begin = async () => raiseRisks(await castOf(base, data, acknowledged), `${point}-`, working);
  const killed = await killAtPasses(scene, point, hits, () => void (raising ??= begin()));
  station.start();
  await ready(base, START_MS);
  working.go = false;
  const risks = (await raising) ?? 0;
  for (const until = Date.now() + START_MS; chat.counts.size < risks && Date.now() < until;) await pause(200);
  return killed;
};

/** Cases that nobody touches: every rung of theirs comes due. */
const whileTheClockMoves = async (scene: Scene, point: string, hits: number): Promise<number> => {
  const { station, base, data, acknowledged } = scene;
  station.start();
  await ready(base, START_MS);
  const working = { go: true };
  const cast = await castOf(base, data, acknowledged);
  const registering = work(cast, { clients: 2, prefix: `${point}-` }, working);
  working.go = false;
  await registering;
  await caughtUp(data, 60_000);
  await station.end();
  const killed = await killAtPasses(scene, point, hits, () => {
    moveClock(base, data).catch(() => undefined); // killed on the way, which is what is wanted
  });
  station.start();
  await ready(base, START_MS);
  await moveClock(base, data);
  return killed;
};

const killAtPasses = async (
  { station, base }: Scene,
  point: string,
  hits: number,
  act: () => void,
): Promise<number> => {
  let killed = 0;
  for (let hit = 1; hit <= hits; hit += 1) {
    station.start(`${point}:${hit}`);
    const dead = station.killedWithin(KILLED_WITHIN_MS);
    await Promise.race([dead, ready(base, START_MS).catch(() => undefined)]);
    act();
    if (await dead) killed += 1;
    else station.kill();
  }
  return killed;
};

/** The station moves it rung by rung; killed on the way, it is asked again. */
const moveClock = (base: string, data: string): Promise<void> => rehearse(base, data, 'clock', { to: TO });
