import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface GarbageSettings {
  /** Between two looks, ms. */
  readonly everyMs?: number;
  /** The heap must have grown by so much since the last collection, MiB. */
  readonly worthMiB?: number;
}

const EVERY_MS = 5_000;
const WORTH_MIB = 16;
/** At rest: of the time between two looks the event loop was busy for less than this share. */
const AT_REST = 0.05;
const MIB = 1_048_576;

/**
 * Gives back what a start or a backlog has left in memory, once nobody asks for anything. The engine itself collects
 * only when more is allocated: a station at rest would keep over a hundred MiB of garbage for hours.
 */
export class GarbageAtRest {
  readonly #looking: NodeJS.Timeout;
  readonly #worthMiB: number;
  #leftMiB = 0;
  #before = performance.eventLoopUtilization();

  constructor(
    { everyMs = EVERY_MS, worthMiB = WORTH_MIB }: GarbageSettings = {},
    private readonly collect: () => void = collector(),
  ) {
    this.#worthMiB = worthMiB;
    this.#looking = setInterval(() => this.#look(), everyMs);
    this.#looking.unref();
  }

  stop(): void {
    clearInterval(this.#looking);
  }

  #look(): void {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.#before);
    this.#before = now;
    if (utilization > AT_REST || usedMiB() - this.#leftMiB < this.#worthMiB) return;
    this.collect();
    this.#leftMiB = usedMiB();
    // its own time is no work
    this.#before = performance.eventLoopUtilization();
  }
}

const usedMiB = (): number => process.memoryUsage().heapUsed / MIB;

/** Node gives the collector's function only to programs started with a flag, which `npm start` has no way to pass on. */
const collector = (): (() => void) => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  return collect;
};
