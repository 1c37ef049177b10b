import type { Instant } from '#kernel';
import {
  type Appended,
  DuplicateEvent,
  type ExpectedRevision,
  type StoredEvent,
  WrongExpectedRevision,
} from '../event-store.js';
import { chainHash } from '../hash-chain.js';
import { Lru } from '../lru.js';
import type { LogFile } from './log-file.js';
import type { PreparedEvent } from './prepared-event.js';
import { toPosition } from './rows.js';
import { breaksUniqueness, passes } from './sqlite-errors.js';

export interface PreparedAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly previousHash: string;
  readonly events: readonly PreparedEvent[];
}

export type Outcome = Appended | Error;

interface Head {
  /** Number of the stream in this file. */
  readonly id: number;
  revision: number;
  hash: string;
}

const HEADS_KEPT = 50_000;

/** Writes single appends inside the transaction its owner has begun. Each stands or falls alone. */
export class StreamWriter {
  /** Last events of streams, as long as no other process writes. */
  private readonly heads = new Lru<Head>(HEADS_KEPT);
  private position = 0;
  private recordedAt: Instant = 0;
  private seenVersion: number | undefined;

  private readonly savepoint;
  private readonly release;
  private readonly undo;
  private readonly found;
  private readonly insert;
  private readonly selectHead;
  private readonly selectLast;
  private readonly dataVersion;

  constructor(db: LogFile) {
    const rows = { returnArrays: true };
    this.savepoint = db.prepare('SAVEPOINT one_append');
    this.release = db.prepare('RELEASE one_append');
    this.undo = db.prepare('ROLLBACK TO one_append');
    this.found = db.prepare('INSERT INTO stream (name) VALUES (?)');
    this.insert = db.prepare(
      `INSERT INTO event (position, stream, revision, event_id, type, occurred_at, recorded_at, metadata, data, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.selectHead = db.prepare(
      `SELECT id, revision, hash FROM stream JOIN event ON event.stream = stream.id
       WHERE name = ? ORDER BY revision DESC LIMIT 1`,
      rows,
    );
    this.selectLast = db.prepare('SELECT position, recorded_at FROM event ORDER BY position DESC LIMIT 1', rows);
    this.dataVersion = db.prepare('PRAGMA data_version', rows);
  }

  /** Once in each transaction, before the first write: only now no other process can write any more. */
  begin(now: Instant): void {
    this.learnFromOthers();
    this.recordedAt = Math.max(this.recordedAt, now);
  }

  /** After a transaction that failed: what it taught is not so. */
  forget(): void {
    this.heads.clear();
    this.seenVersion = undefined;
  }

  write(append: PreparedAppend): Outcome {
    const { stream, expected, previousHash, events } = append;
    if (expected === 'no-stream') return this.foundStream(append);
    const head = this.headOf(stream);
    if (head?.revision !== expected) return new WrongExpectedRevision(stream, expected);
    if (head.hash !== previousHash) return new WrongExpectedRevision(stream, expected, true);
    // A single insert is atomic by itself; more of them need their savepoint.
    return events.length === 1 ? this.insertAll(append, head) : this.asOne(() => this.insertAll(append, head));
  }

  private foundStream(append: PreparedAppend): Outcome {
    const { stream, expected, previousHash } = append;
    const exists = this.heads.peek(stream) !== undefined;
    if (exists || previousHash !== '') return new WrongExpectedRevision(stream, expected, !exists);
    return this.asOne(() => {
      let id;
      try {
        id = Number(this.found.run(stream).lastInsertRowid);
      } catch (error) {
        if (!breaksUniqueness(error)) throw error;
        return new WrongExpectedRevision(stream, expected);
      }
      const head: Head = { id, revision: -1, hash: '' };
      const outcome = this.insertAll(append, head);
      if (!(outcome instanceof Error)) this.heads.set(stream, head);
      return outcome;
    });
  }

  private asOne(work: () => Outcome): Outcome {
    this.savepoint.run();
    const outcome = work();
    if (outcome instanceof Error) this.undo.run();
    this.release.run();
    return outcome;
  }

  private insertAll({ stream, events }: PreparedAppend, head: Head): Outcome {
    const { recordedAt } = this;
    const stored: StoredEvent[] = [];
    const { id } = head;
    let { revision, hash } = head;
    let number = this.position;
    let position = '';
    for (const { event, metadata, metadataText, dataText } of events) {
      const { type, occurredAt } = event;
      revision += 1;
      number += 1;
      hash = chainHash(hash, {
        stream,
        revision,
        type,
        occurredAt,
        recordedAt,
        metadata: metadataText,
        data: dataText,
      });
      const { eventId } = metadata;
      try {
        this.insert.run(number, id, revision, eventId, type, occurredAt, recordedAt, metadataText, dataText, hash);
      } catch (error) {
        if (breaksUniqueness(error))
          return new DuplicateEvent(`event ${eventId} is in the log already`, { cause: error });
        if (passes(error)) throw error;
        return new Error(`event ${eventId} of ${stream} cannot be written`, { cause: error });
      }
      position = toPosition(number);
      stored.push({ stream, revision, position, recordedAt, event, metadata, hash });
    }
    head.revision = revision;
    head.hash = hash;
    this.position = number;
    return { revision, position, events: stored };
  }

  private headOf(stream: string): Head | undefined {
    const known = this.heads.peek(stream);
    if (known !== undefined) return known;
    const [id, revision, hash] = (this.selectHead.get(stream) ?? []) as [number?, number?, string?];
    if (id === undefined || revision === undefined || hash === undefined) return undefined;
    const head = { id, revision, hash };
    this.heads.set(stream, head);
    return head;
  }

  private learnFromOthers(): void {
    const [version] = this.dataVersion.get() as [number];
    if (version === this.seenVersion) return;
    this.heads.clear();
    const last = this.selectLast.get() as [number, Instant] | undefined;
    [this.position, this.recordedAt] = last ?? [0, 0];
    this.seenVersion = version;
  }
}
