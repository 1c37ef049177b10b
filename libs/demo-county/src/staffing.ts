import { monthsAfter, type RegisterCadreWithRecord } from '#cadres/domain';
import type { Instant } from '#kernel';
import type { PolicySet } from '#policy';
import { localDayOf, startOfDay } from '#working-time';
import { cadrePosts } from './cadre-posts.js';
import { certificateOf } from './certificates.js';
import { identities, type DemoPerson } from './people.js';
import type { DemoEnterprise, DemoVillage } from './places.js';
import type { Post } from './posts.js';
import { randomFor } from './random.js';
import { skillsOfPosts } from './skills-held.js';
import { layMediatorPosts, staffPosts } from './staff-posts.js';

/** Somebody in a post. */
export interface DemoCadre {
  readonly cadreId: string;
  readonly personRef: string;
  readonly commandId: string;
  readonly post: Post;
  readonly command: RegisterCadreWithRecord;
}

export interface Staffing {
  readonly cadres: readonly DemoCadre[];
  readonly people: readonly DemoPerson[];
}

const INITIAL = { CADRE: 'C', STAFF: 'S', LAY_MEDIATOR: 'L' } as const;
/** Whoever settles disputes for a living is at level 2 at least. */
const SPECIALISTS: readonly string[] = ['MEDIATOR', 'COUNTY_MEDIATOR'];

const numbered = (posts: readonly Post[]): string[] => {
  const counts = { CADRE: 0, STAFF: 0, LAY_MEDIATOR: 0 };
  return posts.map(({ kind }) => `${INITIAL[kind]}${String((counts[kind] += 1)).padStart(4, '0')}`);
};

/** Fills every post of the county: who, since when, certified in what. */
export const staffing = (
  villages: readonly DemoVillage[],
  enterprises: readonly DemoEnterprise[],
  { now, policy, seed }: { readonly now: Instant; readonly policy: PolicySet; readonly seed: number },
): Staffing => {
  const today = startOfDay(localDayOf(now));
  const posts = [
    ...cadrePosts(villages, enterprises, policy, seed),
    ...staffPosts(policy),
    ...layMediatorPosts(villages, seed),
  ];
  const ids = numbered(posts);
  const persons = identities(posts.length, seed);
  const skills = skillsOfPosts(posts, policy, seed);
  const random = randomFor('records', seed);

  const filled = posts.map((post, index): { cadre: DemoCadre; person: DemoPerson } => {
    const cadreId = ids[index] as string;
    const identity = persons[index] as (typeof persons)[number];
    const ref = `person-${cadreId}`;
    const commandId = `demo-county:cadre:${cadreId}`;
    const { kind, role, unitId, unitPath, path } = post;
    const specialist = kind === 'STAFF' && SPECIALISTS.includes(role);
    const gender = post.gender ?? identity.gender;
    const command: RegisterCadreWithRecord = {
      type: 'RegisterCadreWithRecord',
      data: {
        registration: { cadreId, kind, personRef: ref, roles: [], unitId, unitPath, gender },
        postings: [{ postingId: `${cadreId}-1`, role, path, from: monthsAfter(today, -random.between(3, 40)) }],
        certificates: (skills[index] ?? []).map((held) =>
          certificateOf(held, { cadreId, specialist }, today, policy, random),
        ),
      },
    };
    return {
      cadre: { cadreId, personRef: ref, commandId, post, command },
      person: { ref, commandId, name: identity.name, phone: identity.phone },
    };
  });
  return { cadres: filled.map(({ cadre }) => cadre), people: filled.map(({ person }) => person) };
};
