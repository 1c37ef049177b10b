import type { DutyShift, TownshipId } from '#cases/domain';
import { COUNTY, swapped, type DutyEvent } from '#duty/domain';

/** Who is on call by the rosters that are published, by place; weeks that are over are forgotten as others are published. */
export class DutyShifts {
  private readonly weeks = new Map<string, Map<string, readonly DutyShift[]>>();
  private shown: ReadonlyMap<TownshipId | null, readonly DutyShift[]> = new Map();

  get byPlace(): ReadonlyMap<TownshipId | null, readonly DutyShift[]> {
    return this.shown;
  }

  apply(event: DutyEvent): void {
    if (event.type !== 'RosterPublished' && event.type !== 'DutySwapped') return;
    const { place, week } = event.data;
    const weeks = this.weeks.get(place) ?? new Map<string, readonly DutyShift[]>();
    this.weeks.set(place, weeks);
    if (event.type === 'RosterPublished') {
      for (const [known, shifts] of weeks) if (shifts.every(({ to }) => to <= event.occurredAt)) weeks.delete(known);
      weeks.set(week, event.data.shifts);
    } else weeks.set(week, swapped(weeks.get(week) ?? [], event.data));
    this.shown = new Map([...this.shown, [place === COUNTY ? null : place, [...weeks.values()].flat()]]);
  }
}
