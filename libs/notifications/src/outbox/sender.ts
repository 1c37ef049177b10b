import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '#kernel';
import { failpoint } from '#platform';
import { render, type Message, type Names, type Preferences, type RecipientKey } from '#notifications/domain';
import type { Delivery, DeliveryQueue, OutsideChannel } from './delivery-queue.js';
import type { Outcome, WayOut } from './way-out.js';

export type WaysOut = Partial<Readonly<Record<OutsideChannel, WayOut>>>;

export interface SenderPorts {
  readonly queue: DeliveryQueue;
  /** Those that are configured. */
  readonly ways: WaysOut;
  /** Where a recipient is reached; asked as he is written to. */
  readonly addressOf: (recipient: RecipientKey, channel: OutsideChannel) => string | undefined;
  readonly preferencesOf: (recipient: RecipientKey) => Preferences;
  readonly names: Names;
  readonly clock: { now(): Instant };
  readonly log: { warn(message: string, details?: object): void; error(message: string, details?: object): void };
}

const LOOK_EVERY_MS = 500;
/** A try that has not ended by then is left to the next start, which takes it for one whose end nobody knows. */
const PATIENCE_MS = 3_000;
const CHANNELS: readonly OutsideChannel[] = ['CALL', 'SMS', 'EMAIL', 'ROBOT'];

/** Takes what is due out of the house, each channel for itself: a slow one holds up no other. */
export class Sender {
  readonly #ending = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(private readonly ports: SenderPorts) {}

  start(): void {
    const { queue, clock, log } = this.ports;
    const interrupted = queue.recover(clock.now());
    if (interrupted > 0) log.warn('Notices whose sending was interrupted are sent once more.', { interrupted });
    this.#running = Promise.all(CHANNELS.map((channel) => this.#run(channel)));
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await Promise.race([this.#running, pause(PATIENCE_MS, undefined, { ref: false })]);
  }

  /** All that is due by one channel now. @returns how many messages were tried */
  async deliver(channel: OutsideChannel): Promise<number> {
    const { queue, clock } = this.ports;
    for (let tried = 0; ; tried += 1) {
      const deliveries = this.#ending.signal.aborted ? [] : queue.next(channel, clock.now());
      if (deliveries.length === 0) return tried;
      await this.#send(channel, deliveries);
    }
  }

  async #run(channel: OutsideChannel): Promise<void> {
    const { signal } = this.#ending;
    while (!signal.aborted) {
      try {
        await this.deliver(channel);
      } catch (error) {
        this.ports.log.error('Notices cannot be sent; tried again.', { channel, reason: String(error) });
      }
      await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  async #send(channel: OutsideChannel, deliveries: readonly Delivery[]): Promise<void> {
    const { queue, ways, clock, addressOf, preferencesOf, names } = this.ports;
    const [{ recipient }] = deliveries as readonly [Delivery, ...Delivery[]];
    const way = ways[channel];
    if (!way) return this.#notSent(channel, deliveries, 'NOT_CONFIGURED');
    const address = addressOf(recipient, channel);
    if (address === undefined) return this.#notSent(channel, deliveries, 'NO_ADDRESS');
    const { language } = preferencesOf(recipient);
    const texts = deliveries.map(({ message }) => render(message, language, names));
    const digest: Message = { text: 'outside.digest', params: { n: texts.length } };
    const text = texts.length === 1 ? texts[0]! : [render(digest, language, names), ...texts].join('\n');
    queue.begin(deliveries, clock.now());
    const key = deliveries.map(({ eventId }) => `${eventId} ${recipient} ${channel}`).join('\n');
    this.#note(channel, deliveries, await tried(way, { key, address, text }));
  }

  #note(channel: OutsideChannel, deliveries: readonly Delivery[], outcome: Outcome): void {
    const { queue, clock } = this.ports;
    const now = clock.now();
    if (outcome.is === 'SENT') {
      failpoint('after-send-before-mark');
      return queue.end(deliveries, 'SENT', now);
    }
    const { reason } = outcome;
    if (channel === 'CALL') {
      queue.end(deliveries, 'FAILED', now, reason);
      return queue.followWith('SMS', deliveries, now);
    }
    if (outcome.is === 'UNSURE') return queue.uncertain(deliveries, now, reason);
    if (outcome.forGood) return queue.end(deliveries, 'FAILED', now, reason);
    queue.failed(deliveries, now, reason);
  }

  #notSent(channel: OutsideChannel, deliveries: readonly Delivery[], status: 'NOT_CONFIGURED' | 'NO_ADDRESS'): void {
    const { queue, clock } = this.ports;
    queue.end(deliveries, status, clock.now());
    if (channel === 'CALL') queue.followWith('SMS', deliveries, clock.now());
  }
}

/** A way out that throws is one of which nobody knows what it did. */
const tried = async (way: WayOut, outgoing: Parameters<WayOut['send']>[0]): Promise<Outcome> => {
  try {
    return await way.send(outgoing);
  } catch (error) {
    return { is: 'UNSURE', reason: error instanceof Error ? error.name : 'UNKNOWN' };
  }
};
