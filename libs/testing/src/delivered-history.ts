import { SYSTEM, type Actor, type AnyEvent } from '#kernel';
import { Projector, type DeliveredEvent, type Projection, type ReadModels } from '#projections';

/** Where an event lies: by default stream `scenario`, recorded when it occurred, by the system. */
export interface Written {
  readonly stream?: string;
  readonly recordedAt?: number;
  readonly actor?: Actor;
  readonly policyVersion?: number;
}

/** Events as projections get them, in the order in which they were written. */
export class DeliveredHistory {
  readonly events: DeliveredEvent[] = [];
  private readonly revisions = new Map<string, number>();

  write(written: Written, ...events: readonly AnyEvent[]): void {
    const { stream = 'scenario' } = written;
    for (const event of events) {
      const revision = (this.revisions.get(stream) ?? -1) + 1;
      this.revisions.set(stream, revision);
      this.events.push(delivery(event, this.events.length + 1, stream, revision, written));
    }
  }

  /** Through the real runtime, `size` events in a transaction. */
  async projectInto(models: ReadModels, projection: Projection, size: number): Promise<void> {
    const projector = new Projector(models.database, projection, { onPoison: 'stop', now: () => 0 });
    await projector.prepare();
    for (let from = 0; from < this.events.length; from += size)
      await projector.apply({ after: projector.position, events: this.events.slice(from, from + size) });
  }
}

const delivery = (
  event: AnyEvent,
  number: number,
  stream: string,
  revision: number,
  { recordedAt = event.occurredAt, actor = SYSTEM, policyVersion = 1 }: Written,
): DeliveredEvent => {
  const id = `event-${number}`;
  return {
    event,
    meta: {
      stream,
      revision,
      position: String(number).padStart(16, '0'),
      recordedAt,
      actor,
      metadata: {
        eventId: id,
        commandId: id,
        requestHash: '',
        actor,
        correlationId: id,
        causationId: id,
        policyVersion,
        schemaVersion: 1,
      },
    },
  };
};
