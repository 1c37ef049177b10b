import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { endProcess, runningProcess } from './running-process.js';

/** What is written beside the database about the server that runs on it. */
export interface ChildRecord {
  readonly pid: number;
  readonly ownerPid: number;
  /** ISO instant. */
  readonly startedAt: string;
  readonly port: number;
  readonly dbFile: string;
}

export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
}

export const recordChild = async (file: string, record: ChildRecord): Promise<void> => {
  await writeFile(`${file}.new`, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
};

export const forgetChild = (file: string): Promise<void> => rm(file, { force: true });

/**
 * Ends the server that a killed station left behind on this database, and no other process: the recorded id must still
 * belong to a server on our database file whose owner is gone.
 * @returns the id that was ended, if any
 * @throws DataFolderInUse when the owner is alive: another station works on this folder
 */
export const endRecordedOrphan = async (file: string, patienceMs = 5_000): Promise<number | undefined> => {
  const record = await readRecord(file);
  if (!record) return undefined;
  const running = await runningProcess(record.pid);
  const isOurs = running?.commandLine.includes('start-dev') && running.commandLine.includes(record.dbFile);
  if (!running || !isOurs) {
    await forgetChild(file);
    return undefined;
  }
  if (running.parentPid === record.ownerPid && record.ownerPid !== process.pid)
    throw new DataFolderInUse(`Another station (process ${record.ownerPid}) works on ${record.dbFile}; end it first.`);
  await endProcess(record.pid, patienceMs);
  await forgetChild(file);
  return record.pid;
};

const readRecord = async (file: string): Promise<ChildRecord | undefined> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const record = JSON.parse(text) as Partial<ChildRecord>;
    return typeof record.pid === 'number' && typeof record.dbFile === 'string' ? (record as ChildRecord) : undefined;
  } catch {
    return undefined; // cut short by a crash: it names nobody
  }
};
