import type { GlobalPosition } from '#event-store';

export interface Hold {
  /** Position of the event before the one that waits. */
  readonly floor: GlobalPosition;
}

/**
 * How far a reader may say it is done while some of what it has read still waits: just before the earliest event that
 * waits. Holds are taken in log order, so the first one left is the lowest.
 */
export class LowWaterMark {
  readonly #holds = new Set<Hold>();

  constructor(private head: GlobalPosition) {}

  get value(): GlobalPosition {
    for (const hold of this.#holds) return hold.floor;
    return this.head;
  }

  /** `floor` is the position just before the event; never lower than one given earlier. */
  hold(floor: GlobalPosition): Hold {
    const hold = { floor };
    this.#holds.add(hold);
    return hold;
  }

  release(hold: Hold | undefined): void {
    if (hold) this.#holds.delete(hold);
  }

  /** Everything up to here has been read. */
  advance(position: GlobalPosition): void {
    this.head = position;
  }
}
