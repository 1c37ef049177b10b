import { mandatorySkillsOf, type PolicySet, type SkillCode } from '#policy';
import type { Post } from './posts.js';
import { randomFor, type Random } from './random.js';
import { TOWNSHIPS, type DemoTownship } from './townships.js';

export interface HeldSkill {
  readonly skill: SkillCode;
  /** His post, his speciality or his township depends on it: at a good level, and not about to expire. */
  readonly needed: boolean;
}

/** Skills beside the common ones of each of the 752 (`docs/domain.md §2.3`). */
const OTHERS = { least: 2, most: 5 };

/** What every township has among its cadres, so that its ordinary cases find somebody (`docs/domain.md §4.2`). */
const EVERY_TOWNSHIP: readonly SkillCode[] = [
  'ORG-18',
  'STB-14',
  'STB-04',
  'STB-06',
  'ECO-12',
  'ECO-15',
  'ECO-08',
  'ORG-14',
  'ORG-08',
  'STB-16',
  'ECO-07',
  'ECO-09',
  'ECO-13',
  'ECO-16',
  'ORG-18',
];

interface Holder {
  readonly post: Post;
  readonly common: readonly SkillCode[];
  readonly needed: SkillCode[];
  readonly further: SkillCode[];
}

const others = ({ needed, further }: Holder): readonly SkillCode[] => [...needed, ...further];

const wantedIn = (policy: PolicySet, { leadingIndustries, gap }: DemoTownship): readonly SkillCode[] => {
  const industry = Object.values(policy.skills)
    .filter((skill) => skill.industries?.some((one) => leadingIndustries.includes(one)))
    .map((skill) => skill.code);
  return [...industry, ...EVERY_TOWNSHIP, ...industry].filter((skill) => skill !== gap);
};

/** Gives each wanted skill to the cadre with most room who does not hold it yet. */
const spread = (wanted: readonly SkillCode[], cadres: readonly Holder[], random: Random): void => {
  const order = random.shuffled(cadres);
  for (const skill of wanted) {
    const room = order
      .filter((holder) => others(holder).length < OTHERS.most && !others(holder).includes(skill))
      .sort((one, other) => others(one).length - others(other).length)[0];
    room?.needed.push(skill);
  }
};

const fill = (holder: Holder, pool: readonly SkillCode[], random: Random): void => {
  const target = Math.max(others(holder).length, random.between(OTHERS.least, OTHERS.most));
  while (others(holder).length < target) {
    const skill = random.pick(pool);
    if (!others(holder).includes(skill)) holder.further.push(skill);
  }
};

/**
 * What each holder of a post is certified in: the common skills, those of the post and, for the 752, up to five others.
 * Lay mediators hold what the mediator register asks for.
 */
export const skillsOfPosts = (posts: readonly Post[], policy: PolicySet, seed: number): readonly HeldSkill[][] => {
  const common = mandatorySkillsOf(policy, []);
  const holders = posts.map((post): Holder => {
    const ofPost = mandatorySkillsOf(policy, post.posts).filter((skill) => !common.includes(skill));
    return {
      post,
      common: post.kind === 'LAY_MEDIATOR' ? [] : common,
      needed: [...new Set([...ofPost, ...post.specialities])],
      further: [],
    };
  });
  const random = randomFor('skills', seed);
  const pool = Object.keys(policy.skills).filter((skill) => !common.includes(skill));
  const cadres = holders.filter(({ post }) => post.kind === 'CADRE');
  for (const township of TOWNSHIPS) {
    const here = cadres.filter(({ post }) => post.township === township.code);
    const own = here.filter(({ post }) => post.unitId.startsWith(township.code));
    spread(wantedIn(policy, township), own, random);
    const allowed = pool.filter((skill) => skill !== township.gap);
    for (const holder of here) fill(holder, allowed, random);
  }
  const countyWide = cadres.filter(({ post }) => post.township === undefined);
  spread(
    pool.flatMap((skill) => [skill, skill]),
    countyWide,
    random,
  );
  for (const holder of countyWide) fill(holder, pool, random);
  return holders.map((holder) => [
    ...[...holder.common, ...holder.needed].map((skill) => ({ skill, needed: true })),
    ...holder.further.map((skill) => ({ skill, needed: false })),
  ]);
};
