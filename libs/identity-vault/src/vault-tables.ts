import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Instant } from '#kernel';

const BUSY_TIMEOUT_MS = 5_000;
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
  CREATE INDEX IF NOT EXISTS claim_by_command ON claim (command_id);
  CREATE INDEX IF NOT EXISTS claim_unused ON claim (claimed_at) WHERE used = 0;
`;

export const SCHEMA_VERSION = 1;

/** A claim is one command's stake in a subject: with content for a person's data, without for a mere key. */
export class VaultTables {
  readonly database: DatabaseSyncInstance;
  readonly #insertSubject;
  readonly #wrappedKey;
  readonly #insertClaim;
  readonly #touchClaim;
  readonly #content;
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
    this.#use = prepare('UPDATE claim SET used = 1 WHERE command_id = ? AND used = 0');
    this.#unused = prepare('SELECT DISTINCT command_id FROM claim WHERE used = 0 AND claimed_at < ? LIMIT ?');
    this.#dropUnused = prepare(
      'DELETE FROM claim WHERE command_id = ? AND used = 0 AND claimed_at < ? RETURNING subject',
    );
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

  use(commandId: string): void {
    this.#use.run(commandId);
  }

  unusedCommands(before: Instant, limit: number): string[] {
    return (this.#unused.all(before, limit) as { command_id: string }[]).map((row) => row.command_id);
  }

  /** Subjects that lose their last claim lose their key; they are returned. */
  dropUnused(commandId: string, before: Instant): string[] {
    const touched = (this.#dropUnused.all(commandId, before) as { subject: string }[]).map((row) => row.subject);
    const orphans = touched.filter((subject) => this.#orphan.get(subject) === undefined);
    for (const subject of orphans) this.#dropSubject.run(subject);
    return orphans;
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
