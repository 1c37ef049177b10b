import { DatabaseSync } from '@photostructure/sqlite';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { verifyLog } from '#event-store';
import { keyFingerprint } from '#identity-vault';
import { CannotStart } from '../../../../station/src/cannot-start.js';
import { DataFolder } from '../../../../station/src/data-folder.js';
import { readManifest, requireWhole, type Manifest } from './manifest.js';

export interface RestoreOptions {
  readonly now: number;
  /** Folder of the master key, where it was kept apart. */
  readonly keys?: string | undefined;
  /** A data folder that is there already is set aside, not deleted. */
  readonly replace: boolean;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Where the folder that was there is now. */
  readonly setAside?: string;
}

/**
 * A data folder from a backup. Read models, reactions, bridge and workflows are not in it: the station builds them anew
 * from the log, in a new epoch. Whoever was erased since stays erased; nobody is logged in.
 *
 * @throws CannotStart before anything is changed, where the backup or its key is not what the manifest says
 */
export const restore = async (backup: string, data: string, options: RestoreOptions): Promise<Restored> => {
  const manifest = readManifest(backup);
  await requireWhole(backup, manifest);
  if (!existsSync(data) || readdirSync(data).length === 0) {
    const fresh = makeFolder(backup, data, manifest, options);
    rmSync(data, { recursive: true, force: true });
    renameSync(fresh, data);
    return { manifest };
  }
  if (!options.replace) {
    throw new CannotStart(`${data} is not empty: give another folder with --data, or set it aside with --replace.`);
  }
  // no station may work on what is set aside
  const unlock = DataFolder.beside(data).lock();
  try {
    const fresh = makeFolder(backup, data, manifest, options);
    const setAside = `${data}.until-${new Date(options.now).toISOString().replaceAll(/[:.]/g, '-')}`;
    renameSync(data, setAside);
    renameSync(fresh, data);
    return { manifest, setAside };
  } finally {
    unlock();
  }
};

/** Beside the place it is meant for, so that it is there whole or not at all. */
const makeFolder = (backup: string, data: string, manifest: Manifest, options: RestoreOptions): string => {
  const keys = keysFor(manifest, [options.keys, join(data, 'keys'), join(backup, 'keys')]);
  const fresh = `${data}.restoring`;
  rmSync(fresh, { recursive: true, force: true });
  try {
    const folder = DataFolder.open(fresh, manifest.clock);
    for (const name of Object.keys(manifest.files)) copyFileSync(join(backup, name), folder.file(name));
    requireSameLog(folder.file('log.db'), manifest);
    endSessions(folder.file('access.db'));
    copyFileSync(join(keys, 'master.key'), folder.file(join('keys', 'master.key')));
    chmodSync(folder.file(join('keys', 'master.key')), 0o600);
    for (const register of new Set([keys, join(data, 'keys'), join(backup, 'keys')])) {
      const file = join(register, 'erased.log');
      if (existsSync(file))
        appendFileSync(folder.file(join('keys', 'erased.log')), readFileSync(file), { mode: 0o600 });
    }
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
  return fresh;
};

const keysFor = ({ key }: Manifest, folders: readonly (string | undefined)[]): string => {
  const there = folders.filter((folder) => folder !== undefined && existsSync(join(folder, 'master.key'))) as string[];
  const fitting = there.find((folder) => keyFingerprint(folder) === key);
  if (fitting !== undefined) return fitting;
  throw new CannotStart(
    there.length === 0
      ? 'The backup has no master key: give the folder where it is kept with --keys.'
      : `None of the master keys (${there.join(', ')}) is the one of this backup: give its folder with --keys.`,
  );
};

const requireSameLog = (file: string, { log }: Manifest): void => {
  const { faults, digest, head } = verifyLog(file);
  if (faults.length > 0 || digest !== log.digest || head !== log.head) {
    throw new CannotStart('The log of the backup is not the one its manifest speaks of: take another backup.');
  }
};

const endSessions = (file: string): void => {
  const db = new DatabaseSync(file);
  try {
    db.exec('DELETE FROM session; PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
};
