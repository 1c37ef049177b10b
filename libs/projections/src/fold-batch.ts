import type { AnyEvent, Instant } from '#kernel';
import type { GlobalPosition, StoredEvent } from '#event-store';
import { ChangeSet } from './change-set.js';
import type { AnyChange } from './change.js';
import { messageOf } from './errors.js';
import type { EventMeta, Projection } from './projection.js';
import type { QuarantinedStream } from './quarantine.js';

/** A handler refused an event, every time it was tried. */
export class PoisonousEvent extends Error {
  override readonly name = 'PoisonousEvent';
  constructor(
    readonly projection: string,
    readonly stream: string,
    readonly position: GlobalPosition,
    override readonly cause: unknown,
  ) {
    super(`projection ${projection} cannot take ${stream} at position ${position}: ${messageOf(cause)}`);
  }
}

export interface DeliveredEvent {
  readonly event: AnyEvent;
  readonly meta: EventMeta;
}

export const delivered = (stored: StoredEvent): DeliveredEvent => {
  const { event, stream, revision, position, recordedAt, metadata } = stored;
  return { event, meta: { stream, revision, position, recordedAt, actor: metadata.actor, metadata } };
};

export interface PoisonRule {
  /** `quarantine` sets the poisoned stream aside and goes on; `stop` throws `PoisonousEvent` and writes nothing. */
  readonly onPoison: 'quarantine' | 'stop';
  readonly now: () => Instant;
}

/** How often a handler is tried: a pure one fails the same way each time, one that is less pure than it should be may not. */
const TRIES = 5;
const ERROR_LENGTH = 500;

/** What a batch of events changes in the tables of a projection, and the streams set aside on the way. */
export class BatchFold {
  readonly changes: ChangeSet;
  readonly poisoned: QuarantinedStream[] = [];
  private readonly aside: Set<string>;
  private end: EventMeta | undefined;

  /** @param quarantined streams that are passed over */
  constructor(
    private readonly projection: Projection,
    quarantined: readonly string[],
    private readonly rule: PoisonRule,
  ) {
    this.changes = new ChangeSet(projection.tables);
    this.aside = new Set(quarantined);
  }

  /** Of the last event of the batch so far. */
  get last(): EventMeta | undefined {
    return this.end;
  }

  /** The next events of the batch. @throws PoisonousEvent where poison stops */
  take(events: readonly DeliveredEvent[]): void {
    for (const one of events) {
      if (this.aside.has(one.meta.stream)) continue;
      const poison = take(this.projection, one, this.changes, this.rule);
      if (!poison) continue;
      this.aside.add(one.meta.stream);
      this.poisoned.push(poison);
    }
    this.end = events.at(-1)?.meta ?? this.end;
  }
}

/** A batch that is there as a whole. @throws PoisonousEvent where poison stops */
export const foldBatch = (
  projection: Projection,
  events: readonly DeliveredEvent[],
  quarantined: readonly string[],
  rule: PoisonRule,
): BatchFold => {
  const fold = new BatchFold(projection, quarantined, rule);
  fold.take(events);
  return fold;
};

const take = (
  projection: Projection,
  { event, meta }: DeliveredEvent,
  changes: ChangeSet,
  { onPoison, now }: PoisonRule,
): QuarantinedStream | undefined => {
  const handler = projection.handlers.get(event.type);
  if (!handler) return undefined;
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = handler(event, meta);
      changes.add(Array.isArray(answer) ? (answer as readonly AnyChange[]) : [answer as AnyChange]);
      return undefined;
    } catch (error) {
      if (attempt < TRIES) continue;
      const { stream, position, revision } = meta;
      if (onPoison === 'stop') throw new PoisonousEvent(projection.name, stream, position, error);
      const said = messageOf(error).slice(0, ERROR_LENGTH);
      return { projection: projection.name, stream, position, revision, error: said, since: now() };
    }
  }
};
