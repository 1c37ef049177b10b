import type { StoredEvent } from '../event-store.js';
import { fromPosition } from './rows.js';

/**
 * The end of the log as this process wrote it, in memory: whoever follows the log need not read and parse again what
 * has just been written. Holds an unbroken run of positions; where another process wrote between, it begins anew.
 */
export class RecentEvents {
  private events: StoredEvent[] = [];
  /** Position of the first event; meaningless while there is none. */
  private first = 0;
  /** What others had written when the last of these events was. */
  private others = NaN;

  constructor(private readonly capacity: number) {}

  /** @param others changes whenever another process has written */
  remember(written: readonly StoredEvent[], others: number): void {
    const [head] = written;
    if (head === undefined) return;
    this.others = others;
    const position = fromPosition(head.position);
    if (this.events.length === 0 || position !== this.first + this.events.length) {
      this.events = [];
      this.first = position;
    }
    this.events.push(...written);
    // Cut rarely, for every cut moves what stays.
    if (this.events.length > 2 * this.capacity) {
      this.first += this.events.length - this.capacity;
      this.events = this.events.slice(-this.capacity);
    }
  }

  /** Whether nothing follows a position but what is here: as long as nobody else has written, the log ends with it. */
  hasAllAfter(position: number, others: number): boolean {
    const from = position + 1 - this.first;
    return this.others === others && this.events.length > 0 && from >= 0 && from <= this.events.length;
  }

  /** At most `limit` events after a position, as far as they are here; none where the first of them is not. */
  after(position: number, limit: number): readonly StoredEvent[] {
    const from = position + 1 - this.first;
    return this.events.length === 0 || from < 0 ? [] : this.events.slice(from, from + limit);
  }
}
