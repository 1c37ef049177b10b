import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Instant } from '#kernel';

const BUSY_TIMEOUT_MS = 5_000;
/** 16 MiB: what is written again and again comes home once, and each coming home waits for the disk. */
const PAGES_OF_WAL = 4_000;
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS vault (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL,
    key_fingerprint TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS subject (
    subject TEXT PRIMARY KEY,
    wrapped_key BLOB NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS claim (
    seq INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    command_id TEXT NOT NULL,
    claimed_at INTEGER NOT NULL,
    used INTEGER NOT NULL DEFAULT 0,
    content BLOB,
    UNIQUE (subject, command_id)
  );
  CREATE INDEX IF NOT EXISTS claim_unused ON claim (claimed_at) WHERE used = 0;
`;

export const SCHEMA_VERSION = 1;

/** One command's stake in a subject. */
export interface Claim {
  readonly seq: number;
  readonly commandId: string;
}

/** Subjects with their keys, and claims on them: with content for a person's data, without for a mere key. */
export class VaultTables {
  readonly database: DatabaseSyncInstance;
  readonly #insertSubject;
  readonly #wrappedKey;
  readonly #insertClaim;
  readonly #touchClaim;
  readonly #content;
  readonly #useOf;
  readonly #use;
  readonly #unused;
  readonly #dropUnused;
  readonly #orphan;
  readonly #dropSubject;
  readonly #dropClaims;

  constructor(file: string) {
    this.database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    this.database.exec(`
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;
      PRAGMA wal_autocheckpoint = ${PAGES_OF_WAL};
    `);
    this.database.exec(SCHEMA);
    const prepare = (sql: string) => this.database.prepare(sql);
    this.#insertSubject = prepare('INSERT INTO subject (subject, wrapped_key) VALUES (?, ?)');
    this.#wrappedKey = prepare('SELECT wrapped_key FROM subject WHERE subject = ?');
    this.#insertClaim = prepare(
      'INSERT INTO claim (subject, command_id, claimed_at, content) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.#touchClaim = prepare(
      'UPDATE claim SET claimed_at = ? WHERE subject = ? AND command_id = ? AND used = 0 AND claimed_at < ?',
    );
    this.#content = prepare(
      'SELECT command_id, content FROM claim WHERE subject = ? AND content IS NOT NULL ORDER BY seq DESC LIMIT 1',
    );
    this.#useOf = prepare(
      'UPDATE claim SET used = 1 WHERE used = 0 AND command_id IN (SELECT value FROM json_each(?))',
    );
    this.#use = prepare('UPDATE claim SET used = 1 WHERE seq = ?');
    this.#unused = prepare(
      'SELECT seq, command_id FROM claim WHERE used = 0 AND claimed_at < ? ORDER BY claimed_at LIMIT ?',
    );
    this.#dropUnused = prepare('DELETE FROM claim WHERE seq = ? AND used = 0 AND claimed_at < ? RETURNING subject');
    this.#orphan = prepare('SELECT 1 FROM claim WHERE subject = ? LIMIT 1');
    this.#dropSubject = prepare('DELETE FROM subject WHERE subject = ?');
    this.#dropClaims = prepare('DELETE FROM claim WHERE subject = ?');
  }

  identity(): { version: number; keyFingerprint: string } | undefined {
    const row = this.database.prepare('SELECT version, key_fingerprint FROM vault').get() as
      { version: number; key_fingerprint: string } | undefined;
    return row && { version: row.version, keyFingerprint: row.key_fingerprint };
  }

  setIdentity(keyFingerprint: string): void {
    this.database
      .prepare('INSERT INTO vault (id, version, key_fingerprint) VALUES (1, ?, ?)')
      .run(SCHEMA_VERSION, keyFingerprint);
  }

  insertSubject(subject: string, wrappedKey: Uint8Array): void {
    this.#insertSubject.run(subject, wrappedKey);
  }

  wrappedKey(subject: string): Uint8Array | undefined {
    return (this.#wrappedKey.get(subject) as { wrapped_key: Uint8Array } | undefined)?.wrapped_key;
  }

  /** A second claim of the same command keeps the first content and only tells that the command is alive. */
  claim(subject: string, commandId: string, at: Instant, content: Uint8Array | null): void {
    const { changes } = this.#insertClaim.run(subject, commandId, at, content);
    if (Number(changes) === 0) this.#touchClaim.run(at, subject, commandId, at);
  }

  /** The newest content of a subject and the command that wrote it. */
  content(subject: string): { commandId: string; content: Uint8Array } | undefined {
    const row = this.#content.get(subject) as { command_id: string; content: Uint8Array } | undefined;
    return row && { commandId: row.command_id, content: row.content };
  }

  /** Looks through what is not yet used: about a day's claims, as purging goes on. */
  useOf(commandIds: readonly string[]): void {
    this.#useOf.run(JSON.stringify(commandIds));
  }

  use({ seq }: Claim): void {
    this.#use.run(seq);
  }

  unused(before: Instant, limit: number): readonly Claim[] {
    return (this.#unused.all(before, limit) as { seq: number; command_id: string }[]).map((row) => ({
      seq: row.seq,
      commandId: row.command_id,
    }));
  }

  /** A subject that loses its last claim loses its key, and is returned. A claim renewed meanwhile stays. */
  dropUnused({ seq }: Claim, before: Instant): string | undefined {
    const row = this.#dropUnused.get(seq, before) as { subject: string } | undefined;
    if (!row || this.#orphan.get(row.subject) !== undefined) return undefined;
    this.#dropSubject.run(row.subject);
    return row.subject;
  }

  /** Destroys key and content. Whether there was anything to destroy. */
  destroy(subject: string): boolean {
    const content = Number(this.#dropClaims.run(subject).changes);
    return Number(this.#dropSubject.run(subject).changes) + content > 0;
  }

  /** Leaves nothing of what was deleted in the write-ahead log. */
  truncateLog(): void {
    this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }
}
