import type { Instant } from '#kernel';

/** The one clock of a running Minqing. Only the log's writer and its command handlers read it. */
export abstract class Clock {
  abstract now(): Instant;
}

export class SystemClock extends Clock {
  now(): Instant {
    return Date.now();
  }
}

/** A clock that stands still until it is moved: tests, rehearsals and stations started with `--clock virtual`. */
export class VirtualClock extends Clock {
  private released = false;

  constructor(private instant: Instant) {
    super();
  }

  /** Never earlier than it has been, whatever the wall says. */
  now(): Instant {
    if (this.released) this.instant = Math.max(this.instant, Date.now());
    return this.instant;
  }

  get standsStill(): boolean {
    return !this.released;
  }

  /** @throws RangeError when asked to go back. */
  moveTo(instant: Instant): void {
    if (instant < this.instant) throw new RangeError('a clock never goes back');
    this.instant = instant;
  }

  /**
   * From here on it goes as the wall's does; for good.
   * @throws RangeError where it is ahead of the wall: it would stand still until then
   */
  release(): void {
    if (this.instant > Date.now()) throw new RangeError('a clock that is ahead cannot be let go');
    this.released = true;
  }
}
