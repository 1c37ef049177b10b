import type { Actor, AnyEvent, Instant } from '#kernel';

/** Opaque position in the whole log; positions of one store compare as strings, in log order. */
export type GlobalPosition = string;
/** Before the first event of any log. */
export const START: GlobalPosition = '';

/** Revision of the last event of a stream (0 is the first event), or `no-stream`. There is no "any". */
export type ExpectedRevision = number | 'no-stream';

/** What stands beside each event. No personal data. */
export interface EventMetadata {
  readonly eventId: string;
  /** Id of the command this event answers; with `requestHash` a retry is recognised when the stream is read. */
  readonly commandId: string;
  readonly requestHash: string;
  readonly actor: Actor;
  readonly correlationId: string;
  readonly causationId: string;
  readonly policyVersion: number;
  /** Version of the event's schema when it was written; upcasters lift older ones. */
  readonly schemaVersion: number;
  readonly traceparent?: string;
}

export interface NewEvent {
  readonly event: AnyEvent;
  readonly metadata: EventMetadata;
}

export interface StoredEvent<E extends AnyEvent = AnyEvent> {
  readonly stream: string;
  readonly revision: number;
  readonly position: GlobalPosition;
  readonly recordedAt: Instant;
  readonly event: E;
  readonly metadata: EventMetadata;
  /** Hash of this event over the hash of its predecessor in the stream. */
  readonly hash: string;
}

export interface Append {
  readonly stream: string;
  readonly expectedRevision: ExpectedRevision;
  /** `hash` of the event at the expected revision; empty for a new stream. */
  readonly previousHash: string;
  readonly events: readonly NewEvent[];
}

export interface Appended {
  /** Revision of the last event written. */
  readonly revision: number;
  readonly position: GlobalPosition;
  /** As written: revisions, positions, `recordedAt` and hashes filled in. */
  readonly events: readonly StoredEvent[];
}

export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    /** The revision is right, but another event stands there than the writer has seen. */
    readonly otherPredecessor = false,
  ) {
    super(
      otherPredecessor
        ? `stream ${stream} holds another event at revision ${expected}`
        : `stream ${stream} is not at revision ${expected}`,
    );
  }
}

/** An event with this id is already in the log: the second lock behind the command id (SQLite and PostgreSQL). */
export class DuplicateEvent extends Error {
  override readonly name = 'DuplicateEvent';
}

/** The files were written by a newer version of the program. Nothing was changed. */
export class NewerDataFolder extends Error {
  override readonly name = 'NewerDataFolder';
  constructor(
    readonly file: string,
    readonly found: number,
    readonly supported: number,
  ) {
    super(`${file} has schema ${found}; this version knows up to ${supported}`);
  }
}

/** The store cannot take or give anything just now (busy, disk full, connection lost); the same call may be retried. */
export class EventStoreUnavailable extends Error {
  override readonly name = 'EventStoreUnavailable';
}

export interface CatchUpOptions {
  /** Delivered events lie after this position. */
  readonly after: GlobalPosition;
  /** Upper bound of one batch. */
  readonly batchSize?: number;
}

/**
 * The log: the only truth. Shaped so that SQLite, PostgreSQL and EventStoreDB/KurrentDB all fit; what must hold on any
 * of them (recognising retries, hash chain, deterministic ids) is built on this port alone.
 */
export abstract class EventStore {
  /** Resolves after the commit is durable. @throws WrongExpectedRevision, DuplicateEvent, EventStoreUnavailable */
  abstract append(append: Append): Promise<Appended>;
  /** Events of one stream from `fromRevision` on, in order; empty where there is no stream. Upcast. */
  abstract readStream(stream: string, fromRevision?: number): Promise<readonly StoredEvent[]>;
  /** At most `limit` events after a position, in log order. Upcast. */
  abstract readAll(after: GlobalPosition, limit: number): Promise<readonly StoredEvent[]>;
  /** Position of the last event, `START` for an empty log. */
  abstract head(): Promise<GlobalPosition>;
  /** Endless batches in log order: first what is there, then what comes; ends when `signal` aborts. */
  abstract subscribe(options: CatchUpOptions, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]>;
  abstract close(): Promise<void>;
}
