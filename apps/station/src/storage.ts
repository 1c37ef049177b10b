import { AssignmentLock } from '#cases/nest';
import { CommandExecutor, SqliteEventStore } from '#event-store';
import { IdentityVault } from '#identity-vault';
import { Outbox } from '#notifications';
import { FileLock, type Clock } from '#platform';
import { BackPressure } from '#process';
import { ReadModels } from '#projections';
import type { Storage } from '../../api/src/storage.module.js';
import type { Closings } from './closings.js';
import type { DataFolder } from './data-folder.js';
import { WatchedEventStore } from './watched-store.js';

export interface OpenStorage extends Storage {
  readonly events: WatchedEventStore;
  /** Of its commands on what is delivered to Temporal. */
  readonly pressure: BackPressure;
}

/** How long a station with a worker of its own waits for another's decision to end before it takes the right to assign. */
const PATIENCE_MS = 5_000;

/**
 * The files that commands write to. Alone on them, this process keeps the right to assign for itself and needs no lock
 * for a decision; where a worker runs beside the station, both take it for each decision.
 * @throws VaultLocked, NewerDataFolder, LockTaken
 */
export const openStorage = async (
  folder: DataFolder,
  clock: Clock,
  { shared }: { readonly shared: boolean },
  closings: Closings,
): Promise<OpenStorage> => {
  const lock = new FileLock(folder.file('assignment.lock.db'));
  closings.add('files', () => lock.close());
  if (!shared) await lock.take(PATIENCE_MS);
  const events = new WatchedEventStore(SqliteEventStore.open(folder.file('log.db'), { clock }));
  closings.add('files', () => events.close());
  const vault = new IdentityVault({ database: folder.file('vault.db'), keys: folder.file('keys') }, clock);
  closings.add('files', () => vault.close());
  const readModels = await ReadModels.open(folder.file('read.db'));
  closings.add('files', () => readModels.close());
  const outbox = new Outbox(folder.file('outbox.db'));
  closings.add('files', () => outbox.close());
  const pressure = new BackPressure();
  const executor = new CommandExecutor(events, clock, { took: (milliseconds) => pressure.took(milliseconds) });
  return {
    clock,
    events,
    executor,
    pressure,
    vault,
    readModels,
    outbox,
    ...(shared && { assignmentLock: new AssignmentLock(lock) }),
  };
};
