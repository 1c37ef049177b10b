export interface BackPressureSettings {
  /** Commands are looked at in samples of this many: fewer in `everyMs` are too few to be slowed down by anything. */
  readonly sample: number;
  /** A sample that takes longer than this to gather says nothing, ms. */
  readonly everyMs: number;
  /** A slow command (one of ten) may take this many times what it takes at its best. */
  readonly tolerated: number;
  /** Shortest and longest time from one delivery to the next while commands are slow, ms. */
  readonly pauseMs: readonly [shortest: number, longest: number];
}

/**
 * Commands are somebody waiting, doorbells are about what is due in hours. The longest pause still leaves ten doorbells
 * a second, so that no backlog stands still however long the commands come.
 */
export const BACK_PRESSURE: BackPressureSettings = { sample: 20, everyMs: 500, tolerated: 1.3, pauseMs: [10, 100] };

/** How fast the best that is known is forgotten, a sample: a machine may get slower for good. */
const FORGETTING = 1.005;

/** Learns from the commands' own times whether the deliveries to Temporal are in their way, and slows these down. */
export class BackPressure {
  readonly #sample: number[] = [];
  #begun = -Infinity;
  #best = Infinity;
  #pauseMs = 0;

  constructor(
    private readonly settings: BackPressureSettings = BACK_PRESSURE,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** A command took this long, ms. */
  took(milliseconds: number): void {
    if (this.now() - this.#begun > this.settings.everyMs) {
      this.#pauseMs = 0;
      this.#beginAnew();
    }
    if (this.#sample.push(milliseconds) < this.settings.sample) return;
    const slow = this.#sample.sort((a, b) => a - b)[Math.floor(this.#sample.length * 0.9)] ?? 0;
    this.#best = Math.min(this.#best * FORGETTING, slow);
    const [shortest, longest] = this.settings.pauseMs;
    this.#pauseMs =
      slow > this.#best * this.settings.tolerated
        ? Math.min(longest, Math.max(shortest, this.#pauseMs * 1.5))
        : this.#pauseMs * 0.9;
    this.#beginAnew();
  }

  /** From one delivery to the next, ms; 0 while commands are few or quick. */
  get pauseMs(): number {
    const commandsCome = this.now() - this.#begun <= this.settings.everyMs;
    return commandsCome && this.#pauseMs >= 1 ? this.#pauseMs : 0;
  }

  #beginAnew(): void {
    this.#sample.length = 0;
    this.#begun = this.now();
  }
}
