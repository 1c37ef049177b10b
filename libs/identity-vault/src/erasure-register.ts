import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Instant } from '#kernel';
import { syncFolder } from './master-key.js';

/**
 * Who was erased, in `keys/erased.log`: append-only and outside the database, so that a key that comes back with a
 * restored backup is destroyed again before anything is served.
 */
export class ErasureRegister {
  readonly #subjects = new Set<string>();
  readonly #file: string;

  constructor(folder: string) {
    this.#file = join(folder, 'erased.log');
    if (!existsSync(this.#file)) return;
    // A line cut short by a power failure has no newline: its erasure never answered and is asked for again.
    const lines = readFileSync(this.#file, 'utf8').split('\n').slice(0, -1);
    for (const line of lines) {
      const subject = line.split(' ')[2];
      if (subject) this.#subjects.add(subject);
    }
  }

  has(subject: string): boolean {
    return this.#subjects.has(subject);
  }

  all(): ReadonlySet<string> {
    return this.#subjects;
  }

  /** Durable when it returns; a second entry of the same subject writes nothing. */
  enter(subject: string, at: Instant): void {
    if (this.#subjects.has(subject)) return;
    if (/\s/.test(subject)) throw new RangeError('a subject is named without spaces');
    const folder = dirname(this.#file);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const handle = openSync(this.#file, 'a', 0o600);
    try {
      // The leading newline closes a line that a power failure cut short.
      writeSync(handle, `\nv1 ${new Date(at).toISOString()} ${subject}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    syncFolder(folder);
    this.#subjects.add(subject);
  }
}
