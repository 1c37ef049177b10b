import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { VaultUnavailable } from './vault-errors.js';

interface Write {
  readonly run: () => void;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

const LARGEST_BATCH = 256;
const BUSY = 5;
const READ_ONLY = 8;
const IO_ERROR = 10;
const FULL = 13;

const codeOf = (error: unknown): number => ((error as { errcode?: number } | null)?.errcode ?? 0) & 0xff;

/**
 * One transaction for all writes that wait at the same turn of the event loop: 32 callers share one fsync, each still
 * hears only after it. A write that fails is rolled back alone.
 */
export class GroupCommit {
  readonly #waiting: Write[] = [];
  #scheduled = false;

  constructor(private readonly database: DatabaseSyncInstance) {}

  /**
   * Resolves with what `write` returned, once that is durable.
   * @throws VaultUnavailable when the database is busy or the disk is full: nothing of the batch was kept.
   */
  run<T>(write: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let result: T;
      this.#waiting.push({
        run: () => {
          result = write();
        },
        done: () => resolve(result),
        failed: reject,
      });
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.flush());
  }

  /** Commits what waits at once; called when the vault closes. */
  flush(): void {
    this.#scheduled = false;
    const batch = this.#waiting.splice(0, LARGEST_BATCH);
    if (batch.length > 0) this.#commit(batch);
    if (this.#waiting.length > 0) this.#schedule();
  }

  #commit(batch: readonly Write[]): void {
    const kept: Write[] = [];
    const refused: [Write, unknown][] = [];
    try {
      this.database.exec('BEGIN IMMEDIATE');
      for (const write of batch) {
        const error = this.#attempt(write);
        if (error === undefined) kept.push(write);
        else refused.push([write, error]);
      }
      this.database.exec('COMMIT');
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      const reason = unavailable(error) ?? error;
      for (const write of batch) write.failed(reason);
      return;
    }
    for (const [write, error] of refused) write.failed(error);
    for (const write of kept) write.done();
  }

  /** The write's own error, if it fails by its own fault; errors of the database end the whole batch. */
  #attempt(write: Write): unknown {
    this.database.exec('SAVEPOINT one');
    try {
      write.run();
    } catch (error) {
      if (unavailable(error) || !this.database.isTransaction) throw error;
      this.database.exec('ROLLBACK TO one; RELEASE one');
      return error ?? new Error('a write failed without saying why');
    }
    this.database.exec('RELEASE one');
    return undefined;
  }
}

const unavailable = (error: unknown): VaultUnavailable | undefined => {
  const code = codeOf(error);
  if (code === BUSY) return new VaultUnavailable('the vault is busy');
  if (code === FULL) return new VaultUnavailable('the disk of the vault is full');
  if (code === IO_ERROR || code === READ_ONLY) return new VaultUnavailable('the disk of the vault cannot be written');
  return undefined;
};
