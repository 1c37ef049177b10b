import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { CALENDAR_STREAM, countyCalendar, type CalendarEvent, type CountyCalendarState } from '#calendars/domain';
import { EventStore, type StoredEvent } from '#event-store';
import { fold } from '#kernel';
import { CURRENT_POLICY, type PolicySet } from '#policy';
import type { Calendar } from '#working-time';

/** The rules of the county's calendar, on top of the years that came with the program. */
export const COUNTY_CALENDAR = countyCalendar(CURRENT_POLICY.calendar);

/** How late another process may hear of a new version; the cases decided meanwhile are counted again afterwards. */
const LOOK_AGAIN_MS = 5_000;

/** The calendar in force, in memory: every decision counts by it, so none may wait for it. */
@Injectable()
export class CountyCalendar implements OnModuleInit, OnModuleDestroy {
  private state: CountyCalendarState = COUNTY_CALENDAR.initialState;
  private revision = -1;
  private looking: NodeJS.Timeout | undefined;
  private policies = new Map<PolicySet, PolicySet>();

  constructor(private readonly store: EventStore) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    // what could not be read now is read the next time, or by the next publication
    this.looking = setInterval(() => void this.refresh().catch(() => undefined), LOOK_AGAIN_MS);
    this.looking.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.looking);
  }

  get current(): Calendar {
    return this.state.calendar;
  }

  get years(): CountyCalendarState['years'] {
    return this.state.years;
  }

  /** Of the calendar's stream; -1 before its first event. */
  get seen(): number {
    return this.revision;
  }

  /** The numbers a case is pinned to, with the calendar of today: the calendar is never pinned (`docs/domain.md §2.5`). */
  inForce(policy: PolicySet): PolicySet {
    const known = this.policies.get(policy);
    if (known) return known;
    const made = { ...policy, calendar: this.state.calendar };
    this.policies.set(policy, made);
    return made;
  }

  /** Reads what was published since. */
  async refresh(): Promise<void> {
    const events = await this.store.readStream(CALENDAR_STREAM, this.revision + 1);
    const news = (events as readonly StoredEvent<CalendarEvent>[]).filter(({ revision }) => revision > this.revision);
    if (news.length === 0) return;
    this.state = fold(
      COUNTY_CALENDAR,
      news.map(({ event }) => event),
      this.state,
    );
    this.revision = news.at(-1)?.revision ?? this.revision;
    this.policies = new Map();
  }
}
