import { cadreStream } from '#cadres/domain';
import { dutyRosterStream } from '#duty/domain';
import { SYSTEM, type Actor, type AnyCommand, type Instant } from '#kernel';
import type { Simulation } from '#simulation';
import type { CountyPlan } from './county-plan.js';
import type { Answer, GivenCommand, RehearsalHost, SeenEvent } from './rehearsal-host.js';
import { simulatedCounty } from './simulated-county.js';

interface NamedParty {
  readonly resident: string;
  readonly side: string;
}

/** The rehearsal in memory: no server, no waiting, a year in a moment. */
export class SimulatorHost implements RehearsalHost {
  readonly name = 'simulator';
  private readonly county: Simulation;
  /** Where the founding of the county ends and the scenario begins. */
  private readonly founded: number;

  /** @throws CommandRejected where the county breaks a rule of its own */
  constructor(plan: CountyPlan, at: Instant, reviewDraw: number) {
    this.county = simulatedCounty({ at, reviewDrawOf: () => reviewDraw });
    for (const command of plan.founding) {
      const { refused } = this.county.issue({ ...command, actor: SYSTEM });
      if (refused) throw refused;
    }
    this.founded = this.county.log.length;
  }

  async advanceTo(instant: Instant): Promise<void> {
    this.county.advanceTo(instant);
  }

  async settle(): Promise<void> {
    this.county.settle();
  }

  async issue(given: GivenCommand): Promise<Answer> {
    const { by, target, type, data } = given;
    const actor: Actor = { id: by.id, role: by.role, path: by.path };
    if (type === 'RegisterCase') return this.register(given, actor);
    return this.answer(
      streamOf(target),
      { type, data: type === 'PublishRoster' ? { ...data, onSite: [] } : data },
      actor,
    );
  }

  async eventsSince(position: string): Promise<readonly SeenEvent[]> {
    const from = Math.max(this.founded, Number(position));
    return this.county.log.slice(from);
  }

  async close(): Promise<void> {}

  private register({ target, data }: GivenCommand, actor: Actor): Answer {
    const caseId = target.kind === 'case' ? target.name : '';
    const residents = data['parties'] as readonly NamedParty[];
    const parties = residents.map(({ resident, ...party }) => ({ ...party, partyId: partyIdOf(resident) }));
    const command = { type: 'RegisterCase', data: { ...data, caseId, parties } };
    const answer = this.answer(`case-${caseId}`, command, actor);
    if (answer.refused) return answer;
    const ids = residents.map(({ resident }) => [resident, partyIdOf(resident)]);
    return { opened: { caseId, parties: Object.fromEntries(ids) as Record<string, string> } };
  }

  private answer(stream: string, command: AnyCommand, actor: Actor): Answer {
    const { refused } = this.county.issue({ stream, command, actor });
    return refused ? { refused: { code: refused.code, detail: refused.detail } } : {};
  }
}

const partyIdOf = (resident: string): string => `party-${resident}`;

const streamOf = (target: GivenCommand['target']): string => {
  switch (target.kind) {
    case 'case':
      return `case-${target.caseId ?? target.name}`;
    case 'mediation':
      return `mediation-${target.mediationId}`;
    case 'review':
      return `review-${target.caseId}-${target.round}`;
    case 'cadre':
      return cadreStream(target.cadreId);
    case 'roster':
      return dutyRosterStream(target.place, target.week);
  }
};
