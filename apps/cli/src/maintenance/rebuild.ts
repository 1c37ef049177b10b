import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { SqliteLogReader } from '#event-store';
import { IdentityVault, VaultLocked } from '#identity-vault';
import { LockTaken, SystemClock } from '#platform';
import { openSqliteShadow, rebuild, type RebuildProgress, type Rebuilt } from '#projections';
import { PROJECTION_NAMES, projectionsWith } from '../../../projector/src/projections.js';
import { CannotStart } from '../../../station/src/cannot-start.js';
import { DataFolder } from '../../../station/src/data-folder.js';

/** Beside a running station or without one: the files themselves see to it that each finds the tables whole. */
export const rebuildCommand = (): Command =>
  new Command('rebuild')
    .description('builds read models anew from the log, compares them with those that serve, and lets them take over')
    .argument('[names...]', 'of projections; all where none is named')
    .option('--data <folder>', 'data folder', '.minqing')
    .option('--verify', 'only compare, and change nothing', false)
    .action(async (names: readonly string[], { data, verify }: { readonly data: string; readonly verify: boolean }) => {
      try {
        const built = await rebuilt(DataFolder.beside(resolve(data)), chosen(names), verify);
        for (const one of built) console.log(inWords(one));
        if (built.some((one) => one.outcome === 'refused' || (verify && !one.equal))) process.exitCode = 1;
      } catch (error) {
        if (!(error instanceof CannotStart)) throw error;
        console.error(error.message);
        process.exitCode = 1;
      }
    });

const chosen = (names: readonly string[]): readonly string[] => {
  const unknown = names.filter((name) => !PROJECTION_NAMES.includes(name));
  const all = PROJECTION_NAMES.join(', ');
  if (unknown.length > 0) throw new CannotStart(`There is no projection ${unknown.join(', ')}; there are: ${all}.`);
  return names.length === 0 ? PROJECTION_NAMES : names;
};

const rebuilt = async (
  folder: DataFolder,
  names: readonly string[],
  verifyOnly: boolean,
): Promise<readonly Rebuilt[]> => {
  const [log, readModels] = [folder.file('log.db'), folder.file('read.db')];
  if (!existsSync(log)) throw new CannotStart(`${folder.path} has no log yet: there is nothing to build from.`);
  const clock = new SystemClock();
  const vault = openVault(folder, clock);
  const store = new SqliteLogReader(log);
  try {
    return await rebuild({
      store,
      shadow: await openSqliteShadow(readModels),
      projections: projectionsWith(vault).filter(({ name }) => names.includes(name)),
      now: () => clock.now(),
      verifyOnly,
      sameVersionOnly: isKept(folder),
      report: printing(),
    });
  } catch (error) {
    if (error instanceof LockTaken)
      throw new CannotStart('Another rebuild is at work on this folder: wait for its end.');
    throw error;
  } finally {
    await store.close();
    vault.close();
  }
};

const openVault = (folder: DataFolder, clock: SystemClock): IdentityVault => {
  try {
    return new IdentityVault({ database: folder.file('vault.db'), keys: folder.file('keys') }, clock);
  } catch (error) {
    if (error instanceof VaultLocked) throw new CannotStart(error.message);
    throw error;
  }
};

/** Whether a station keeps the read models up; it would have to stop if its tables became those of another version. */
const isKept = (folder: DataFolder): boolean => {
  try {
    folder.lock()();
    return false;
  } catch (error) {
    if (error instanceof CannotStart) return true;
    throw error;
  }
};

const EVERY_SECONDS = 1;

const printing = (): ((progress: RebuildProgress) => void) => {
  let told = 0;
  return ({ doing, projection, events, seconds }) => {
    if (doing === 'fold' && seconds - told < EVERY_SECONDS) return;
    told = seconds;
    const rate = Math.round(events / Math.max(seconds, 0.001));
    if (doing === 'fold') console.error(`${events} events, ${rate} events/s`);
    else if (doing === 'compare') console.error(`${events} events read: comparing ${projection ?? ''} …`);
    else console.error(`${projection ?? ''} takes over …`);
  };
};

const inWords = (one: Rebuilt): string => {
  if (one.outcome === 'refused') return `${one.projection}: nothing changed. ${one.why}.`;
  const { projection, outcome, rows, digest, against, equal, differences } = one;
  const { different, missing, surplus } = differences;
  const compared = against === 'serving' ? 'the tables that served' : 'a second fold of the log';
  const verdict = equal
    ? `equal to ${compared}`
    : `not equal to ${compared}: ${different} rows differ, ${missing} were missing, ${surplus} should not have been there`;
  const done = outcome === 'swapped' ? 'built anew and serving' : 'compared';
  return `${projection}: ${done}, ${rows} rows, digest ${digest.slice(0, 16)}, ${verdict}.`;
};
