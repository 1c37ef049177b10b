import { setTimeout as pause } from 'node:timers/promises';
import { CALENDAR_STREAM, PublishedCalendar, type CalendarEvent } from '#calendars/domain';
import { affectedCases, affectedFrom, caseBoard } from '#cases/read';
import type { RecomputeDueTimes } from '#cases/domain';
import { START, type EventStore, type StoredEvent } from '#event-store';
import { CommandRejected, type Instant } from '#kernel';
import type { IssuedReaction, ProcessLog, ProcessStore } from '#process';
import type { ReadModels } from '#projections';

export interface DueTimesPorts {
  readonly events: EventStore;
  readonly readModels: ReadModels;
  readonly store: ProcessStore;
  readonly log: ProcessLog;
  readonly issue: (reaction: IssuedReaction) => Promise<void>;
}

/** Not a checkpoint: it stands at the last publication, not at the end of what was read. */
const COUNTED_UP_TO = 'due-times';
const LOOK_EVERY_MS = 1_000;
const READ_MODELS_WITHIN_MS = 30_000;
/** Longer than any process decides by an older version: who decided meanwhile is counted in the second round. */
const SECOND_ROUND_AFTER_MS = 10_000;
const PAGE = 500;

/**
 * After each new version of the calendar, orders every open case that it may touch to count its limits again
 * (`docs/domain.md §2.5`). An order repeated changes nothing, so a run that was broken off begins anew.
 */
export class DueTimes {
  private readonly ending = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private readonly calendar = new PublishedCalendar();
  /** The last publication, and the earliest due that one of those not counted yet may have touched. */
  private last: StoredEvent<CalendarEvent> | undefined;
  private from: Instant | undefined;

  constructor(
    private readonly ports: DueTimesPorts,
    private readonly secondRoundAfterMs = SECOND_ROUND_AFTER_MS,
  ) {}

  start(): void {
    this.running = this.follow();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  private async follow(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      try {
        await this.catchUp();
      } catch (error) {
        if (signal.aborted) return;
        this.ports.log.warn('Due times could not be counted again and are tried once more.', { reason: String(error) });
      }
      await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async catchUp(): Promise<void> {
    const { events, readModels, store, log } = this.ports;
    const done = store.fact(COUNTED_UP_TO) ?? START;
    const news = await events.readStream(CALENDAR_STREAM, this.calendar.seen + 1);
    for (const stored of news as readonly StoredEvent<CalendarEvent>[]) this.hear(stored, done);
    const { last, from } = this;
    if (!last || last.position <= done) return;
    if (!(await readModels.caughtUp(last.position, READ_MODELS_WITHIN_MS, [caseBoard.name]))) return;
    if (from !== undefined) {
      const first = await this.recount(last, from, 'first');
      await pause(this.secondRoundAfterMs, undefined, { signal: this.ending.signal });
      await this.recount(last, from, 'second');
      log.log('Due times were counted again by a new calendar.', { version: last.event.data.version, cases: first });
    }
    store.setFact(COUNTED_UP_TO, last.position);
    this.from = undefined;
  }

  private hear(stored: StoredEvent<CalendarEvent>, done: string): void {
    const before = this.calendar.hear(stored);
    if (!before) return;
    this.last = stored;
    const from =
      stored.position <= done ? undefined : affectedFrom(before, this.calendar.current, stored.event.data.year);
    if (from !== undefined) this.from = Math.min(from, this.from ?? from);
  }

  /** One case that refuses holds up no other. */
  private async order(reaction: IssuedReaction): Promise<void> {
    try {
      await this.ports.issue(reaction);
    } catch (error) {
      if (!(error instanceof CommandRejected)) throw error;
      const { stream, commandId } = reaction;
      this.ports.log.warn('A case does not count its limits again.', { stream, commandId, code: error.code });
    }
  }

  private async recount(
    { event, metadata }: StoredEvent<CalendarEvent>,
    from: Instant,
    round: string,
  ): Promise<number> {
    const { version } = event.data;
    let count = 0;
    for (let after = ''; ;) {
      const page = await affectedCases(this.ports.readModels, from, after, PAGE);
      for (const caseId of page) {
        this.ending.signal.throwIfAborted();
        const command: RecomputeDueTimes = { type: 'RecomputeDueTimes', data: { calendarVersion: version } };
        await this.order({
          stream: `case-${caseId}`,
          command,
          commandId: `due-times:${version}:${round}:${caseId}`,
          causationId: metadata.eventId,
          correlationId: metadata.correlationId,
        });
      }
      count += page.length;
      if (page.length < PAGE) return count;
      after = page.at(-1) ?? after;
    }
  }
}
