import { DatabaseSync, backup } from '@photostructure/sqlite';
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyLog } from '#event-store';
import { keyFingerprint } from '#identity-vault';
import { CannotStart } from '../../../../station/src/cannot-start.js';
import type { DataFolder } from '../../../../station/src/data-folder.js';
import { DEMO_ACCOUNTS, KEPT, MANIFEST, describeFile, manifestOf, type Manifest } from './manifest.js';

/** More than any file has: all of it in one step, or a writer beside would make it begin again and again. */
const ALL_PAGES = 2 ** 30;

/**
 * The outbox before the log and the vault after it: nothing has been told that the log does not know, and nobody is
 * named whom the vault does not. Beside a station at work; the folder is there whole, or not at all.
 *
 * @throws CannotStart where the destination is not empty, or the log is damaged
 */
export const backUp = async (
  folder: DataFolder,
  destination: string,
  { now, withKey }: { readonly now: number; readonly withKey: boolean },
): Promise<Manifest> => {
  if (existsSync(destination) && readdirSync(destination).length > 0) {
    throw new CannotStart(`${destination} is not empty: give a new folder for each backup.`);
  }
  const partial = `${destination}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  try {
    for (const name of KEPT) await copyDatabase(folder.file(name), join(partial, name));
    const demo = existsSync(folder.file(DEMO_ACCOUNTS)) ? [DEMO_ACCOUNTS] : [];
    for (const name of demo) copyFileSync(folder.file(name), join(partial, name));
    const { faults, ...log } = verifyLog(join(partial, 'log.db'));
    const [fault] = faults;
    if (fault) {
      throw new CannotStart(
        `The log is damaged at ${fault.position} (${fault.fault}): keep the backups you have, and run doctor.`,
      );
    }
    if (withKey) copyKey(folder, partial);
    const files: Record<string, Manifest['files'][string]> = {};
    for (const name of [...KEPT, ...demo]) files[name] = await describeFile(join(partial, name));
    const manifest = manifestOf({
      takenAt: new Date(now).toISOString(),
      clock: folder.clock,
      log,
      key: keyFingerprint(folder.file('keys')),
      files,
    });
    writeFileSync(join(partial, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
    rmSync(destination, { recursive: true, force: true });
    renameSync(partial, destination);
    return manifest;
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
};

const copyDatabase = async (from: string, to: string): Promise<void> => {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
  try {
    await backup(source, to, { rate: ALL_PAGES });
  } finally {
    source.close();
  }
};

const copyKey = (folder: DataFolder, to: string): void => {
  mkdirSync(join(to, 'keys'), { mode: 0o700 });
  for (const name of ['master.key', 'erased.log']) {
    const file = folder.file(join('keys', name));
    if (existsSync(file)) copyFileSync(file, join(to, 'keys', name));
  }
};
