import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NewerDataFolder, SqliteEventStore, verifyLog, type GlobalPosition } from '#event-store';
import type { Instant } from '#kernel';
import { ProcessStore } from '#process';
import { PROCESSES } from '../../../../worker/src/processes.js';
import { lookAtFiles, rowsIn } from './files.js';
import { note, well, wrong, type Finding } from './finding.js';
import { lookAtFollowers } from './followers.js';
import { foldProcesses, lookAtProcesses } from './processes.js';
import { isAtWork, lookAtSurroundings, lookForOrphan } from './surroundings.js';
import { compareWorkflows, whoWaits } from './temporal.js';

export interface Examination {
  readonly findings: readonly Finding[];
  /** Whether ringing all processes can mend anything: files and log are sound. */
  readonly mayRing: boolean;
}

/** Looks at a data folder without changing anything, whether a station works on it or not. */
export const examine = async (folder: string, now: Instant): Promise<Examination> => {
  const files = lookAtFiles(folder);
  if ('code' in files) return { findings: [files], mayRing: false };
  const { sound, clock } = files;
  const atWork = isAtWork(folder);
  const findings = [...files.findings, ...(atWork ? [note('AT_WORK')] : [note('AT_REST'), ...lookForOrphan(folder)])];
  const log = join(folder, 'log.db');
  const running = atWork ? await whoWaitsFor(folder) : undefined;
  const chain = sound.has('log.db') ? await lookAtLog(log) : undefined;
  // A virtual clock stands wherever a rehearsal has left it.
  if (clock === 'real') findings.push(...lookAtSurroundings(folder, { now, last: chain?.last }));
  if (chain) findings.push(chain.finding);
  if (chain?.head === undefined) return { findings, mayRing: false };
  findings.push(...(await lookAtFollowers(folder, sound, { head: chain.head, atWork })));
  const folded = await readingLog(log, (events) => foldProcesses(events, PROCESSES));
  findings.push(...lookAtProcesses(folded, { atWork, now: clock === 'real' ? now : undefined }));
  if (sound.has('process.db')) findings.push(...lookAtRebuild(join(folder, 'process.db')));
  if (running) findings.push(...('code' in running ? [running] : compareWorkflows(running, folded, now)));
  const mayRing = chain.finding.severity === 'well' && files.findings.every(({ severity }) => severity !== 'wrong');
  return { findings, mayRing };
};

/** Undefined where the station has not told yet where its server is. */
const whoWaitsFor = (folder: string) => {
  const file = join(folder, 'temporal', 'address');
  return existsSync(file) ? whoWaits(readFileSync(file, 'utf8').trim(), PROCESSES) : undefined;
};

interface Chain {
  readonly finding: Finding;
  /** None where the log cannot be read. */
  readonly head?: GlobalPosition;
  readonly last?: Instant | undefined;
}

const lookAtLog = async (file: string): Promise<Chain> => {
  try {
    const last = await readingLog(file, async () => lastRecordedAt(file));
    const { events, streams, head, faults } = verifyLog(file);
    const [first] = faults;
    if (!first) return { finding: well('LOG_WELL', { events, streams }), head, last };
    const { stream, revision, fault } = first;
    return { finding: wrong('LOG_BROKEN', { count: faults.length, stream, revision, fault }), head, last };
  } catch (error) {
    if (!(error instanceof NewerDataFolder))
      return { finding: wrong('FILE_DAMAGED', { file: 'log.db', reason: (error as Error).message }) };
    const { found, supported } = error;
    return { finding: wrong('NEWER', { file, found, known: supported }) };
  }
};

const lookAtRebuild = (file: string): readonly Finding[] => {
  const store = ProcessStore.reading(file);
  try {
    const after = store.rebuiltUpTo;
    return after === undefined ? [] : [note('REBUILDING', { rung: store.countOpen(after), open: store.countOpen() })];
  } finally {
    store.close();
  }
};

const lastRecordedAt = (file: string): Instant | undefined => {
  const [row] = rowsIn(file, 'select max(recorded_at) as last from event');
  return (row as { last: number | null } | undefined)?.last ?? undefined;
};

const readingLog = async <T>(file: string, read: (events: SqliteEventStore) => Promise<T>): Promise<T> => {
  const events = SqliteEventStore.open(file, { clock: { now: () => 0 }, readOnly: true });
  try {
    return await read(events);
  } finally {
    await events.close();
  }
};
