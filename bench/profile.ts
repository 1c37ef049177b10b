import { Session, type Profiler } from 'node:inspector/promises';
import { relative } from 'node:path';
import { writeFileSync } from 'node:fs';

const SAMPLED_EVERY_US = 500;
const TOLD = 25;

let session: Session | undefined;
let wanted = false;

/** From the first measured slice on: what only prepares is not of interest. */
export const wantProfile = (): void => {
  wanted = true;
};

export const profileFromHere = async (): Promise<void> => {
  if (!wanted || session) return;
  session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLED_EVERY_US });
  await session.post('Profiler.start');
};

/** Writes the profile (browsers' developer tools draw its flame graph) and tells where most time went. */
export const writeProfile = async (file: string): Promise<void> => {
  if (!session) throw new Error('nothing was measured in this process');
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  writeFileSync(file, JSON.stringify(profile));
  const busy = selfTimes(profile).filter(([name]) => name !== '(idle)');
  const all = busy.reduce((sum, [, time]) => sum + time, 0);
  console.table(busy.slice(0, TOLD).map(([name, time]) => ({ '%': ((100 * time) / all).toFixed(1), function: name })));
};

/** Time spent in each function itself, the longest first. */
const selfTimes = ({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): (readonly [string, number])[] => {
  const callerOf = new Map(nodes.flatMap((caller) => (caller.children ?? []).map((id) => [id, caller] as const)));
  const nameOf = new Map(nodes.map((node) => [node.id, nameIn(node, callerOf)]));
  const times = new Map<string, number>();
  samples.forEach((id, index) => {
    const name = nameOf.get(id) ?? '';
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0));
  });
  return [...times].sort(([, one], [, other]) => other - one);
};

type Node = Profiler.ProfileNode;

/** What is no JavaScript (a database, a socket) is told by whoever called it: its own names are guesses. */
const nameIn = ({ id, callFrame }: Node, callerOf: ReadonlyMap<number, Node>): string => {
  const { functionName, url, lineNumber } = callFrame;
  const caller = callerOf.get(id);
  if (url === '' && !functionName.startsWith('(') && caller) return `native code called by ${nameIn(caller, callerOf)}`;
  const file = url.startsWith('file:') ? relative(process.cwd(), new URL(url).pathname) : url;
  return file === '' ? functionName : `${functionName || '(anonymous)'} ${file}:${lineNumber + 1}`;
};
