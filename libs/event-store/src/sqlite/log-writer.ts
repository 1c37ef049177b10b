import type { Instant } from '#kernel';
import type { Append, Appended, StoredEvent } from '../event-store.js';
import type { LogFile } from './log-file.js';
import { prepareEvent } from './prepared-event.js';
import { asUnavailable, isBusy } from './sqlite-errors.js';
import { type Outcome, type PreparedAppend, StreamWriter } from './stream-writer.js';

export interface LogWriterOptions {
  readonly now: () => Instant;
  /** Most events of one commit; an append is never split. */
  readonly maxBatch: number;
  /** Milliseconds a batch waits for another process's lock. */
  readonly busyTimeout: number;
  readonly onCommit: (events: readonly StoredEvent[]) => void;
}

interface PendingAppend extends PreparedAppend {
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

const BUSY_RETRY_MS = 5;

/**
 * Group commit: what is appended during one turn of the event loop goes into one transaction and shares its sync to
 * the disk. Each append stands or falls alone; all get their answer after the commit, and none if it fails.
 */
export class LogWriter {
  private queue: PendingAppend[] = [];
  private scheduled = false;
  private busySince: number | undefined;
  private readonly streams: StreamWriter;
  private readonly begin;
  private readonly commit;

  constructor(
    private readonly db: LogFile,
    private readonly options: LogWriterOptions,
  ) {
    this.streams = new StreamWriter(db);
    this.begin = db.prepare('BEGIN IMMEDIATE');
    this.commit = db.prepare('COMMIT');
  }

  /** Rejects with NotCanonical before anything is queued. */
  append({ stream, expectedRevision, previousHash, events }: Append): Promise<Appended> {
    return new Promise((resolve, reject) => {
      if (events.length === 0) throw new RangeError('an append holds at least one event');
      const prepared = events.map(prepareEvent);
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
    const outcomes: Outcome[] = [];
    try {
      this.streams.begin(this.options.now());
      for (const pending of batch) outcomes.push(this.streams.write(pending));
      this.commit.run();
    } catch (error) {
      try {
        this.abandon();
      } finally {
        this.refuse(batch, error);
      }
      return true;
    }
    for (const [i, { resolve, reject }] of batch.entries()) {
      const outcome = outcomes[i];
      if (outcome instanceof Error) reject(outcome);
      else if (outcome !== undefined) resolve(outcome);
    }
    this.options.onCommit(outcomes.flatMap((outcome) => (outcome instanceof Error ? [] : outcome.events)));
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

  private abandon(): void {
    this.streams.forget();
    // Some failures (disk full) have rolled back already.
    if (this.db.isTransaction) this.db.exec('ROLLBACK');
  }
}
