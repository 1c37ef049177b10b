import { createHash } from 'node:crypto';
import type { EventStore, StoredEvent } from '#event-store';
import { CommandRejected, SYSTEM, type Rung } from '#kernel';
import { OrderIssuer } from '../order-issuer.js';
import type { ErrandEvent } from './errand.js';

/** Writes errands into any event store, and answers their orders as an aggregate would. */
export class ErrandLog extends OrderIssuer {
  /** Every call, also the repeated ones. */
  readonly asked: string[] = [];

  constructor(
    private readonly events: EventStore,
    private readonly now: () => number,
  ) {
    super();
  }

  /** @param commandId the same one changes nothing the second time */
  async append(id: string, event: ErrandEvent, commandId = `${id}-${event.type}-${this.now()}`): Promise<void> {
    const stream = `case-${id}`;
    const before = await this.events.readStream(stream);
    if (before.some(({ metadata }) => metadata.commandId === commandId)) return;
    await this.events.append({
      stream,
      expectedRevision: before.length === 0 ? 'no-stream' : before.length - 1,
      previousHash: before.at(-1)?.hash ?? '',
      events: [{ event, metadata: metadataOf(commandId) }],
    });
  }

  async issue({ processId, rung, orderId }: { processId: string; rung: Rung; orderId: string }): Promise<void> {
    this.asked.push(orderId);
    if (this.now() < rung.at) throw new CommandRejected('NOT_YET_DUE');
    const id = processId.slice('case:'.length);
    if ((await this.types(id)).includes('ErrandDone')) throw new CommandRejected('ERRAND_DONE');
    await this.append(id, { type: 'ErrandReminded', occurredAt: rung.at, data: { due: rung.at } }, orderId);
  }

  async types(id: string): Promise<string[]> {
    return (await this.stored(id)).map(({ event }) => event.type);
  }

  stored(id: string): Promise<readonly StoredEvent[]> {
    return this.events.readStream(`case-${id}`);
  }
}

export const metadataOf = (commandId: string) => ({
  eventId: createHash('sha256').update(commandId).digest('hex').slice(0, 32),
  commandId,
  requestHash: commandId,
  actor: SYSTEM,
  correlationId: commandId,
  causationId: commandId,
  policyVersion: 1,
  schemaVersion: 1,
});
