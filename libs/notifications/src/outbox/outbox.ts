import { CALENDAR_STREAM, PublishedCalendar, type CalendarEvent } from '#calendars/domain';
import { START, type EventStore, type GlobalPosition, type StoredEvent } from '#event-store';
import type { Instant } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import { dueOf } from '#working-time';
import { plan, type Notice, type PlannedNotice, type Preferences, type RecipientKey } from '#notifications/domain';
import { noticesOf, type People } from '#notifications/read';
import { DeliveryQueue } from './delivery-queue.js';
import { Inbox } from './inbox.js';
import { OutboxFile, type NoticeStatus } from './outbox-file.js';
import { StoredMemory } from './stored-memory.js';
import { Tellings } from './tellings.js';

const CHECKPOINT = 'checkpoint';
/** Whatever lies up to this place of the log may have been sent by a file that is lost. */
const NOT_SENT_UP_TO = 'not-sent-up-to';

export interface Untold {
  readonly stream: string;
  readonly eventId: string;
  readonly reason: string;
}

/**
 * From the log to what people are told: each event becomes its notices in one transaction with the place in the log,
 * keyed by (event, recipient, channel), so that an event read twice tells nobody twice.
 */
export class Outbox {
  readonly inbox: Inbox;
  readonly queue: DeliveryQueue;
  readonly tellings: Tellings;
  readonly #file: OutboxFile;
  #memory: StoredMemory;
  /** With the calendar as published up to the place in the log: nobody is paged on a day off that is a new one. */
  readonly #calendar = new PublishedCalendar();
  readonly #add;
  readonly #overtake;
  readonly #setAside;

  /** @param file of its own: `outbox.db` */
  constructor(file: string) {
    this.#file = new OutboxFile(file);
    this.inbox = new Inbox(this.#file);
    this.queue = new DeliveryQueue(this.#file);
    this.tellings = new Tellings(this.#file);
    this.#memory = new StoredMemory(this.#file);
    const { database } = this.#file;
    this.#add = database.prepare(
      `INSERT INTO notice (event_id, recipient, channel, text, params, case_id, step, at, due_at, waits, digest, status,
         ended_at, read_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    );
    this.#overtake = database.prepare(
      "UPDATE notice SET status = 'OVERTAKEN', ended_at = ? WHERE case_id = ? AND step = ? AND status = 'PENDING'",
    );
    this.#setAside = database.prepare('INSERT INTO untold VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
  }

  get people(): People {
    return this.#memory.people;
  }

  preferencesOf(recipient: RecipientKey): Preferences {
    return this.#memory.preferencesOf(recipient);
  }

  get position(): GlobalPosition {
    return this.#file.fact(CHECKPOINT) ?? START;
  }

  /**
   * Before the first batch. A new file beside an old log fills every inbox and sends nothing of what was: it cannot know
   * what a lost file has sent. So does one that is ahead of its log, which is then another log.
   */
  async open(events: Pick<EventStore, 'head' | 'readStream'>): Promise<void> {
    const head = await events.head();
    for (const stored of await events.readStream(CALENDAR_STREAM))
      if (stored.position <= this.position) this.#calendar.hear(stored as StoredEvent<CalendarEvent>);
    if (this.#file.fact(NOT_SENT_UP_TO) !== undefined && this.position <= head) return;
    this.#file.together(() => {
      this.#file.database.exec('DELETE FROM notice; DELETE FROM remembered; DELETE FROM untold; DELETE FROM fact;');
      this.#file.setFact(NOT_SENT_UP_TO, head);
    });
    this.#memory = new StoredMemory(this.#file);
  }

  close(): void {
    this.#file.close();
  }

  /**
   * An event that cannot be told is set aside with its reason; all others go on.
   * @param now of the log's clock
   * @returns what was set aside
   */
  take(batch: readonly StoredEvent[], now: Instant): readonly Untold[] {
    const last = batch.at(-1);
    if (!last) return [];
    const untold: Untold[] = [];
    const upTo = this.#file.fact(NOT_SENT_UP_TO) ?? START;
    try {
      this.#file.together(() => {
        for (const stored of batch) this.#take(stored, stored.position <= upTo ? now : undefined, untold);
        this.#memory.write();
        this.#file.setFact(CHECKPOINT, last.position);
      });
    } catch (error) {
      this.#memory = new StoredMemory(this.#file); // it has seen what was not written
      throw error;
    }
    return untold;
  }

  #take(stored: StoredEvent, rebuiltAt: Instant | undefined, untold: Untold[]): void {
    const { stream, event, recordedAt, metadata } = stored;
    const { eventId } = metadata;
    if (stream === CALENDAR_STREAM) this.#calendar.hear(stored as StoredEvent<CalendarEvent>);
    try {
      const { notices, over } = noticesOf(stream, event, this.#memory);
      const planned = notices.flatMap((notice) =>
        plan(notice, this.preferencesOf(notice.recipient), recordedAt, this.#calendar.inForce(CURRENT_POLICY)).map(
          (one) => ({ notice, one }),
        ),
      );
      if (over) for (const step of over.steps) this.#overtake.run(recordedAt, over.caseId, step);
      for (const { notice, one } of planned) this.#put(eventId, notice, one, recordedAt, rebuiltAt);
    } catch (error) {
      if (isOfTheFile(error)) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      this.#setAside.run(eventId, stream, reason, recordedAt);
      untold.push({ stream, eventId, reason });
    }
  }

  /** @param rebuiltAt of what a lost file may have sent */
  #put(eventId: string, { pace }: Notice, planned: PlannedNotice, at: Instant, rebuiltAt: Instant | undefined): void {
    const { recipient, channel, message, caseId = null, step = null, dueAt, digest } = planned;
    const inHouse = channel === 'INBOX';
    const status: NoticeStatus = inHouse ? 'SENT' : rebuiltAt === undefined ? 'PENDING' : 'HELD_BACK';
    const isRead = inHouse && rebuiltAt !== undefined && rebuiltAt > unreadUntil(at);
    this.#add.run(
      ...([eventId, recipient, channel, message.text, JSON.stringify(message.params), caseId, step] as const),
      ...([at, dueAt, pace === 'WORKING_TIME' ? 1 : 0, digest ? 1 : 0, status] as const),
      ...([status === 'PENDING' ? null : at, isRead ? at : null] as const),
    );
  }
}

/** Full, locked or broken: the same batch is tried again. */
const isOfTheFile = (error: unknown): boolean => (error as { errcode?: number } | null)?.errcode !== undefined;

const unreadUntil = (at: Instant): Instant =>
  dueOf(CURRENT_POLICY.calendar, CURRENT_POLICY.notifications.unreadWhenRebuilt, at).at;
