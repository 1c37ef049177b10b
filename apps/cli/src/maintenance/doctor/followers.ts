import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PROJECTION_NAMES } from '../../../../projector/src/projections.js';
import { rowsIn } from './files.js';
import { note, someOf, well, wrong, type Finding } from './finding.js';

const PROCESS_READERS = ['bridge', 'reactions'];
/** Whoever moves at all moves within this time. */
const LOOK_AGAIN_MS = 3_000;

type Positions = ReadonlyMap<string, string>;

/** How far everything that follows the log has come, and what it has set aside. */
export const lookAtFollowers = async (
  folder: string,
  sound: ReadonlySet<string>,
  { head, atWork }: { readonly head: string; readonly atWork: boolean },
): Promise<readonly Finding[]> => {
  const first = positions(folder, sound);
  const behind = [...first].some(([, position]) => position < head);
  if (behind && atWork) await pause(LOOK_AGAIN_MS);
  const now = behind && atWork ? positions(folder, sound) : first;
  const findings = [...now].flatMap(([name, position]): Finding[] => {
    if (position > head && !atWork)
      return [wrong('FOLLOWER_AHEAD', { name, position: Number(position), head: Number(head) })];
    const events = Number(head) - Number(position);
    if (events <= 0) return [];
    if (!atWork) return [note('FOLLOWER_BEHIND', { name, events })];
    return position === first.get(name) ? [wrong('FOLLOWER_STANDS', { name, events })] : [];
  });
  findings.push(...quarantined(folder, sound));
  return findings.length === 0 ? [well('FOLLOWERS_WELL')] : findings;
};

const positions = (folder: string, sound: ReadonlySet<string>): Positions => {
  const found = new Map<string, string>();
  const take = (file: string, query: string, names: readonly string[]): void => {
    if (!sound.has(file)) return;
    const rows = rowsIn(join(folder, file), query) as {
      name: string;
      position: string;
    }[];
    for (const name of names) found.set(name, rows.find((row) => row.name === name)?.position ?? '');
  };
  take('read.db', 'select projection as name, position from checkpoints', PROJECTION_NAMES);
  take('process.db', 'select name, position from checkpoints', PROCESS_READERS);
  take('outbox.db', "select 'notices' as name, value as position from fact where name = 'checkpoint'", ['notices']);
  return found;
};

const quarantined = (folder: string, sound: ReadonlySet<string>): readonly Finding[] => {
  if (!sound.has('read.db')) return [];
  const rows = rowsIn(
    join(folder, 'read.db'),
    'select projection, stream from quarantine order by projection, position',
  ) as { projection: string; stream: string }[];
  return [...new Set(rows.map(({ projection }) => projection))].map((name) => {
    const streams = rows.filter(({ projection }) => projection === name).map(({ stream }) => stream);
    return wrong('QUARANTINED', { name, count: streams.length, streams: someOf(streams) });
  });
};
