import type { RegisterCadreWithRecord } from '#cadres/domain';
import type { Actor } from '#kernel';
import type { RoleCode } from '#policy';
import type { DemoCommand } from '../demo-county.js';

/** Whoever serves in a role, by the unit he serves at: people act in their own names, so that conflicts show. */
export class Officers {
  private readonly byPost = new Map<string, Actor[]>();

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
    return this.byPost.get(`${role} ${unitId}`) ?? [];
  }

  private enter({ data: { registration, postings } }: RegisterCadreWithRecord): void {
    if (registration.kind === 'LAY_MEDIATOR') return;
    for (const { role, path } of postings) {
      const post = `${role} ${path.split('/').at(-1) ?? ''}`;
      const holder: Actor = { id: registration.cadreId, role, path: jurisdictionOf(path) };
      this.byPost.set(post, [...(this.byPost.get(post) ?? []), holder]);
    }
  }
}

/** `/county/T01/T01-RURAL_GUIDANCE` acts in `/county/T01`, a unit of the county in all of it. */
const jurisdictionOf = (path: string): string => {
  const [, county = '', township] = path.split('/');
  return township === undefined || township.startsWith('K-') ? `/${county}` : `/${county}/${township}`;
};
