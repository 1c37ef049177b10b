import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';

const BUSY_TIMEOUT_MS = 5_000;

/** `access.db`: accounts, sessions (by the hash of their id) and failed logins. */
export class AccessFile {
  readonly database: DatabaseSyncInstance;

  constructor(file: string) {
    this.database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    this.database.exec(`
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
      CREATE TABLE IF NOT EXISTS account (
        login TEXT PRIMARY KEY,
        actor_id TEXT NOT NULL,
        role TEXT NOT NULL,
        path TEXT NOT NULL,
        unit TEXT,
        password_hash TEXT NOT NULL,
        disabled INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL
      ) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS session (
        id_hash BLOB PRIMARY KEY,
        login TEXT NOT NULL REFERENCES account (login) ON DELETE CASCADE,
        opened_at INTEGER NOT NULL,
        seen_at INTEGER NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS session_by_login ON session (login);
      CREATE TABLE IF NOT EXISTS failed_login (
        source TEXT PRIMARY KEY,
        failures INTEGER NOT NULL,
        last_at INTEGER NOT NULL
      ) WITHOUT ROWID;
    `);
  }

  /** All of it with one write to the disk, or nothing. */
  together(work: () => void): void {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.database.exec('COMMIT');
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
