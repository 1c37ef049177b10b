import { reject } from '#kernel';
import type { Limit } from '#working-time';
import { servesCaseType } from './case-type-patterns.js';
import type { CaseType, MustSkills } from './case-type.js';
import type { CentreKind, Priority, Produce, SkillCode } from './codes.js';
import type { PolicySet } from './policy-set.js';
import type { Profile } from './profiles.js';
import type { Skill } from './skills.js';

const entry = <T>(table: Readonly<Record<string, T>>, code: string): T | undefined =>
  Object.hasOwn(table, code) ? table[code] : undefined;

/** Throws `CASE_TYPE_UNKNOWN`. */
export const caseTypeOf = (policy: PolicySet, code: string): CaseType =>
  entry(policy.caseTypes, code) ?? reject('CASE_TYPE_UNKNOWN', { field: 'type', type: code });

/** Throws `PROFILE_UNKNOWN`. */
export const profileOf = (policy: PolicySet, code: string): Profile =>
  entry<Profile>(policy.profiles, code) ?? reject('PROFILE_UNKNOWN', { profile: code });

/** Throws `SKILL_UNKNOWN`. */
export const skillOf = (policy: PolicySet, code: string): Skill =>
  entry(policy.skills, code) ?? reject('SKILL_UNKNOWN', { field: 'skill', skill: code });

const UPWARDS: readonly Priority[] = ['P4', 'P3', 'P2', 'P1'];

/**
 * One priority step up for a vulnerable party (`docs/domain.md §4.3`): never above the policy's bound by this alone. A
 * profile without a step keeps its limits, and only the priority (weight, place in lists) rises.
 */
export const stepUp = (
  policy: PolicySet,
  profile: Profile,
): { readonly profile: Profile; readonly priority: Priority } => {
  const from = UPWARDS.indexOf(profile.priority);
  const bound = UPWARDS.indexOf(policy.modifiers.stepUpTo);
  if (from >= bound) return { profile, priority: profile.priority };
  const priority = UPWARDS[from + 1] ?? profile.priority;
  return { profile: profile.stepUp ? profileOf(policy, profile.stepUp) : profile, priority };
};

/** Every skill listing the type, must or optional, in the order of the catalogue. Throws `CASE_TYPE_UNKNOWN`. */
export const skillsServing = (policy: PolicySet, typeCode: string): readonly Skill[] => {
  const type = caseTypeOf(policy, typeCode);
  return Object.values(policy.skills).filter((skill) => servesCaseType(skill, type));
};

/** What else is known of the matter that decides which skills it needs. */
export interface SkillFacts {
  readonly money?: boolean;
  readonly itemSkill?: SkillCode;
}

/**
 * Must skills of one case: a known `produce` settles its group, money and the service item add theirs. Without produce
 * (or with one the type does not know) any skill of the group will do.
 */
export const mustSkillsOf = (type: CaseType, produce?: Produce, { money, itemSkill }: SkillFacts = {}): MustSkills => {
  const settled = produce && type.skillOfProduce?.[produce];
  const ofProduce = settled ? type.mustSkills.oneOf.filter((group) => group.includes(settled)) : [];
  const added = [
    ...(settled && ofProduce.length > 0 ? [settled] : []),
    ...((money && type.skillsIfMoney) || []),
    ...(type.skillOfItem && itemSkill ? [itemSkill] : []),
  ];
  return {
    all: [...new Set([...type.mustSkills.all, ...added])],
    oneOf: type.mustSkills.oneOf.filter((group) => !ofProduce.includes(group)),
  };
};

/** Optional skills of one case: those of its type that have not become must skills. */
export const optionalSkillsOf = (type: CaseType, must: MustSkills): readonly SkillCode[] => {
  const taken = new Set([...must.all, ...must.oneOf.flat()]);
  return type.optionalSkills.filter((skill) => !taken.has(skill));
};

/** Common skills and those of the posts (roles, unit kinds) a cadre holds. */
export const mandatorySkillsOf = (policy: PolicySet, posts: readonly string[]): readonly SkillCode[] => {
  const common = Object.values(policy.skills).filter((skill) => skill.duty === 'C');
  return [
    ...new Set([...common.map((skill) => skill.code), ...posts.flatMap((post) => policy.postSkills[post] ?? [])]),
  ];
};

/** The longest resolve limit that an extension may give, counted from the step's start. */
export const extendedAtMost = (profile: Profile): Limit =>
  profile.extendableTo ?? { ...profile.limits.resolve, n: profile.limits.resolve.n * 2 };

/** Resolve limit of a reopened round, in the profile's own unit (`docs/domain.md §5.3`). */
export const reopenedResolve = (policy: PolicySet, { limits: { resolve } }: Profile): Limit => ({
  ...resolve,
  n: Math.min(resolve.n, Math.ceil(resolve.n * policy.review.reopenedShare)),
});

/** Units of a township with this many villages. */
export const centresOf = (policy: PolicySet, villages: number): readonly CentreKind[] =>
  policy.centres.sizeClasses.find((size) => villages >= size.fromVillages)?.kinds ?? [];

/** The unit that does a centre's work in a township with this many villages. */
export const centreIn = (policy: PolicySet, centre: CentreKind, villages: number): CentreKind =>
  centresOf(policy, villages).includes(centre) ? centre : (policy.centres.mergedInto[centre] ?? centre);
