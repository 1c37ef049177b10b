import { setTimeout as pause } from 'node:timers/promises';
import type { ProcessBridge } from './bridge.js';
import type { ProcessHost } from './process-host.js';
import { reasonOf, type ProcessLog } from './process-log.js';
import type { ProcessStore } from './process-store.js';

interface RebuildPorts {
  readonly bridge: ProcessBridge;
  readonly store: ProcessStore;
  readonly host: ProcessHost;
  readonly log: ProcessLog;
}

export interface RebuildSettings {
  /** Processes rung in a second: commands and fresh doorbells have the rest of the machine. */
  readonly rebuildPerSecond: number;
}

export interface RebuildProgress {
  /** Open processes rung under the new epoch so far; all before it are delivered. */
  readonly rung: number;
  readonly open: number;
}

const HOST = 'host';
/** Under way at once at most. */
const PAGE = 100;
/** A rebuild that is cut short rings so many a second time, and those that were still under way. */
const NOTED_EVERY = 10;
const LOOK_EVERY_MS = 50;

/**
 * Guard 3: all open processes are rung anew under a higher epoch, because somebody asks for it or because what waited
 * for them is gone. How far it has come is kept; after a restart it goes on there.
 */
export class Rebuild {
  readonly #ending = new AbortController();
  #running: Promise<void> | undefined;

  constructor(
    private readonly ports: RebuildPorts,
    private readonly settings: RebuildSettings,
  ) {}

  /** Undefined where none is under way. */
  get progress(): RebuildProgress | undefined {
    const { store } = this.ports;
    const after = store.rebuiltUpTo;
    return after === undefined ? undefined : { rung: store.countOpen(after), open: store.countOpen() };
  }

  /**
   * Asks the host who it is: one that is another than yesterday knows nothing of what was delivered to the last.
   * @returns whether it is another one
   */
  async recogniseHost(): Promise<boolean> {
    const { store, host, log } = this.ports;
    const found = await host.identity();
    const known = store.fact(HOST);
    if (known === undefined) store.setFact(HOST, found);
    if (known === undefined || known === found) return false;
    log.warn('Temporal is empty or another one: the workflows of all open processes are built anew from the log.', {
      open: store.countOpen(),
    });
    store.beginEpoch({ forgetAll: false, facts: { [HOST]: found } });
    return true;
  }

  /** Raises the epoch where no rebuild is under way yet, and rings all. */
  async begin(): Promise<void> {
    if (this.ports.store.rebuiltUpTo === undefined) this.ports.store.beginEpoch({ forgetAll: false });
    await this.goOn();
  }

  /** Rings whatever is still to be rung; nothing where no rebuild is under way. */
  goOn(): Promise<void> {
    this.#running ??= this.#ringAll()
      .catch((error: unknown) =>
        this.ports.log.error('Building the workflows anew was cut short; it goes on in a moment.', {
          reason: reasonOf(error),
        }),
      )
      .finally(() => (this.#running = undefined));
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#running;
  }

  async #ringAll(): Promise<void> {
    const { store, bridge } = this.ports;
    const { signal } = this.#ending;
    const everyMs = 1_000 / this.settings.rebuildPerSecond;
    for (let after = store.rebuiltUpTo; after !== undefined; after = store.rebuiltUpTo) {
      const { epoch } = store;
      bridge.save(); // what was delivered to the last host a moment ago has to be among the open processes
      const page = store.openPage(after, PAGE).map(({ processId }) => processId);
      if (page.length === 0) store.setRebuiltUpTo(undefined, epoch);
      for (const [index, processId] of page.entries()) {
        if (signal.aborted) return;
        await bridge.ringAgain(processId, 'behind');
        await pause(everyMs);
        if (index % NOTED_EVERY === NOTED_EVERY - 1) this.#note(page.slice(0, index + 1), epoch);
      }
      while (!this.#note(page, epoch)) {
        if (signal.aborted) return;
        await pause(LOOK_EVERY_MS);
      }
    }
  }

  /** Writes down up to where all of these are delivered, even if it is cut short again and again. */
  #note(rung: readonly string[], epoch: number): boolean {
    const { store, bridge } = this.ports;
    const first = rung.findIndex((processId) => bridge.doorbells.has(processId));
    const delivered = first < 0 ? rung : rung.slice(0, first);
    const last = delivered.at(-1);
    if (last !== undefined) store.setRebuiltUpTo(last, epoch);
    return first < 0;
  }
}
