import type { RegisterCadreWithRecord } from '#cadres/domain';
import type { Actor } from '#kernel';
import type { RoleCode, SkillCode } from '#policy';
import type { DemoCommand } from '../demo-county.js';

const MEDIATION: SkillCode = 'STB-03';

export interface OfferedMediator {
  readonly actor: Actor;
  readonly woman: boolean;
}

/** Whoever serves in a role, by the unit he serves at: people act in their own names, so that conflicts show. */
export class Officers {
  private readonly byUnit = new Map<string, Map<string, Actor[]>>();
  private readonly registered = new Map<string, OfferedMediator[]>();

  constructor(commands: readonly DemoCommand[]) {
    for (const { aggregate, command } of commands) if (aggregate === 'cadre') this.enter(command);
  }

  /** @throws Error where nobody serves there in that role */
  at(role: RoleCode, unitId: string): Actor {
    const [first] = this.all(role, unitId);
    if (!first) throw new Error(`nobody serves as ${role} at ${unitId}`);
    return first;
  }

  all(role: RoleCode, unitId: string): readonly Actor[] {
    return this.byUnit.get(unitId)?.get(role) ?? [];
  }

  /** Of the mediator register, by the township they serve in. */
  mediators(townshipId: string): readonly OfferedMediator[] {
    return this.registered.get(townshipId) ?? [];
  }

  private enter({ data: { registration, postings, certificates } }: RegisterCadreWithRecord): void {
    if (registration.kind === 'LAY_MEDIATOR') return;
    const mediates = certificates.some(({ skill }) => skill === MEDIATION);
    for (const { role, path } of postings) {
      const unitId = path.split('/').at(-1) ?? '';
      const holder: Actor = { id: registration.cadreId, role, path: jurisdictionOf(path) };
      const unit = this.byUnit.get(unitId) ?? new Map<string, Actor[]>();
      this.byUnit.set(unitId, unit.set(role, [...(unit.get(role) ?? []), holder]));
      const township = path.split('/')[2] ?? '';
      const mediator = { actor: holder, woman: registration.gender === 'FEMALE' };
      if (mediates) this.registered.set(township, [...(this.registered.get(township) ?? []), mediator]);
    }
  }
}

/** `/county/T01/T01-RURAL_GUIDANCE` acts in `/county/T01`, a unit of the county in all of it. */
const jurisdictionOf = (path: string): string => {
  const [, county = '', township] = path.split('/');
  return township === undefined || township.startsWith('K-') ? `/${county}` : `/${county}/${township}`;
};
