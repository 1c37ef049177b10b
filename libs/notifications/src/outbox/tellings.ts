import type { Instant } from '#kernel';
import type { Message, NoticeChannel, RecipientKey } from '#notifications/domain';
import type { NoticeStatus, OutboxFile } from './outbox-file.js';

/** That somebody was told something of a case, and what became of it. */
export interface Telling {
  readonly recipient: RecipientKey;
  readonly channel: NoticeChannel;
  readonly message: Message;
  readonly status: NoticeStatus;
  readonly at: Instant;
  /** When it goes out, where it has not yet. */
  readonly dueAt: Instant;
  readonly endedAt?: Instant;
  /** Of the inbox alone: the receipt of who was told. */
  readonly readAt?: Instant;
  readonly repeats: number;
  readonly ordinal: number;
}

interface Row {
  readonly id: number;
  readonly recipient: RecipientKey;
  readonly channel: NoticeChannel;
  readonly text: Message['text'];
  readonly params: string;
  readonly status: NoticeStatus;
  readonly at: Instant;
  readonly due_at: Instant;
  readonly ended_at: Instant | null;
  readonly read_at: Instant | null;
  readonly repeats: number;
}

/** Who was told of a case, the newest first. */
export class Tellings {
  readonly #page;

  constructor({ database }: OutboxFile) {
    this.#page = database.prepare(
      `SELECT id, recipient, channel, text, params, status, at, due_at, ended_at, read_at, repeats FROM notice
       WHERE case_id = ? AND id < ? ORDER BY id DESC LIMIT ?`,
    );
  }

  /** @param before ordinal of the last one of the page before */
  page(caseId: string, limit: number, before = Number.MAX_SAFE_INTEGER): readonly Telling[] {
    return (this.#page.all(caseId, before, limit) as Row[]).map((row) => ({
      recipient: row.recipient,
      channel: row.channel,
      message: { text: row.text, params: JSON.parse(row.params) as Message['params'] },
      status: row.status,
      at: row.at,
      dueAt: row.due_at,
      ...(row.ended_at !== null && { endedAt: row.ended_at }),
      ...(row.read_at !== null && { readAt: row.read_at }),
      repeats: row.repeats,
      ordinal: row.id,
    }));
  }
}
