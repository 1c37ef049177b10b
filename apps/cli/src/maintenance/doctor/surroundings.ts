import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '#kernel';
import { FileLock } from '#platform';
import { toIso } from '#working-time';
import { note, well, wrong, type Finding } from './finding.js';

const MEBIBYTE = 1_048_576;
const FULL_MIB = 200;
const SHORT_MIB = 1_024;
/** This program was not written before. */
const EARLIEST: Instant = Date.UTC(2025, 0, 1);
/** Clocks of one machine differ by less. */
const TOLERATED_MS = 1_000;

/** Whether a program holds the folder; nothing is made to find out. */
export const isAtWork = (folder: string): boolean => {
  const file = join(folder, 'station.lock.db');
  if (!existsSync(file)) return false;
  const lock = new FileLock(file);
  try {
    const release = lock.tryTake();
    release?.();
    return release === undefined;
  } finally {
    lock.close();
  }
};

/** A Temporal server that outlived its station. */
export const lookForOrphan = (folder: string): readonly Finding[] => {
  const file = join(folder, 'temporal', 'temporal.pid.json');
  if (!existsSync(file)) return [];
  const [, pid] = /"pid":(\d+)/.exec(readFileSync(file, 'utf8')) ?? [];
  return pid !== undefined && isAlive(Number(pid)) ? [note('ORPHAN', { pid })] : [];
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false; // nothing has this number, or nothing of ours
  }
};

/** Room on the disk, and a clock that is not behind the log. */
export const lookAtSurroundings = (
  folder: string,
  { now, last }: { readonly now: Instant; readonly last: Instant | undefined },
): readonly Finding[] => {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / MEBIBYTE);
  const findings: Finding[] = [];
  if (free < FULL_MIB) findings.push(wrong('DISK_FULL', { free }));
  else if (free < SHORT_MIB) findings.push(note('DISK_SHORT', { free }));
  if (now < EARLIEST) findings.push(wrong('CLOCK_WRONG', { now: toIso(now) }));
  else if (last !== undefined && last > now + TOLERATED_MS)
    findings.push(wrong('CLOCK_BACK', { now: toIso(now), last: toIso(last) }));
  return findings.length === 0 ? [well('SURROUNDINGS_WELL', { free })] : findings;
};
