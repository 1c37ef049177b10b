import { setImmediate as nextTurn } from 'node:timers/promises';
import { START, type EventStore } from '#event-store';
import type { IdentityVault } from '#identity-vault';
import type { Clock } from '#platform';
import type { ProcessLog } from '#process';

const HOUR = 3_600_000;
const UNUSED_AFTER = 24 * HOUR;
const EVERY = 24 * HOUR;
const PAGE = 1_000;

export interface PurgePorts {
  readonly vault: IdentityVault;
  readonly events: EventStore;
  readonly clock: Clock;
  readonly log: ProcessLog;
}

/**
 * Purges what commands left in the vault without ever reaching the log (`docs/domain.md §4.5`): now, and daily. The log
 * is read through only where there is something to ask it.
 */
export class VaultPurge {
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void>;

  constructor(private readonly ports: PurgePorts) {
    this.#running = this.#run();
    this.#timer = setInterval(() => {
      this.#running = this.#running.then(() => this.#run());
    }, EVERY).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      const purged = await purgeVault(this.ports);
      if (purged > 0) this.ports.log.log('Entries of the vault that no event names were purged.', { commands: purged });
    } catch (error) {
      this.ports.log.error('The vault could not be purged; tried again tomorrow.', { reason: String(error) });
    }
  }
}

/** @returns the number of commands whose entries were purged */
export const purgeVault = async ({ vault, events, clock }: Omit<PurgePorts, 'log'>): Promise<number> => {
  let known: ReadonlySet<string> | undefined;
  return vault.purgeUnused(clock.now() - UNUSED_AFTER, async (commandId) => {
    known ??= await commandIdsIn(events);
    return known.has(commandId);
  });
};

const commandIdsIn = async (events: EventStore): Promise<ReadonlySet<string>> => {
  const ids = new Set<string>();
  for (let after = START; ;) {
    const page = await events.readAll(after, PAGE);
    for (const { metadata } of page) ids.add(metadata.commandId);
    const last = page.at(-1);
    if (!last) return ids;
    after = last.position;
    await nextTurn(); // requests come in between
  }
};
