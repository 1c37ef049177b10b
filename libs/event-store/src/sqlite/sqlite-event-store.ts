import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '#kernel';
import {
  type Append,
  type Appended,
  type CatchUpOptions,
  EventStore,
  EventStoreUnavailable,
  type GlobalPosition,
  type StoredEvent,
} from '../event-store.js';
import { noUpcasters, type Upcasters } from '../upcasting.js';
import { type LogFile, openLogFile } from './log-file.js';
import { LogWriter } from './log-writer.js';
import { COLUMNS, type EventRow, fromPosition, toPosition, toStoredEvent } from './rows.js';
import { asUnavailable, isBusy } from './sqlite-errors.js';
import { RecentEvents } from './recent-events.js';
import { WakeUp } from './wake-up.js';

export interface SqliteEventStoreOptions {
  /** The log's clock. `recordedAt` never goes back, whatever it says. */
  readonly clock: { now(): Instant };
  readonly upcasters?: Upcasters;
  /** Most events of one commit. */
  readonly maxBatch?: number;
  /** Milliseconds an append waits for another process's lock before it is refused as unavailable. */
  readonly busyTimeout?: number;
  /** Milliseconds between two looks for what other processes wrote. */
  readonly pollInterval?: number;
  /** For whoever only looks: appends are refused, and the file is neither made nor tidied up. */
  readonly readOnly?: boolean;
}

const RECENT_EVENTS = 2_048;
const DEFAULTS = { upcasters: noUpcasters, maxBatch: 256, busyTimeout: 5_000, pollInterval: 150, page: 500 };
const BUSY_RETRY_MS = 5;

/** The log in one SQLite file: one connection, group commit, every acknowledged event synced to the disk. */
export class SqliteEventStore extends EventStore {
  /** @throws NewerDataFolder */
  static open(file: string, options: SqliteEventStoreOptions): SqliteEventStore {
    const { readOnly = false } = options;
    return new SqliteEventStore(openLogFile(file, { readOnly }), options);
  }

  private readonly writer: LogWriter;
  private readonly wakeUp = new WakeUp();
  private readonly recent = new RecentEvents(RECENT_EVENTS);
  private readonly upcasters: Upcasters;
  private readonly pollInterval: number;
  private readonly busyTimeout: number;
  private readonly readOnly: boolean;
  private closed = false;

  private readonly selectStream;
  private readonly selectAll;
  private readonly selectHead;
  private readonly dataVersion;

  constructor(
    private readonly db: LogFile,
    options: SqliteEventStoreOptions,
  ) {
    super();
    this.upcasters = options.upcasters ?? DEFAULTS.upcasters;
    this.pollInterval = options.pollInterval ?? DEFAULTS.pollInterval;
    this.readOnly = options.readOnly ?? false;
    this.busyTimeout = options.busyTimeout ?? DEFAULTS.busyTimeout;
    this.writer = new LogWriter(db, {
      now: () => options.clock.now(),
      maxBatch: options.maxBatch ?? DEFAULTS.maxBatch,
      busyTimeout: this.busyTimeout,
      onCommit: (events) => {
        this.recent.remember(events, this.foreignVersion());
        this.wakeUp.ring();
      },
    });
    const rows = { returnArrays: true };
    this.selectStream = db.prepare(
      `SELECT ${COLUMNS} FROM log WHERE stream = ? AND revision >= ? ORDER BY revision`,
      rows,
    );
    this.selectAll = db.prepare(`SELECT ${COLUMNS} FROM log WHERE position > ? ORDER BY position LIMIT ?`, rows);
    this.selectHead = db.prepare('SELECT coalesce(max(position), 0) FROM event', rows);
    this.dataVersion = db.prepare('PRAGMA data_version', rows);
  }

  append(append: Append): Promise<Appended> {
    return this.closed ? Promise.reject(closedStore()) : this.writer.append(append);
  }

  async readStream(stream: string, fromRevision = 0): Promise<readonly StoredEvent[]> {
    return this.read(() => this.storedEvents(this.selectStream.all(stream, fromRevision)));
  }

  async readAll(after: GlobalPosition, limit: number): Promise<readonly StoredEvent[]> {
    const recent = this.recent.after(fromPosition(after), limit);
    if (recent.length === limit) return recent;
    if (!this.closed && this.recent.hasAllAfter(fromPosition(after), this.foreignVersion())) return recent;
    // What other processes wrote after it is in the file alone.
    const position = fromPosition(recent.at(-1)?.position ?? after);
    const others = await this.read(() => this.storedEvents(this.selectAll.all(position, limit - recent.length)));
    return recent.length === 0 ? others : [...recent, ...others];
  }

  async head(): Promise<GlobalPosition> {
    return this.read(() => toPosition((this.selectHead.get() as [number])[0]));
  }

  async *subscribe(
    { after, batchSize = DEFAULTS.page }: CatchUpOptions,
    signal: AbortSignal,
  ): AsyncGenerator<readonly StoredEvent[]> {
    let position = after;
    while (!signal.aborted && !this.closed) {
      // Taken before the read: what is written between the two is noticed, never slept over.
      const [rung, version] = [this.wakeUp.count, this.foreignVersion()];
      const batch = await this.readAll(position, batchSize);
      const last = batch.at(-1);
      if (last === undefined) {
        await this.news(rung, version, signal);
        continue;
      }
      position = last.position;
      yield batch;
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.writer.flush();
    this.closed = true;
    this.wakeUp.ring();
    try {
      // The library keeps a closed connection half alive until its statements are collected, so that SQLite would not
      // bring the write-ahead log home by itself.
      if (!this.readOnly) this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } finally {
      this.db.close();
    }
  }

  private async news(rung: number, version: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !this.closed) {
      if (this.wakeUp.count !== rung || this.foreignVersion() !== version) return;
      await this.wakeUp.wait(this.pollInterval, signal);
    }
  }

  /** Changes when another connection has committed; while the file is locked it is no number, and equals nothing. */
  private foreignVersion(): number {
    try {
      return (this.dataVersion.get() as [number])[0];
    } catch (error) {
      if (isBusy(error)) return NaN;
      throw asUnavailable(error);
    }
  }

  private storedEvents(rows: unknown[]): readonly StoredEvent[] {
    return (rows as EventRow[]).map((row) => toStoredEvent(row, this.upcasters));
  }

  /** Readers hardly ever find the file locked: only while another process opens it after a crash or closes it. */
  private async read<T>(query: () => T): Promise<T> {
    for (const since = performance.now(); ; await pause(BUSY_RETRY_MS)) {
      if (this.closed) throw closedStore();
      try {
        return query();
      } catch (error) {
        if (!isBusy(error) || performance.now() - since > this.busyTimeout) throw asUnavailable(error);
      }
    }
  }
}

const closedStore = (): EventStoreUnavailable => new EventStoreUnavailable('the store is closed');
