import type { Instant } from '#kernel';
import {
  type Append,
  type Appended,
  DuplicateEvent,
  type ExpectedRevision,
  type StoredEvent,
  WrongExpectedRevision,
} from '../event-store.js';
import { chainHash } from '../hash-chain.js';
import { Lru } from '../lru.js';
import type { LogFile } from './log-file.js';
import { type PreparedEvent, prepareEvent } from './prepared-event.js';
import { toPosition } from './rows.js';
import { asUnavailable, isBusy, isConstraint } from './sqlite-errors.js';

export interface LogWriterOptions {
  readonly now: () => Instant;
  /** Most events of one commit; an append is never split. */
  readonly maxBatch: number;
  /** Milliseconds a batch waits for another process's lock. */
  readonly busyTimeout: number;
  readonly onCommit: () => void;
}

interface Head {
  /** Number of the stream in this file. */
  readonly id: number;
  readonly revision: number;
  readonly hash: string;
}

interface PendingAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly previousHash: string;
  readonly events: readonly PreparedEvent[];
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome = Appended | WrongExpectedRevision | DuplicateEvent;

const HEADS_KEPT = 50_000;
const BUSY_RETRY_MS = 5;

/**
 * Group commit: what is appended during one turn of the event loop goes into one transaction and shares its sync to
 * the disk. Each append stands or falls alone; all get their answer after the commit, and none if it fails.
 */
export class LogWriter {
  private queue: PendingAppend[] = [];
  private scheduled = false;
  private busySince: number | undefined;
  /** Last revision and hash of streams, as long as no other process writes. */
  private readonly heads = new Lru<Head>(HEADS_KEPT);
  private position = 0;
  private recordedAt: Instant = 0;
  private seenVersion: number | undefined;

  private readonly begin;
  private readonly commit;
  private readonly savepoint;
  private readonly release;
  private readonly undo;
  private readonly found;
  private readonly insert;
  private readonly selectHead;
  private readonly selectLast;
  private readonly dataVersion;

  constructor(
    private readonly db: LogFile,
    private readonly options: LogWriterOptions,
  ) {
    const rows = { returnArrays: true };
    this.begin = db.prepare('BEGIN IMMEDIATE');
    this.commit = db.prepare('COMMIT');
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

  /** @throws NotCanonical before anything is queued. */
  append({ stream, expectedRevision, previousHash, events }: Append): Promise<Appended> {
    if (events.length === 0) throw new RangeError('an append holds at least one event');
    const prepared = events.map(prepareEvent);
    return new Promise((resolve, reject) => {
      this.queue.push({ stream, expected: expectedRevision, previousHash, events: prepared, resolve, reject });
      if (!this.scheduled) this.schedule();
    });
  }

  /** Writes what is still queued. */
  flush(): void {
    while (this.queue.length > 0) if (!this.writeBatch(true)) return;
  }

  private schedule(delay?: number): void {
    this.scheduled = true;
    const turn = (): void => {
      this.scheduled = false;
      if (this.queue.length === 0) return;
      const written = this.writeBatch(false);
      if (this.queue.length > 0) this.schedule(written ? undefined : BUSY_RETRY_MS);
    };
    if (delay === undefined) setImmediate(turn);
    else setTimeout(turn, delay);
  }

  /** False where another process holds the lock and the batch waits on. */
  private writeBatch(last: boolean): boolean {
    const batch = this.nextBatch();
    try {
      this.begin.run();
    } catch (error) {
      if (isBusy(error) && !last && this.mayWaitOn()) {
        this.queue = [...batch, ...this.queue];
        return false;
      }
      this.refuse(batch, error);
      return true;
    }
    this.busySince = undefined;
    const answers: (() => void)[] = [];
    let written = false;
    try {
      this.learnFromOthers();
      this.recordedAt = Math.max(this.recordedAt, this.options.now());
      for (const pending of batch) {
        const outcome = this.write(pending);
        if (outcome instanceof Error) answers.push(() => pending.reject(outcome));
        else {
          written = true;
          answers.push(() => pending.resolve(outcome));
        }
      }
      this.commit.run();
    } catch (error) {
      this.abandon();
      this.refuse(batch, error);
      return true;
    }
    for (const answer of answers) answer();
    if (written) this.options.onCommit();
    return true;
  }

  private nextBatch(): PendingAppend[] {
    let [appends, events] = [0, 0];
    for (const pending of this.queue) {
      if (appends > 0 && events + pending.events.length > this.options.maxBatch) break;
      appends += 1;
      events += pending.events.length;
    }
    if (appends === this.queue.length) {
      const all = this.queue;
      this.queue = [];
      return all;
    }
    return this.queue.splice(0, appends);
  }

  private mayWaitOn(): boolean {
    this.busySince ??= performance.now();
    return performance.now() - this.busySince < this.options.busyTimeout;
  }

  private refuse(batch: readonly PendingAppend[], error: unknown): void {
    this.busySince = undefined;
    const reason = asUnavailable(error);
    for (const pending of batch) pending.reject(reason);
  }

  /** Forgets whatever the failed transaction taught. */
  private abandon(): void {
    this.heads.clear();
    this.seenVersion = undefined;
    // Some failures (disk full) have rolled back already.
    if (this.db.isTransaction) this.db.exec('ROLLBACK');
  }

  /** Inside the transaction: only now no other process can write any more. */
  private learnFromOthers(): void {
    const [version] = this.dataVersion.get() as [number];
    if (version === this.seenVersion) return;
    this.heads.clear();
    const last = this.selectLast.get() as [number, Instant] | undefined;
    [this.position, this.recordedAt] = last ?? [0, 0];
    this.seenVersion = version;
  }

  private headOf(stream: string): Head | undefined {
    const known = this.heads.peek(stream);
    if (known !== undefined) return known;
    const [id, revision, hash] = (this.selectHead.get(stream) ?? []) as [number?, number?, string?];
    return id === undefined || revision === undefined || hash === undefined ? undefined : { id, revision, hash };
  }

  private write(pending: PendingAppend): Outcome {
    const { stream, expected, previousHash, events } = pending;
    if (expected === 'no-stream') return this.foundStream(pending);
    const head = this.headOf(stream);
    if (head?.revision !== expected) return new WrongExpectedRevision(stream, expected);
    if (head.hash !== previousHash) return new WrongExpectedRevision(stream, expected, true);
    // A single insert is atomic by itself; more of them need their savepoint.
    return events.length === 1 ? this.insertAll(pending, head) : this.asOne(() => this.insertAll(pending, head));
  }

  private foundStream(pending: PendingAppend): Outcome {
    const { stream, expected, previousHash } = pending;
    const exists = this.heads.peek(stream) !== undefined;
    if (exists || previousHash !== '') return new WrongExpectedRevision(stream, expected, !exists);
    return this.asOne(() => {
      let id;
      try {
        id = Number(this.found.run(stream).lastInsertRowid);
      } catch (error) {
        if (isConstraint(error)) return new WrongExpectedRevision(stream, expected);
        throw error;
      }
      return this.insertAll(pending, { id, revision: -1, hash: '' });
    });
  }

  private asOne(work: () => Outcome): Outcome {
    this.savepoint.run();
    const outcome = work();
    if (outcome instanceof Error) this.undo.run();
    this.release.run();
    return outcome;
  }

  private insertAll({ stream, events }: PendingAppend, head: Head): Outcome {
    const { recordedAt } = this;
    const stored: StoredEvent[] = [];
    const { id } = head;
    let { revision, hash } = head;
    let position = this.position;
    for (const { event, metadata, metadataText, dataText } of events) {
      const { type, occurredAt } = event;
      revision += 1;
      position += 1;
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
        this.insert.run(position, id, revision, eventId, type, occurredAt, recordedAt, metadataText, dataText, hash);
      } catch (error) {
        if (isConstraint(error)) return new DuplicateEvent(`event ${eventId} is in the log already`, { cause: error });
        throw error;
      }
      stored.push({ stream, revision, position: toPosition(position), recordedAt, event, metadata, hash });
    }
    this.heads.set(stream, { id, revision, hash });
    this.position = position;
    return { revision, position: toPosition(position), events: stored };
  }
}
