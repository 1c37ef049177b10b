import { Injectable } from '@nestjs/common';
import { CountyCalendar } from '#calendars/nest';
import {
  countedCalls,
  dutyRoster,
  dutyRosterStream,
  gapsOf,
  proposedRoster,
  publishedBy,
  weekOf,
  type DutyPerson,
  type Gap,
  type Roster,
  type Shift,
} from '#duty/domain';
import { CommandExecutor } from '#event-store';
import { CURRENT_POLICY } from '#policy';
import { addDays, isoWeekOf, toIso } from '#working-time';
import { DutyPeople } from './duty-people.js';

export interface GapView {
  readonly post: string;
  /** `HOLDER`, or `SUBSTITUTE`: somebody is on call, but nobody stands in for him. */
  readonly part: string;
  readonly from: string;
  readonly to: string;
  readonly missing: number;
  /** Without these a roster cannot be published. */
  readonly mandatory: boolean;
}

export interface RosterView {
  readonly place: string;
  readonly week: string;
  readonly published: boolean;
  /** After the hour by which it was to be out, which is `publishBy`. */
  readonly late: boolean;
  readonly publishBy: string;
  readonly settled: boolean;
  readonly shifts: readonly {
    readonly post: string;
    readonly from: string;
    readonly to: string;
    readonly cadreId: string;
    readonly substitute: string;
  }[];
  readonly onSite: readonly { readonly cadreId: string; readonly days: readonly string[]; readonly required: number }[];
  readonly presence: readonly {
    readonly cadreId: string;
    readonly day: string;
    readonly in: string;
    readonly out?: string;
    /** Without it the day does not count as attended. */
    readonly served: boolean;
  }[];
  /** To those on call, so far. */
  readonly calls: { readonly answered: number; readonly inTime: number; readonly missed: number };
  readonly gaps: readonly GapView[];
  /** Names by id. */
  readonly people: Readonly<Record<string, string>>;
}

/** A roster that keeps the rules as far as there are people for it, for a person to look at before he publishes it. */
export type ProposalView = Pick<RosterView, 'shifts' | 'gaps' | 'people'> & {
  readonly onSite: readonly { readonly cadreId: string; readonly days: readonly string[] }[];
};

export interface WeekGaps {
  readonly week: string;
  readonly published: boolean;
  readonly publishBy: string;
  readonly gaps: readonly GapView[];
}

const gapView = ({ post, part, from, to, missing, mandatory }: Gap): GapView => ({
  ...{ post, part, missing, mandatory },
  from: toIso(from),
  to: toIso(to),
});

const shiftView = ({ post, cadreId, substitute, from, to }: Shift) => ({
  ...{ post, cadreId, substitute },
  from: toIso(from),
  to: toIso(to),
});

const onCall = ({ shifts }: Roster): readonly string[] =>
  shifts.flatMap(({ cadreId, substitute }) => [cadreId, substitute]);

/** What is shown of duty: one week, and the hours of the coming ones that nobody has (`docs/domain.md §2.4`). */
@Injectable()
export class DutyViews {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly people: DutyPeople,
    private readonly calendar: CountyCalendar,
  ) {}

  async week(place: string, week: string): Promise<{ readonly revision: number; readonly view: RosterView }> {
    const { state, revision } = await this.executor.load(dutyRoster, dutyRosterStream(place, week));
    const named = [...onCall(state), ...state.onSite.map(({ cadreId }) => cadreId)];
    const [people, names] = await Promise.all([this.people.of(onCall(state)), this.people.namesOf(named)]);
    return { revision, view: { ...this.view(place, week, state, people), people: names } };
  }

  async proposal(place: string, week: string): Promise<ProposalView> {
    const policy = this.calendar.inForce(CURRENT_POLICY);
    const people = await this.people.at(place);
    const { shifts, onSite } = proposedRoster(policy, place, week, people);
    const named = [
      ...shifts.flatMap(({ cadreId, substitute }) => [cadreId, substitute]),
      ...onSite.map((one) => one.cadreId),
    ];
    return {
      shifts: shifts.map(shiftView),
      onSite,
      gaps: gapsOf(policy, place, week, shifts).map(gapView),
      people: await this.people.namesOf(named),
    };
  }

  async gaps(place: string, from: string, weeks: number): Promise<readonly WeekGaps[]> {
    const monday = weekOf(from).days[0]!;
    return Promise.all(
      Array.from({ length: weeks }, async (_, index) => {
        const week = isoWeekOf(addDays(monday, index * 7));
        const { view } = await this.week(place, week);
        const { published, publishBy, gaps } = view;
        return { week, published, publishBy, gaps };
      }),
    );
  }

  private view(place: string, week: string, roster: Roster, people: ReadonlyMap<string, DutyPerson>) {
    const { published, late, settled, shifts, onSite, presence, served } = roster;
    return {
      ...{ place, week, published, late, settled, onSite },
      publishBy: toIso(publishedBy(week, this.calendar.inForce(CURRENT_POLICY))),
      shifts: shifts.map(shiftView),
      presence: presence.map(({ cadreId, day, in: arrived, out }) => ({
        ...{ cadreId, day },
        in: toIso(arrived),
        ...(out !== undefined && { out: toIso(out) }),
        served: served.some((one) => one.cadreId === cadreId && one.day === day),
      })),
      calls: countedCalls(roster),
      gaps: gapsOf(this.calendar.inForce(CURRENT_POLICY), place, week, shifts, people).map(gapView),
    };
  }
}
