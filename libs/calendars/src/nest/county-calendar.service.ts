import { Injectable } from '@nestjs/common';
import { CALENDAR_STREAM, PublishedCalendar, type CalendarEvent, type CountyCalendarState } from '#calendars/domain';
import { EventStore, type StoredEvent } from '#event-store';
import type { PolicySet } from '#policy';
import type { Calendar } from '#working-time';
import { LookedAtAgain } from './looked-at-again.js';

/** The calendar in force, in memory: every decision counts by it, so none may wait for it. Cases decided before another process hears are counted again. */
@Injectable()
export class CountyCalendar extends LookedAtAgain {
  private readonly published = new PublishedCalendar();

  constructor(private readonly store: EventStore) {
    super('The calendar');
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
}
