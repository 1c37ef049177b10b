import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';

/** Another process holds the lock. */
export class LockTaken extends Error {
  override readonly name = 'LockTaken';
  constructor(readonly file: string) {
    super(`another process holds ${file}`);
  }
}

const BUSY = 5;
const isBusy = (error: unknown): boolean => (((error as { errcode?: number } | null)?.errcode ?? 0) & 0xff) === BUSY;

/**
 * A right that one process of a machine has at a time: an open transaction on a file of its own, in which nothing is
 * ever written. The operating system gives it back when its holder dies, however it dies.
 */
export class FileLock {
  readonly #database: InstanceType<typeof DatabaseSync>;

  /** @throws where the file cannot be made */
  constructor(readonly file: string) {
    this.#database = new DatabaseSync(file, { timeout: 0 });
  }

  /** How to give it back; undefined where another process has it. */
  tryTake(): (() => void) | undefined {
    try {
      this.#database.exec('BEGIN IMMEDIATE');
    } catch (error) {
      if (isBusy(error)) return undefined;
      throw error;
    }
    let held = true;
    return () => {
      if (held && this.#database.isOpen) this.#database.exec('ROLLBACK');
      held = false;
    };
  }

  /** Waits without holding up anything else of this process. @throws LockTaken after `withinMs` */
  async take(withinMs: number): Promise<() => void> {
    const until = performance.now() + withinMs;
    for (;;) {
      const release = this.tryTake();
      if (release) return release;
      if (performance.now() >= until) throw new LockTaken(this.file);
      // Different pauses: two that wait for each other's gap would else miss it together.
      await pause(1 + Math.random() * 6);
    }
  }

  /** Gives back what it holds. */
  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}
