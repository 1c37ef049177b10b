import { setTimeout as pause } from 'node:timers/promises';
import { reject, type Instant } from '#kernel';
import type { EventStore } from '#event-store';
import type { VirtualClock } from '#platform';
import { COALESCING, DOORBELLS, type DoorbellSettings, type OpenProcess, type ProcessStore } from '#process';
import type { ReadModels } from '#projections';
import { toIso } from '#working-time';
import type { Projector } from '../../../projector/src/projector.js';
import type { RehearsalState } from './rehearsal.answers.js';
import type { WorkflowTimes } from './workflow-times.js';

export interface RehearsalPorts {
  readonly clock: VirtualClock;
  readonly events: EventStore;
  readonly store: ProcessStore;
  readonly readModels: ReadModels;
  readonly projector: Projector;
  readonly times: WorkflowTimes;
}

/** What was expected to happen does not; the move may be tried again. */
export class RehearsalStuck extends Error {
  override readonly name = 'RehearsalStuck';
  readonly retryAfterSeconds = 5;
}

/** The clock waits for every timetable to be delivered: gathering several changes in one would only cost time. */
export const RING_AT_ONCE: DoorbellSettings = { ...DOORBELLS, coalescing: { ...COALESCING, idleMs: 0 } };

const CLOCK = 'virtual-clock';
const RELEASED = 'virtual-clock-released';
const AT_ONCE = 16;
const MOST = 10_000;
const LOOK_EVERY_MS = 5;
/** A workflow that was told "not yet due" asks again after five seconds of its own time. */
const ASKED_AGAIN_MS = 6_000;
const FORWARD_AGAIN_MS = 3_000;
const PATIENCE_MS = 60_000;

/**
 * A station whose clock is moved by hand. In lock-step: to the earliest rung of any open process, forward the workflows
 * that wait for it, until its event is in the log and all that follows has happened; then to the next.
 */
export class Rehearsal {
  #ports: RehearsalPorts | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  /** Where the clock of a folder stood last: it never goes back, and once let go it is not stopped again. */
  static resume(clock: VirtualClock, store: ProcessStore): void {
    const kept = Number(store.fact(CLOCK) ?? 0);
    if (kept > clock.now()) clock.moveTo(kept);
    if (store.fact(RELEASED) !== undefined) clock.release();
  }

  /** Tells workflows of an earlier run what time it is now. */
  async begin(ports: RehearsalPorts): Promise<void> {
    this.#ports = ports;
    const { store, times } = ports;
    for (const { processId } of store.openPage('', MOST)) await times.learn(processId);
    await this.#ringAll();
  }

  async state(): Promise<RehearsalState> {
    const { clock, events, store, readModels, projector, times } = this.#running;
    const { bridge, reactions } = projector;
    bridge.save(); // the open processes below are those that are written down
    const head = await events.head();
    const projected = await readModels.caughtUp(head, 0);
    const saved = store.checkpoint('bridge');
    const doorbells = bridge.doorbells.backlog;
    const reacting = reactions.metrics.backlog;
    const followed = projected && reactions.positions.delivered === head && reacting === 0;
    const quiet = followed && saved === head && doorbells === 0;
    return {
      clock: toIso(clock.now()),
      head,
      quiet,
      followed,
      projected,
      skips: times.skips,
      bridge: { ...bridge.positions, saved, doorbells },
      reactions: { ...reactions.positions, underWay: reacting },
      open: store.openPage('', MOST).map(({ processId, stage, nextDue }) => ({
        processId,
        stage,
        nextDue: nextDue === null ? null : toIso(nextDue),
      })),
    };
  }

  /**
   * Everything up to `to` happens, in order; with `before`, nothing of that very instant yet.
   * @throws CommandRejected `INSTANT_INVALID` for a way back, RehearsalStuck
   */
  moveTo(to: Instant, { before = false } = {}): Promise<RehearsalState> {
    return this.#inTurn(async () => {
      this.#requireStandingStill();
      if (to < this.#running.clock.now()) reject('INSTANT_INVALID', { field: 'to', text: toIso(to) });
      await this.#untilQuiet();
      for (;;) {
        const [earliest] = this.#running.store.overdue(before ? to : to + 1, 1);
        if (!earliest) break;
        await this.#step(Math.max(earliest.nextDue ?? 0, this.#running.clock.now()));
      }
      this.#setClock(to);
      await this.#untilQuiet();
      return this.state();
    });
  }

  /**
   * The rehearsal is over: everything up to now happens, then the clock goes on with the wall's, and Temporal waits as
   * it does in production.
   * @throws CommandRejected `CLOCK_AHEAD` where the clock has been moved beyond now, RehearsalStuck
   */
  async release(): Promise<RehearsalState> {
    const { clock, store } = this.#running;
    if (clock.now() > Date.now()) reject('CLOCK_AHEAD', { clock: toIso(clock.now()) });
    await this.moveTo(Date.now());
    return this.#inTurn(async () => {
      this.#requireStandingStill();
      clock.release();
      store.setFact(RELEASED, toIso(clock.now()));
      await this.#ringAll();
      return this.state();
    });
  }

  #inTurn(move: () => Promise<RehearsalState>): Promise<RehearsalState> {
    const moved = this.#turn.then(move);
    this.#turn = moved.catch(() => undefined); // told to whoever asked for it; the next move is another one
    return moved;
  }

  #requireStandingStill(): void {
    if (!this.#running.clock.standsStill) reject('CLOCK_RELEASED');
  }

  /** Every workflow hears what time it is now. */
  async #ringAll(): Promise<void> {
    const { store, projector } = this.#running;
    if (store.countOpen() > 0) await projector.guards.rebuildWorkflows();
  }

  get #running(): RehearsalPorts {
    if (!this.#ports) throw new RehearsalStuck('the station is still starting');
    return this.#ports;
  }

  #setClock(at: Instant): void {
    this.#running.clock.moveTo(at);
    this.#running.store.setFact(CLOCK, String(at));
  }

  async #step(at: Instant): Promise<void> {
    const { store, projector } = this.#running;
    this.#setClock(at);
    const awaited = store.overdue(at + 1, MOST);
    await this.#forward(awaited, at, 0);
    const begun = performance.now();
    let forwarded = begun;
    for (
      let left: readonly OpenProcess[] = awaited;
      left.length > 0;
      left = stillWaiting(left, store.overdue(at + 1, MOST))
    ) {
      const now = performance.now();
      if (now - begun > PATIENCE_MS) throw stuck(left, at);
      if (now - forwarded > FORWARD_AGAIN_MS) {
        await this.#forward(left, at, ASKED_AGAIN_MS);
        forwarded = performance.now();
      }
      await pause(LOOK_EVERY_MS);
      projector.bridge.save(); // what has been heard of them is read from what is written down
    }
    await this.#untilQuiet();
  }

  async #forward(processes: readonly OpenProcess[], at: Instant, more: number): Promise<void> {
    const rest = processes.values();
    const worker = async (): Promise<void> => {
      for (const { processId } of rest) await this.#running.times.forward(processId, at, more);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  async #untilQuiet(): Promise<void> {
    const begun = performance.now();
    for (;;) {
      const { quiet, ...state } = await this.state();
      if (quiet) return;
      if (performance.now() - begun > PATIENCE_MS) {
        throw new RehearsalStuck(`the station does not come to rest: ${JSON.stringify({ ...state, open: undefined })}`);
      }
      await pause(LOOK_EVERY_MS);
    }
  }
}

/** Nothing has been heard of these: neither an event nor another rung. */
const stillWaiting = (awaited: readonly OpenProcess[], due: readonly OpenProcess[]): readonly OpenProcess[] => {
  const now = new Map(due.map((process) => [process.processId, process.position]));
  return awaited.filter(({ processId, position }) => now.get(processId) === position);
};

const stuck = (left: readonly OpenProcess[], at: Instant): RehearsalStuck =>
  new RehearsalStuck(`no event for the rung at ${toIso(at)} of ${left.map(({ processId }) => processId).join(', ')}`);
