import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';

const BUSY_TIMEOUT_MS = 5_000;
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS remembered (subject TEXT PRIMARY KEY, facts TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS untold (
    event_id TEXT PRIMARY KEY, stream TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS notice (
    id INTEGER PRIMARY KEY,
    event_id TEXT NOT NULL,
    recipient TEXT NOT NULL,
    channel TEXT NOT NULL,
    text TEXT NOT NULL,
    params TEXT NOT NULL,
    case_id TEXT,
    step TEXT,
    at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    waits INTEGER NOT NULL,
    digest INTEGER NOT NULL,
    status TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    begun_at INTEGER,
    repeats INTEGER NOT NULL DEFAULT 0,
    ended_at INTEGER,
    reason TEXT,
    read_at INTEGER,
    UNIQUE (event_id, recipient, channel)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS notice_due ON notice (channel, due_at) WHERE status = 'PENDING';
  CREATE INDEX IF NOT EXISTS notice_of_step ON notice (case_id, step) WHERE status = 'PENDING';
  CREATE INDEX IF NOT EXISTS notice_of_case ON notice (case_id, id) WHERE case_id IS NOT NULL;
  CREATE INDEX IF NOT EXISTS notice_in_inbox ON notice (recipient, id) WHERE channel = 'INBOX';
  CREATE INDEX IF NOT EXISTS notice_unread ON notice (recipient) WHERE channel = 'INBOX' AND read_at IS NULL;
`;

/**
 * What has become of a notice. `HELD_BACK`: older than this file, so that nobody knows whether it was sent. `OVERTAKEN`:
 * its step was done before it went out. `UNCERTAIN`: it may have arrived, and has been repeated once already.
 */
export type NoticeStatus =
  'PENDING' | 'SENT' | 'FAILED' | 'HELD_BACK' | 'OVERTAKEN' | 'UNCERTAIN' | 'NO_ADDRESS' | 'NOT_CONFIGURED';

/** `outbox.db`: who is told what by which channel, and what has to be known for it. No personal data. */
export class OutboxFile {
  readonly database: DatabaseSyncInstance;

  constructor(file: string) {
    this.database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    this.database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${SCHEMA}`);
  }

  fact(name: string): string | undefined {
    const row = this.database.prepare('SELECT value FROM fact WHERE name = ?').get(name) as
      { value: string } | undefined;
    return row?.value;
  }

  setFact(name: string, value: string): void {
    this.database
      .prepare('INSERT INTO fact VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
      .run(name, value);
  }

  together<T>(work: () => T): T {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const done = work();
      this.database.exec('COMMIT');
      return done;
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    if (!this.database.isOpen) return;
    // Prepared statements keep the file open after close, with its write-ahead log: what is left there is moved now.
    this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.database.close();
  }
}
