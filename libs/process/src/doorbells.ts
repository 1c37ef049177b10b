import type { Instant } from '#kernel';
import { failpoint } from '#platform';
import { coalescingDelay, COALESCING, isUrgent, type CoalescingSettings } from './coalescing.js';
import type { Hold, LowWaterMark } from './low-water-mark.js';
import type { FoldedProcess } from './process-memory.js';
import type { ProcessHost } from './process-host.js';
import { reasonOf, type ProcessLog } from './process-log.js';

export interface DoorbellSettings {
  readonly coalescing: CoalescingSettings;
  /** Deliveries in flight at once. */
  readonly concurrency: number;
  /** First and longest pause after a failed delivery, ms. */
  readonly retryMs: readonly [first: number, longest: number];
}

export const DOORBELLS: DoorbellSettings = { coalescing: COALESCING, concurrency: 16, retryMs: [250, 1_000] };

export interface DoorbellPorts {
  readonly host: ProcessHost;
  readonly mark: LowWaterMark;
  readonly epoch: () => number;
  readonly clockOffset: (processId: string) => number;
  /** The log's clock: tells how near a rung is. */
  readonly now: () => Instant;
  readonly log: ProcessLog;
  readonly delivered: (folded: FoldedProcess) => void;
  /** Milliseconds from one delivery to the next, so that commands go first; what is urgent does not wait for it. */
  readonly givingWayMs: () => number;
}

/** `behind`: only while nothing else wants to be delivered, as when all are rung anew. */
export type Turn = 'at-once' | 'in-turn' | 'behind';

const TURNS: readonly Turn[] = ['at-once', 'in-turn', 'behind'];

interface Doorbell {
  readonly folded: FoldedProcess;
  /** Holds the checkpoint back; none where a guard rings. */
  readonly hold: Hold | undefined;
  /** Real milliseconds, for coalescing is about load; only the age it came with is the log's. */
  readonly since: number;
  readonly notBefore: number;
  readonly failures: number;
  readonly turn: Turn;
}

/** The timetables that wait to be delivered, at most one for each process. */
export class Doorbells {
  readonly #waiting = new Map<string, Doorbell>();
  readonly #urgent = new Map<string, Doorbell>();
  readonly #behind = new Map<string, Doorbell>();
  readonly #ringing = new Map<string, Doorbell>();
  #timer: NodeJS.Timeout | undefined;
  #wakeAt = Infinity;
  #stopped = false;
  #quiet: (() => void)[] = [];
  #delivered = 0;
  #errors = 0;
  #failuresInARow = 0;
  #pausedUntil = 0;
  #givesWayUntil = 0;

  constructor(
    private readonly ports: DoorbellPorts,
    private readonly settings: DoorbellSettings = DOORBELLS,
  ) {}

  get backlog(): number {
    return this.#waiting.size + this.#urgent.size + this.#behind.size + this.#ringing.size;
  }

  get metrics() {
    const oldest = [...this.#ringing.values(), ...[this.#urgent, this.#waiting, this.#behind].flatMap(head)];
    const lagMs = oldest.length === 0 ? 0 : performance.now() - Math.min(...oldest.map(({ since }) => since));
    return { backlog: this.backlog, delivered: this.#delivered, errors: this.#errors, lagMs: Math.round(lagMs) };
  }

  /** True while deliveries succeed. */
  get reachable(): boolean {
    return this.#failuresInARow < 3;
  }

  has(processId: string): boolean {
    return [this.#waiting, this.#urgent, this.#behind, this.#ringing].some((bells) => bells.has(processId));
  }

  /**
   * The newest state of a process is to be delivered; what waited for it already is replaced and waits no longer for it.
   * @param ageMs how long ago it changed: what has been in the log for a while, as after a restart, is not gathered anew
   */
  add(folded: FoldedProcess, hold: Hold | undefined, turn: Turn = 'in-turn', ageMs = 0): void {
    this.#put({ folded, hold, since: performance.now() - ageMs, notBefore: 0, failures: 0, turn });
    this.#pump();
  }

  /** Resolves when nothing waits any more. */
  async quiet(): Promise<void> {
    if (this.backlog > 0) await new Promise<void>((resolve) => this.#quiet.push(resolve));
  }

  /** Lets what is in flight end; what waits stays with the checkpoint. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#waiting.clear();
    this.#urgent.clear();
    this.#behind.clear();
    await this.quiet();
  }

  #put(bell: Doorbell): void {
    const { processId, agenda } = bell.folded;
    const queues = [this.#urgent, this.#waiting, this.#behind];
    const earlier = queues.map((bells) => bells.get(processId)).find((found) => found !== undefined);
    const merged = earlier ? merge(earlier, bell, this.ports.mark) : bell;
    const turn = isUrgent(agenda.rungs, this.ports.now()) ? 'at-once' : merged.turn;
    const queue = this.#queueOf(turn);
    for (const other of queues) if (other !== queue) other.delete(processId);
    queue.set(processId, { ...merged, turn });
  }

  #queueOf(turn: Turn): Map<string, Doorbell> {
    return turn === 'at-once' ? this.#urgent : turn === 'in-turn' ? this.#waiting : this.#behind;
  }

  #pump(): void {
    const now = performance.now();
    while (!this.#stopped && now >= this.#pausedUntil && this.#ringing.size < this.settings.concurrency) {
      const bell = this.#next(now);
      if (!bell) break;
      void this.#ring(bell);
    }
    this.#sleepUntilNext(now);
  }

  #next(now: number): Doorbell | undefined {
    for (const [processId, bell] of this.#urgent) {
      if (this.#ringing.has(processId) || bell.notBefore > now) continue;
      this.#urgent.delete(processId);
      return bell;
    }
    if (now < this.#givesWayUntil) return undefined;
    const delay = coalescingDelay(this.#waiting.size, this.settings.coalescing);
    for (const [processId, bell] of this.#waiting) {
      if (bell.since + delay > now) break; // in order of waiting: the rest is younger
      if (this.#ringing.has(processId) || bell.notBefore > now) continue;
      this.#waiting.delete(processId);
      this.#givesWayUntil = now + this.ports.givingWayMs();
      return bell;
    }
    return this.#nextBehind(now);
  }

  /** Half of what may be in flight stays free for others. */
  #nextBehind(now: number): Doorbell | undefined {
    if (this.#behind.size === 0) return undefined;
    const inFlight = [...this.#ringing.values()].filter(({ turn }) => turn === 'behind').length;
    if (inFlight >= Math.ceil(this.settings.concurrency / 2)) return undefined;
    for (const [processId, bell] of this.#behind) {
      if (this.#ringing.has(processId) || bell.notBefore > now) continue;
      this.#behind.delete(processId);
      this.#givesWayUntil = now + this.ports.givingWayMs();
      return bell;
    }
    return undefined;
  }

  async #ring(bell: Doorbell): Promise<void> {
    const { folded } = bell;
    const { host, epoch, clockOffset, log } = this.ports;
    const timetable = {
      ...folded.agenda,
      epoch: epoch(),
      position: folded.position,
      clockOffset: clockOffset(folded.processId),
    };
    this.#ringing.set(folded.processId, bell);
    try {
      await host.ring(folded.process, folded.processId, timetable);
      failpoint('after-start-before-checkpoint');
      this.#ringing.delete(folded.processId);
      this.ports.mark.release(bell.hold);
      this.#delivered += 1;
      this.#failuresInARow = 0;
      this.ports.delivered(folded);
    } catch (error) {
      this.#ringing.delete(folded.processId);
      if (this.#failuresInARow === 0)
        log.warn('A timetable could not be delivered; it is kept and tried again.', { reason: reasonOf(error) });
      this.#keep(bell);
    }
    this.#pump();
    if (this.backlog === 0) for (const resolve of this.#quiet.splice(0)) resolve();
  }

  /** Puts a failed delivery back, behind a pause; several failures in a row pause them all. */
  #keep(bell: Doorbell): void {
    this.#errors += 1;
    this.#failuresInARow += 1;
    const [first, longest] = this.settings.retryMs;
    const pause = (failures: number): number => Math.min(longest, first * 2 ** Math.min(failures, 10));
    const now = performance.now();
    if (this.#failuresInARow >= 3) this.#pausedUntil = now + pause(Math.floor(this.#failuresInARow / 3) - 1);
    if (this.#stopped) return;
    const { processId } = bell.folded;
    const turn = bell.turn === 'behind' ? 'behind' : 'at-once';
    const kept: Doorbell = { ...bell, notBefore: now + pause(bell.failures), failures: bell.failures + 1, turn };
    const queues = [this.#urgent, this.#waiting, this.#behind];
    const later = queues.map((bells) => bells.get(processId)).find((found) => found !== undefined);
    for (const bells of queues) bells.delete(processId);
    const again = later ? merge(kept, later, this.ports.mark) : kept;
    this.#queueOf(again.turn).set(processId, again);
  }

  #sleepUntilNext(now: number): void {
    if (this.#stopped || this.#ringing.size >= this.settings.concurrency) return;
    if (this.backlog === this.#ringing.size) return;
    const [oldest] = head(this.#waiting);
    const delay = coalescingDelay(this.#waiting.size, this.settings.coalescing);
    const retry = this.#urgent.size + this.#behind.size > 0 ? now + this.settings.retryMs[0] : Infinity;
    const turn = oldest ? Math.max(oldest.since + delay, this.#givesWayUntil) : Infinity;
    const next = Math.max(Math.min(turn, retry), this.#pausedUntil, now + 5);
    if (next >= this.#wakeAt && this.#wakeAt > now) return;
    clearTimeout(this.#timer);
    this.#wakeAt = next;
    this.#timer = setTimeout(() => {
      this.#wakeAt = Infinity;
      this.#pump();
    }, next - now);
  }
}

/** Later news of a process take the place of earlier ones; the earlier hold and the better turn are kept. */
const merge = (earlier: Doorbell, later: Doorbell, mark: LowWaterMark): Doorbell => {
  if (earlier.hold) mark.release(later.hold);
  const newer = later.folded.position >= earlier.folded.position ? later.folded : earlier.folded;
  const turn = TURNS.find((each) => each === earlier.turn || each === later.turn) ?? later.turn;
  return { ...earlier, folded: newer, hold: earlier.hold ?? later.hold, turn };
};

const head = <T>(map: Map<string, T>): T[] => {
  for (const value of map.values()) return [value];
  return [];
};
