import { EventStoreUnavailable } from '#event-store';
import { LockTaken, type FileLock } from '#platform';

/** Longest wait for another process's decision; assigning takes milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * The county's right to assign, where several processes write to one store: whoever has it catches up, decides and
 * appends before another one may. Given in the app's configuration only where processes share the store.
 */
export class AssignmentLock {
  constructor(private readonly lock: FileLock) {}

  /** Resolves with how to give it back. @throws EventStoreUnavailable when another process keeps it too long */
  async take(): Promise<() => void> {
    try {
      return await this.lock.take(PATIENCE_MS);
    } catch (error) {
      if (error instanceof LockTaken) throw new EventStoreUnavailable('another process keeps assigning');
      throw error;
    }
  }
}
