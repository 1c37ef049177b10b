import { DatabaseSync } from '@photostructure/sqlite';
import { NewerDataFolder } from '../event-store.js';

export type LogFile = InstanceType<typeof DatabaseSync>;

/** Kept in the file's `user_version`. */
const SCHEMA_VERSION = 1;

// Streams are numbered: their events lie close together in the index, and a commit writes half the pages.
const SCHEMA = `
  CREATE TABLE stream (
    id   INTEGER PRIMARY KEY,
    name TEXT    NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE event (
    position    INTEGER PRIMARY KEY,
    stream      INTEGER NOT NULL,
    revision    INTEGER NOT NULL,
    event_id    TEXT    NOT NULL,
    type        TEXT    NOT NULL,
    occurred_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    metadata    TEXT    NOT NULL,
    data        TEXT    NOT NULL,
    hash        TEXT    NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX event_stream_revision ON event (stream, revision);
  CREATE UNIQUE INDEX event_id ON event (event_id);
  CREATE VIEW log AS
    SELECT position, name AS stream, revision, event_id, type, occurred_at, recorded_at, metadata, data, hash
    FROM event JOIN stream ON stream.id = event.stream;
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** Time one try may block the thread; the store tries again until its own limit, letting other work through. */
const BUSY_TIMEOUT_MS = 10;

/**
 * Opens or creates a log: WAL, every commit synced to the disk. Opened for reading only, nothing is made or changed.
 *
 * @throws NewerDataFolder
 */
export const openLogFile = (file: string, { readOnly = false } = {}): LogFile => {
  const db = new DatabaseSync(file, { timeout: 5_000, readOnly });
  try {
    const found = schemaOf(db);
    if (found > SCHEMA_VERSION) throw new NewerDataFolder(file, found, SCHEMA_VERSION);
    if (readOnly && found < SCHEMA_VERSION) throw new Error(`${file} holds no log`);
    if (readOnly) return db;
    // What is appended to stays in 8 MiB; more would only hold what a reading of the whole log has left there. Pages
    // come home from the write-ahead log at 16 MiB, for each coming home waits for the disk.
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -8192;
      PRAGMA wal_autocheckpoint = 4000`);
    if (found < SCHEMA_VERSION) create(db);
    db.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

const schemaOf = (db: LogFile): number =>
  (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;

const create = (db: LogFile): void => {
  db.exec('BEGIN IMMEDIATE');
  // Another process may have created it while this one waited for the lock.
  if (schemaOf(db) === 0) db.exec(SCHEMA);
  db.exec('COMMIT');
};
