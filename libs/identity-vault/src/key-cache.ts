import type { KeyObject } from 'node:crypto';

/** The keys used last, opened. Forgets the one that lay longest. */
export class KeyCache {
  readonly #keys = new Map<string, KeyObject>();

  constructor(private readonly size: number) {}

  get(subject: string): KeyObject | undefined {
    const key = this.#keys.get(subject);
    if (key) {
      this.#keys.delete(subject);
      this.#keys.set(subject, key);
    }
    return key;
  }

  keep(subject: string, key: KeyObject): void {
    this.#keys.delete(subject);
    this.#keys.set(subject, key);
    if (this.#keys.size > this.size) {
      const oldest = this.#keys.keys().next().value;
      if (oldest !== undefined) this.#keys.delete(oldest);
    }
  }

  forget(subject: string): void {
    this.#keys.delete(subject);
  }
}
