import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endRecordedOrphan } from '#platform';
import { CannotStart } from '../../../station/src/cannot-start.js';
import { DataFolder } from '../../../station/src/data-folder.js';
import type { Credentials } from '../rehearsal/station/station-client.js';

/** Left in the folder so that the next demo knows it may throw it away. */
const MARK = 'minqing-demo.json';
const PASSWORDS = 'demo-accounts.json';

/**
 * A new folder for this demo; one of an earlier demo is thrown away, and nothing else ever.
 * @throws CannotStart for a folder that is not a demo's, or where a station is at work
 */
export const newDemoFolder = async (path: string): Promise<void> => {
  if (existsSync(path) && readdirSync(path).length > 0) {
    if (!existsSync(join(path, MARK)))
      throw new CannotStart(
        `${path} is not the folder of an earlier demo and stays as it is: give another with --data.`,
      );
    const unlock = DataFolder.open(path, 'virtual').lock();
    await endRecordedOrphan(join(path, 'temporal', 'temporal.pid.json'));
    unlock();
    rmSync(path, { recursive: true });
  }
  DataFolder.open(path, 'virtual');
  writeFileSync(join(path, MARK), '{}\n');
};

export const accountsFile = (folder: string): string => join(folder, PASSWORDS);

/** The accounts of the demo by login, as the station keeps them. */
export const demoPasswords = (folder: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(accountsFile(folder), 'utf8')) as Record<string, string>;

/** Accounts that were opened for whoever acted without having one; beside those of the station. */
export const keepMoreAccounts = (folder: string, credentials: Iterable<Credentials>): string => {
  const file = join(folder, 'more-accounts.json');
  const passwords = Object.fromEntries([...credentials].map(({ login, password }) => [login, password]));
  writeFileSync(file, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });
  return file;
};
