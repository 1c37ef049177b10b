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

export const delivered = ({ event, metadata, ...at }: StoredEvent): DeliveredEvent => ({
  event,
  meta: {
    stream: at.stream,
    revision: at.revision,
    position: at.position,
    recordedAt: at.recordedAt,
    actor: metadata.actor,
    metadata,
  },
});

export interface PoisonRule {
  /** `quarantine` sets the poisoned stream aside and goes on; `stop` throws `PoisonousEvent` and writes nothing. */
  readonly onPoison: 'quarantine' | 'stop';
  readonly now: () => Instant;
}

/** How often a handler is tried: a pure one fails the same way each time, one that is less pure than it should be may not. */
const TRIES = 5;
const ERROR_LENGTH = 500;

/**
 * What the events change in the tables of a projection, and the streams set aside on the way.
 * @param quarantined streams that are passed over
 * @throws PoisonousEvent where poison stops
 */
export const foldBatch = (
  projection: Projection,
  events: readonly DeliveredEvent[],
  quarantined: readonly string[],
  rule: PoisonRule,
): { readonly changes: ChangeSet; readonly poisoned: readonly QuarantinedStream[] } => {
  const aside = new Set(quarantined);
  const changes = new ChangeSet(projection.tables);
  const poisoned: QuarantinedStream[] = [];
  for (const one of events) {
    if (aside.has(one.meta.stream)) continue;
    const poison = take(projection, one, changes, rule);
    if (!poison) continue;
    aside.add(one.meta.stream);
    poisoned.push(poison);
  }
  return { changes, poisoned };
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
