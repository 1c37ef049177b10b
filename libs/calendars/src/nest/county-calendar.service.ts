import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { CALENDAR_STREAM, PublishedCalendar, type CalendarEvent, type CountyCalendarState } from '#calendars/domain';
import { EventStore, type StoredEvent } from '#event-store';
import type { PolicySet } from '#policy';
import type { Calendar } from '#working-time';

/** How late another process may hear of a new version; the cases decided meanwhile are counted again afterwards. */
const LOOK_AGAIN_MS = 5_000;

/** The calendar in force, in memory: every decision counts by it, so none may wait for it. */
@Injectable()
export class CountyCalendar implements OnModuleInit, OnModuleDestroy {
  private readonly published = new PublishedCalendar();
  private readonly logger = new Logger(CountyCalendar.name);
  private looking: NodeJS.Timeout | undefined;

  constructor(private readonly store: EventStore) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.looking = setInterval(() => void this.refresh().catch(this.tell), LOOK_AGAIN_MS);
    this.looking.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.looking);
  }

  get current(): Calendar {
    return this.published.current;
  }

  get years(): CountyCalendarState['years'] {
    return this.published.state.years;
  }

  /** Of the calendar's stream; -1 before its first event. */
  get seen(): number {
    return this.published.seen;
  }

  /** The numbers a case is pinned to, with the calendar of today: the calendar is never pinned (`docs/domain.md §2.5`). */
  inForce(policy: PolicySet): PolicySet {
    return this.published.inForce(policy);
  }

  /** Reads what was published since. */
  async refresh(): Promise<void> {
    const events = await this.store.readStream(CALENDAR_STREAM, this.seen + 1);
    for (const stored of events as readonly StoredEvent<CalendarEvent>[]) this.published.hear(stored);
  }

  /** What could not be read now is read the next time, or by the next publication; until then an older one counts. */
  private readonly tell = (error: unknown): void =>
    this.logger.warn(`The calendar could not be read and is looked at again: ${String(error)}`);
}
