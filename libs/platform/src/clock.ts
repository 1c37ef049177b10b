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
  constructor(private instant: Instant) {
    super();
  }

  now(): Instant {
    return this.instant;
  }

  /** @throws RangeError when asked to go back. */
  moveTo(instant: Instant): void {
    if (instant < this.instant) throw new RangeError('a clock never goes back');
    this.instant = instant;
  }
}
