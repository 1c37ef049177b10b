import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '#event-store';
import type { IdentityVault } from '#identity-vault';
import { addressesIn, Sender, toldNames, type Outbox, type WaysOut } from '#notifications';
import type { Clock } from '#platform';
import { followLog, type ProcessLog } from '#process';

export interface NotifierPorts {
  readonly events: EventStore;
  readonly outbox: Outbox;
  readonly vault: IdentityVault;
  readonly clock: Clock;
  readonly log: ProcessLog;
  /** Channels that are configured; without one, what it would take is noted as not sent. */
  readonly ways: WaysOut;
}

/** What happens within this time is written with one commit: nobody waits for a notice by the millisecond. */
const GATHERED_MS = 100;

/** Follows the log, fills the inboxes, and takes out of the house what is to be told there. */
export class Notifier {
  private readonly ending = new AbortController();
  private readonly sender: Sender;
  private following: Promise<void> = Promise.resolve();

  constructor(private readonly ports: NotifierPorts) {
    const { outbox, vault, clock, log, ways } = ports;
    const people = () => outbox.people;
    this.sender = new Sender({
      ...{ queue: outbox.queue, ways, clock, log },
      addressOf: addressesIn(people, vault),
      preferencesOf: (recipient) => outbox.preferencesOf(recipient),
      names: toldNames(people, vault),
    });
  }

  async start(): Promise<void> {
    const { events, outbox, clock, log } = this.ports;
    const { signal } = this.ending;
    await outbox.open(events);
    this.following = followLog(events, outbox.position, signal, log, async (batch) => {
      for (const untold of outbox.take(batch, clock.now()))
        log.error('An event could not be told to anybody; it is set aside.', { ...untold });
      await pause(GATHERED_MS, undefined, { signal }).catch(() => undefined);
    });
    this.sender.start();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.following;
    await this.sender.stop();
  }
}
