import type { Instant } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import { dueOf } from '#working-time';
import { pagedAt, type Message, type NoticeChannel, type RecipientKey } from '#notifications/domain';
import type { OutboxFile, NoticeStatus } from './outbox-file.js';

export type OutsideChannel = Exclude<NoticeChannel, 'INBOX'>;

/** One notice that is due by one channel. */
export interface Delivery {
  readonly id: number;
  readonly eventId: string;
  readonly recipient: RecipientKey;
  readonly message: Message;
}

interface Row {
  readonly id: number;
  readonly event_id: string;
  readonly recipient: RecipientKey;
  readonly text: Message['text'];
  readonly params: string;
  readonly digest: number;
}

/** More than these in one digest nobody reads. */
const MOST_TOGETHER = 100;

/**
 * What is to leave the house, in the order in which it is due. A try is written down before it is made: one whose end
 * nobody knows (a crash, a connection that broke) is repeated once, counted, and never again.
 */
export class DeliveryQueue {
  readonly #next;
  readonly #together;
  readonly #begin;
  readonly #end;
  readonly #retry;
  readonly #repeat;
  readonly #follow;

  constructor(private readonly file: OutboxFile) {
    const { database } = file;
    const columns = 'id, event_id, recipient, text, params, digest';
    this.#next = database.prepare(
      `SELECT ${columns} FROM notice WHERE channel = ? AND status = 'PENDING' AND begun_at IS NULL AND due_at <= ?
       ORDER BY due_at, id LIMIT 1`,
    );
    this.#together = database.prepare(
      `SELECT ${columns} FROM notice WHERE channel = ? AND status = 'PENDING' AND begun_at IS NULL AND due_at <= ?
         AND recipient = ? AND digest = 1 ORDER BY id LIMIT ${MOST_TOGETHER}`,
    );
    this.#begin = database.prepare('UPDATE notice SET begun_at = ?, tries = tries + 1 WHERE id = ?');
    this.#end = database.prepare(
      'UPDATE notice SET status = ?, reason = ?, ended_at = ?, begun_at = NULL WHERE id = ?',
    );
    this.#retry = database.prepare(
      'UPDATE notice SET due_at = ?, reason = ?, begun_at = NULL WHERE id = ? RETURNING tries, waits',
    );
    this.#repeat = database.prepare(
      `UPDATE notice SET repeats = 1, begun_at = NULL, reason = ?,
         status = CASE WHEN repeats = 0 THEN 'PENDING' ELSE 'UNCERTAIN' END,
         ended_at = CASE WHEN repeats = 0 THEN NULL ELSE ? END
       WHERE id = ? AND status = 'PENDING'`,
    );
    this.#follow = database.prepare(
      `INSERT INTO notice (event_id, recipient, channel, text, params, case_id, step, at, due_at, waits, digest, status)
       SELECT event_id, recipient, ?, text, params, case_id, step, at, ?, waits, 0, 'PENDING' FROM notice WHERE id = ?
       ON CONFLICT DO NOTHING`,
    );
  }

  /** What goes out next by a channel: one, or all that one recipient wants to have together. Empty where nothing is due. */
  next(channel: OutsideChannel, now: Instant): readonly Delivery[] {
    const row = this.#next.get(channel, now) as Row | undefined;
    if (!row) return [];
    const rows = row.digest === 0 ? [row] : (this.#together.all(channel, now, row.recipient) as Row[]);
    return rows.map(({ id, event_id, recipient, text, params }) => ({
      id,
      eventId: event_id,
      recipient,
      message: { text, params: JSON.parse(params) as Message['params'] },
    }));
  }

  begin(deliveries: readonly Delivery[], now: Instant): void {
    this.file.together(() => deliveries.forEach(({ id }) => this.#begin.run(now, id)));
  }

  /** For good. */
  end(deliveries: readonly Delivery[], status: NoticeStatus, now: Instant, reason: string | null = null): void {
    this.file.together(() => deliveries.forEach(({ id }) => this.#end.run(status, reason, now, id)));
  }

  /** It did not arrive: once more later, when people may be paged, or given up. */
  failed(deliveries: readonly Delivery[], now: Instant, reason: string): void {
    const { retryAfterMinutes } = CURRENT_POLICY.notifications;
    this.file.together(() => {
      for (const { id } of deliveries) {
        const row = this.#retry.get(now, reason, id) as { tries: number; waits: number } | undefined;
        const minutes = row && retryAfterMinutes[row.tries - 1];
        if (minutes === undefined) this.#end.run('FAILED', reason, now, id);
        else {
          const later = now + minutes * 60_000;
          this.#retry.get(row?.waits === 1 ? pagedAt(CURRENT_POLICY, later) : later, reason, id);
        }
      }
    });
  }

  /** Nobody knows whether it arrived: once more, and never a third time. */
  uncertain(deliveries: readonly Delivery[], now: Instant, reason: string): void {
    this.file.together(() => deliveries.forEach(({ id }) => this.#repeat.run(reason, now, id)));
  }

  /** A call that did not get through is followed by another channel. */
  followWith(channel: OutsideChannel, deliveries: readonly Delivery[], now: Instant): void {
    const at = dueOf(CURRENT_POLICY.calendar, CURRENT_POLICY.notifications.nextChannelAfter, now).at;
    this.file.together(() => deliveries.forEach(({ id }) => this.#follow.run(channel, at, id)));
  }

  /** After a crash: tries that were begun and whose end nobody has written down. @returns how many */
  recover(now: Instant): number {
    const rows = this.file.database
      .prepare("SELECT id FROM notice WHERE status = 'PENDING' AND begun_at IS NOT NULL")
      .all() as { id: number }[];
    this.file.together(() => rows.forEach(({ id }) => this.#repeat.run('INTERRUPTED', now, id)));
    return rows.length;
  }

  /** How many notices stand how, by channel; and how many were repeated because nobody knew. */
  counts(): readonly {
    readonly channel: string;
    readonly status: NoticeStatus;
    readonly n: number;
    readonly repeats: number;
  }[] {
    return this.file.database
      .prepare(
        'SELECT channel, status, count(*) AS n, sum(repeats) AS repeats FROM notice GROUP BY channel, status ORDER BY 1, 2',
      )
      .all() as { channel: string; status: NoticeStatus; n: number; repeats: number }[];
  }
}
