import type { Instant } from '#kernel';

interface Aged<T> {
  readonly at: Instant;
  readonly item: T;
}

/** Things in the order in which they happened, to be dropped from the old end. */
export class AgedQueue<T> {
  private entries: Aged<T>[] = [];
  private taken = 0;

  add(at: Instant, item: T): void {
    this.entries.push({ at, item });
  }

  /** Takes out what happened before `since`. */
  *olderThan(since: Instant): Iterable<Aged<T>> {
    for (let oldest = this.entries[this.taken]; oldest && oldest.at < since; oldest = this.entries[this.taken]) {
      this.taken += 1;
      yield oldest;
    }
    if (this.taken * 2 < this.entries.length) return;
    this.entries = this.entries.slice(this.taken);
    this.taken = 0;
  }
}
