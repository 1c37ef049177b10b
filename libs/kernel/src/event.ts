/** Epoch milliseconds (UTC). At the edges an instant is an ISO string with offset. */
export type Instant = number;

/**
 * A fact of the domain, in the past tense with its subject (`CaseAccepted`). `occurredAt` is when it happened in the
 * world; when it was written down (`recordedAt`) is known to the event store alone.
 */
export interface Event<Type extends string, Data> {
  readonly type: Type;
  readonly occurredAt: Instant;
  readonly data: Data;
}

export type AnyEvent = Event<string, unknown>;
