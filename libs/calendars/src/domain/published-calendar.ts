import { CURRENT_POLICY, type PolicySet } from '#policy';
import type { Calendar } from '#working-time';
import { countyCalendar, type CalendarEvent, type CountyCalendarState } from './county-calendar.js';

/** The rules of the county's calendar, on top of the years that came with the program. */
export const COUNTY_CALENDAR = countyCalendar(CURRENT_POLICY.calendar);

/** The calendar as far as its stream has been read: whoever counts by it hears of each publication once, in order. */
export class PublishedCalendar {
  private folded: CountyCalendarState = COUNTY_CALENDAR.initialState;
  private revision = -1;
  private policies = new Map<PolicySet, PolicySet>();

  get state(): CountyCalendarState {
    return this.folded;
  }

  get current(): Calendar {
    return this.folded.calendar;
  }

  /** Revision of the last publication heard; -1 before the first. */
  get seen(): number {
    return this.revision;
  }

  /** @returns the calendar there was before; undefined for what has been heard already */
  hear({ event, revision }: { readonly event: CalendarEvent; readonly revision: number }): Calendar | undefined {
    if (revision <= this.revision) return undefined;
    const before = this.folded.calendar;
    this.folded = COUNTY_CALENDAR.evolve(this.folded, event);
    this.revision = revision;
    this.policies = new Map();
    return before;
  }

  /** The numbers a case is pinned to, with the calendar of today: the calendar is never pinned (`docs/domain.md §2.5`). */
  inForce(policy: PolicySet): PolicySet {
    const known = this.policies.get(policy);
    if (known) return known;
    const made = { ...policy, calendar: this.folded.calendar };
    this.policies.set(policy, made);
    return made;
  }
}
