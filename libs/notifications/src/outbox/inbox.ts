import type { Instant } from '#kernel';
import type { Message } from '#notifications/domain';
import type { OutboxFile } from './outbox-file.js';

export interface InboxEntry {
  /** Of the event that is told. */
  readonly noticeId: string;
  readonly message: Message;
  readonly caseId?: string;
  readonly at: Instant;
  readonly readAt?: Instant;
  /** Place in the list. */
  readonly ordinal: number;
}

interface Row {
  readonly id: number;
  readonly event_id: string;
  readonly text: Message['text'];
  readonly params: string;
  readonly case_id: string | null;
  readonly at: Instant;
  readonly read_at: Instant | null;
}

/** What each of those who serve has been told, the newest first. */
export class Inbox {
  readonly #page;
  readonly #unread;
  readonly #read;

  constructor({ database }: OutboxFile) {
    this.#page = database.prepare(
      `SELECT id, event_id, text, params, case_id, at, read_at FROM notice
       WHERE recipient = ? AND channel = 'INBOX' AND id < ? ORDER BY id DESC LIMIT ?`,
    );
    this.#unread = database.prepare(
      "SELECT count(*) AS n FROM notice WHERE recipient = ? AND channel = 'INBOX' AND read_at IS NULL",
    );
    this.#read = database.prepare(
      `UPDATE notice SET read_at = coalesce(read_at, ?)
       WHERE recipient = ? AND channel = 'INBOX' AND event_id = ? RETURNING id`,
    );
  }

  /** @param before ordinal of the last entry of the page before */
  page(cadreId: string, limit: number, before = Number.MAX_SAFE_INTEGER): readonly InboxEntry[] {
    return (this.#page.all(`cadre:${cadreId}`, before, limit) as Row[]).map((row) => ({
      noticeId: row.event_id,
      message: { text: row.text, params: JSON.parse(row.params) as Message['params'] },
      ...(row.case_id !== null && { caseId: row.case_id }),
      at: row.at,
      ...(row.read_at !== null && { readAt: row.read_at }),
      ordinal: row.id,
    }));
  }

  unread(cadreId: string): number {
    return (this.#unread.get(`cadre:${cadreId}`) as { n: number }).n;
  }

  /** Whether he has been told that at all. The first reading stands. */
  markRead(cadreId: string, noticeId: string, at: Instant): boolean {
    return this.#read.get(at, `cadre:${cadreId}`, noticeId) !== undefined;
  }
}
