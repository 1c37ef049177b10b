import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '#kernel';
import type { ProcessBridge } from './bridge.js';
import type { RegisteredProcess } from './process-definition.js';
import type { ProcessHost } from './process-host.js';
import { reasonOf, type ProcessLog } from './process-log.js';
import { Rebuild, type RebuildSettings } from './rebuild.js';
import type { OpenProcess, ProcessStore } from './process-store.js';

export interface GuardSettings extends RebuildSettings {
  readonly overdueEveryMs: number;
  /** A rung is missed when its event is not there this long after its due. */
  readonly missedAfterMs: number;
  /** A process counts as stuck when a rung is missed this long. */
  readonly stuckAfterMs: number;
  readonly sweepEveryMs: number;
  /** First sweep after the start. */
  readonly firstSweepMs: number;
  /** Younger processes are left to the bridge. */
  readonly settledAfterMs: number;
  /** How often the host is asked whether it still is the same, and whether somebody wants all to be rung. */
  readonly recogniseEveryMs: number;
}

/** `docs/domain.md §5.1` leaves no rung unissued; these are the nets under the bridge. */
export const GUARDS: GuardSettings = {
  overdueEveryMs: 10_000,
  missedAfterMs: 30_000,
  stuckAfterMs: 120_000,
  sweepEveryMs: 300_000,
  firstSweepMs: 5_000,
  settledAfterMs: 60_000,
  recogniseEveryMs: 2_000,
  rebuildPerSecond: 100,
};

export interface GuardPorts {
  readonly bridge: ProcessBridge;
  readonly store: ProcessStore;
  readonly host: ProcessHost;
  readonly processes: readonly RegisteredProcess[];
  readonly now: () => Instant;
  readonly log: ProcessLog;
}

const PAGE = 500;
const LONGEST_RING_PAUSE_MS = 600_000;
const LONGEST_RETRY_MS = 5_000;

/** Three nets: missed rungs, processes without a workflow and the reverse, and everything rung anew on demand. */
export class ProcessGuards {
  readonly #ending = new AbortController();
  readonly #rung = new Map<string, { readonly position: string; readonly at: number; readonly pauseMs: number }>();
  readonly #rebuild: Rebuild;
  #toldToClose = new Set<string>();
  #loops: Promise<void>[] = [];
  #missed = 0;

  constructor(
    private readonly ports: GuardPorts,
    private readonly settings: GuardSettings = GUARDS,
  ) {
    this.#rebuild = new Rebuild(ports, settings);
  }

  start(): void {
    const { overdueEveryMs, firstSweepMs, sweepEveryMs, recogniseEveryMs } = this.settings;
    this.#loops = [
      this.#every(overdueEveryMs, overdueEveryMs, () => this.ringMissed()),
      this.#every(firstSweepMs, sweepEveryMs, () => this.sweep()),
      this.#every(0, recogniseEveryMs, () => this.recogniseHost()),
    ];
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await Promise.all([...this.#loops, this.#rebuild.stop()]);
  }

  get metrics() {
    return {
      missedRungsRung: this.#missed,
      open: this.ports.store.countOpen(),
      rebuilding: this.#rebuild.progress,
    };
  }

  /** Open processes with a rung that is overdue for minutes: their workflow does not get on. */
  stuck(limit = 100): string[] {
    const before = this.ports.now() - this.settings.stuckAfterMs;
    return this.ports.store.overdue(before, limit).map(({ processId }) => processId);
  }

  /**
   * Guard 1: rings processes with a rung whose event is missing, ever more rarely while nothing comes of it. During a
   * rebuild also those whose rung comes before their turn may.
   */
  async ringMissed(): Promise<void> {
    const { store, bridge, now } = this.ports;
    const { missedAfterMs, overdueEveryMs } = this.settings;
    const rebuilding = store.rebuiltUpTo !== undefined;
    const missed = store.overdue(rebuilding ? now() + overdueEveryMs : now() - missedAfterMs, PAGE);
    const ids = new Set(missed.map(({ processId }) => processId));
    for (const processId of this.#rung.keys()) if (!ids.has(processId)) this.#rung.delete(processId);
    for (const open of missed) {
      if (!this.#mayRing(open) || bridge.doorbells.has(open.processId)) continue;
      await bridge.ringAgain(open.processId);
      this.#missed += 1;
    }
  }

  /**
   * Guard 2: every open process has a workflow, every workflow an open process. What is missing while all are built anew
   * comes with those, at their pace: rung at once, it would keep everything else waiting.
   */
  async sweep(): Promise<void> {
    for (const process of this.ports.processes) {
      const running = new Set<string>();
      for await (const id of this.ports.host.running(process)) running.add(id);
      if (this.ports.store.rebuiltUpTo === undefined) await this.#startMissing(process, running);
      await this.#endSuperfluous(running);
    }
  }

  /** Guard 3 on demand: raises the epoch and delivers every open process anew; taken up again after a restart. */
  rebuildWorkflows(): Promise<void> {
    return this.#rebuild.begin();
  }

  /** Guard 3 by itself: where the host is another one, or another program wants it, every open process is delivered. */
  async recogniseHost(): Promise<void> {
    if (await this.#rebuild.recogniseHost()) this.#rung.clear();
    if (this.ports.store.rebuiltUpTo !== undefined) void this.#rebuild.goOn();
  }

  /** Ends a workflow that does not get on and starts it anew from the log. */
  async restart(processId: string): Promise<void> {
    await this.ports.host.end(processId, 'started anew from the log');
    await this.ports.bridge.ringAgain(processId);
  }

  #mayRing({ processId, position }: OpenProcess): boolean {
    const before = this.#rung.get(processId);
    const same = before?.position === position ? before : undefined;
    const at = performance.now();
    if (same && at - same.at < same.pauseMs) return false;
    const pauseMs = same ? Math.min(same.pauseMs * 2, LONGEST_RING_PAUSE_MS) : this.settings.overdueEveryMs;
    this.#rung.set(processId, { position, at, pauseMs });
    return true;
  }

  async #startMissing({ category }: RegisteredProcess, running: ReadonlySet<string>): Promise<void> {
    const { bridge, now } = this.ports;
    const settledBefore = now() - this.settings.settledAfterMs;
    for await (const open of this.#openProcesses()) {
      if (!open.processId.startsWith(`${category}:`) || open.openedAt > settledBefore) continue;
      if (running.has(open.processId) || bridge.doorbells.has(open.processId)) continue;
      await bridge.ringAgain(open.processId);
    }
  }

  async #endSuperfluous(running: ReadonlySet<string>): Promise<void> {
    const { bridge, host, store, log } = this.ports;
    const told = new Set<string>();
    for (const processId of running) {
      // Only what is not noted as open is folded: folding all of them would fill memory with what nobody asks for.
      if (!bridge.memory.definitionOf(processId) || store.isOpen(processId)) continue;
      const folded = await bridge.recall(processId);
      if (bridge.isUnfoldable(processId) || (folded && !folded.agenda.closed)) continue;
      if (folded && !this.#toldToClose.has(processId)) {
        bridge.doorbells.add(folded, undefined, 'at-once');
        told.add(processId);
        continue;
      }
      log.warn('A workflow without an open process was ended.', { processId });
      await host.end(processId, folded ? 'its process is closed in the log' : 'its process is not in the log');
    }
    this.#toldToClose = told;
  }

  async *#openProcesses(after = ''): AsyncIterable<OpenProcess> {
    for (let last = after; ;) {
      const page = this.ports.store.openPage(last, PAGE);
      yield* page;
      const end = page.at(-1);
      if (!end) return;
      last = end.processId;
    }
  }

  async #every(firstMs: number, everyMs: number, work: () => Promise<void>): Promise<void> {
    const { signal } = this.#ending;
    let failed = false;
    for (let waitMs = firstMs; ;) {
      await pause(waitMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      waitMs = everyMs;
      try {
        await work();
        failed = false;
      } catch (error) {
        waitMs = Math.min(everyMs, LONGEST_RETRY_MS);
        if (!failed)
          this.ports.log.warn('A guard of the processes could not finish; it runs again until it does.', {
            reason: reasonOf(error),
          });
        failed = true;
      }
    }
  }
}
