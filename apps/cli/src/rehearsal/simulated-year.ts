import type { Case, CaseEvent } from '#cases/domain';
import {
  afterCaseEvent,
  afterMediationEvent,
  afterRefusal,
  afterReviewEvent,
  casesOfDay,
  demoCounty,
  Officers,
  type Deed,
} from '#demo-county';
import { SYSTEM, type CommandRejected } from '#kernel';
import type { Mediation, MediationEvent } from '#mediation/domain';
import { CURRENT_POLICY } from '#policy';
import type { ReviewEvent } from '#reviews/domain';
import type { Recorded, Simulation } from '#simulation';
import { addDays, startOfDay, type LocalDay } from '#working-time';
import { simulatedCounty } from './simulated-county.js';

export interface SimulatedYearOptions {
  readonly from: LocalDay;
  readonly days: number;
  readonly cases: number;
  readonly seed: number;
  readonly onRecorded?: (recorded: Recorded) => void;
  readonly onRefused?: (refused: CommandRejected) => void;
}

/** The demo county and the people of a year in it, in memory: what comes, and what everybody does about it. */
export class SimulatedYear {
  readonly county: Simulation;
  private readonly arrivalsOf: ReturnType<typeof casesOfDay>;
  private readonly town;
  private readonly tried = new Map<string, number>();

  /** @throws CommandRejected where the county breaks a rule of its own */
  constructor(private readonly options: SimulatedYearOptions) {
    const { from, days, cases, seed } = options;
    const policy = CURRENT_POLICY;
    const at = startOfDay(from);
    const commands = demoCounty({ now: at, policy, seed }).waves.flat();
    const officers = new Officers(commands);
    this.town = { policy, officers, seed };
    this.arrivalsOf = casesOfDay({ from, days, cases, policy, officers, seed });
    this.county = simulatedCounty({
      at,
      reviewDrawOf: (caseId) => Number(caseId.slice(-2)),
      keepsLog: false,
      onRecorded: (recorded) => this.follow(recorded),
    });
    for (const { stream, command } of commands) {
      const { refused } = this.county.issue({ stream, command, actor: SYSTEM });
      if (refused) throw refused;
    }
  }

  /** One day after the other: nothing is planned before the day it comes. */
  play(): void {
    const { from, days } = this.options;
    for (let day = 0; day < days; day += 1) {
      for (const { at, command, actor } of this.arrivalsOf(day))
        this.county.schedule(at, { stream: `case-${command.data.caseId}`, command, actor });
      this.county.advanceTo(startOfDay(addDays(from, day + 1)));
    }
  }

  private follow(recorded: Recorded): void {
    const { stream, event } = recorded;
    this.options.onRecorded?.(recorded);
    if (stream.startsWith('case-')) {
      const state = this.county.stateOf<Case>(stream);
      this.plan(afterCaseEvent(this.town, stream.slice('case-'.length), event as CaseEvent, state));
    } else if (stream.startsWith('mediation-')) {
      const heard = event as MediationEvent;
      const ofCase = this.county.stateOf<Case>(`case-${heard.data.caseId}`);
      this.plan(afterMediationEvent(this.town, heard, this.county.stateOf<Mediation>(stream), ofCase));
    } else if (stream.startsWith('review-')) this.plan(afterReviewEvent(this.town, stream, event as ReviewEvent));
  }

  private plan(deeds: readonly Deed[]): void {
    for (const deed of deeds) {
      // an event that was claimed for earlier is answered now
      const at = Math.max(deed.at, this.county.now);
      this.county.schedule(at, deed, ({ refused }) => refused && this.refused(deed, refused));
    }
  }

  private refused(deed: Deed, refused: CommandRejected): void {
    this.options.onRefused?.(refused);
    const before = this.tried.get(deed.stream) ?? 0;
    this.tried.set(deed.stream, before + 1);
    this.plan(afterRefusal(this.town, deed, refused.code, this.county.now, before));
  }
}
