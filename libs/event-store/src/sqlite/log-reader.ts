import { DatabaseSync } from '@photostructure/sqlite';
import type { EventStore, GlobalPosition, StoredEvent } from '../event-store.js';
import { noUpcasters, type Upcasters } from '../upcasting.js';
import { COLUMNS, type EventRow, fromPosition, toPosition, toStoredEvent } from './rows.js';
import { asUnavailable } from './sqlite-errors.js';

const BUSY_TIMEOUT_MS = 5_000;

/** The log as another thread or program reads it, beside whoever writes it; it cannot write, and makes no file. */
export class SqliteLogReader implements Pick<EventStore, 'readAll' | 'head' | 'close'> {
  private readonly db;
  private readonly selectAll;
  private readonly selectHead;

  /** @throws EventStoreUnavailable where there is no log */
  constructor(
    file: string,
    private readonly upcasters: Upcasters = noUpcasters,
  ) {
    this.db = available(() => new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS }));
    const rows = { returnArrays: true };
    const { db } = this;
    this.selectAll = db.prepare(`SELECT ${COLUMNS} FROM log WHERE position > ? ORDER BY position LIMIT ?`, rows);
    this.selectHead = db.prepare('SELECT coalesce(max(position), 0) FROM event', rows);
  }

  async readAll(after: GlobalPosition, limit: number): Promise<readonly StoredEvent[]> {
    const rows = available(() => this.selectAll.all(fromPosition(after), limit) as EventRow[]);
    return rows.map((row) => toStoredEvent(row, this.upcasters));
  }

  async head(): Promise<GlobalPosition> {
    return available(() => toPosition((this.selectHead.get() as [number])[0]));
  }

  async close(): Promise<void> {
    if (this.db.isOpen) this.db.close();
  }
}

const available = <T>(query: () => T): T => {
  try {
    return query();
  } catch (error) {
    throw asUnavailable(error);
  }
};
