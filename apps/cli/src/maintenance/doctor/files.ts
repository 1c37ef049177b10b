import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { FORMAT, markerIn } from '../../../../station/src/data-folder.js';
import { note, well, wrong, type Finding } from './finding.js';

/** What nothing else could bring back, and what follows from the log. */
const KEPT = ['log.db', 'vault.db', 'access.db'];
const BUILT = ['read.db', 'process.db', 'outbox.db', 'temporal/temporal.db'];
const KEY = 'keys/master.key';

export interface Files {
  readonly findings: readonly Finding[];
  /** Those that may be read. */
  readonly sound: ReadonlySet<string>;
  readonly clock: 'real' | 'virtual';
}

/** Are the files there, of this version, and whole as databases? Undefined folder: nothing else can be asked. */
export const lookAtFiles = (folder: string): Files | Finding => {
  const marker = markerIn(folder);
  const file = join(folder, 'minqing.json');
  if (marker === 'none') return wrong('NO_FOLDER', { folder });
  if (marker === 'damaged') return wrong('MARKER_DAMAGED', { file });
  if (marker.format > FORMAT) return wrong('NEWER', { file, found: marker.format, known: FORMAT });
  const findings: Finding[] = [];
  const sound = new Set<string>();
  for (const name of [...KEPT, ...BUILT]) {
    const built = BUILT.includes(name);
    const reason = existsSync(join(folder, name)) ? whyUnsound(join(folder, name)) : undefined;
    if (!existsSync(join(folder, name))) {
      findings.push(built ? note('FILE_TO_BE_BUILT', { file: name }) : wrong('FILE_MISSING', { file: name }));
    } else if (reason === undefined) sound.add(name);
    else findings.push(wrong(built ? 'FOLLOWER_DAMAGED' : 'FILE_DAMAGED', { file: name, reason }));
  }
  findings.push(...lookAtKey(join(folder, KEY)));
  return { findings: findings.length === 0 ? [well('FILES_WELL')] : findings, sound, clock: marker.clock };
};

const lookAtKey = (file: string): readonly Finding[] => {
  if (!existsSync(file)) return [wrong('FILE_MISSING', { file: KEY })];
  const mode = statSync(file).mode & 0o777;
  return (mode & 0o077) === 0 ? [] : [wrong('KEY_OPEN', { file, mode: mode.toString(8) })];
};

const whyUnsound = (file: string): string | undefined => {
  if (statSync(file).size === 0) return 'empty';
  try {
    const [answer] = rowsIn(file, 'pragma quick_check(1)');
    const [said] = Object.values(answer as Record<string, string>);
    return said === 'ok' ? undefined : (said ?? 'no answer');
  } catch (error) {
    return (error as Error).message;
  }
};

/** Asks a database that others may write to meanwhile. */
export const rowsIn = (file: string, query: string): readonly unknown[] => {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    return db.prepare(query).all() as unknown[];
  } finally {
    db.close();
  }
};
