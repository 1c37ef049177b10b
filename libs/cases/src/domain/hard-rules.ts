import type { Instant } from '#kernel';
import type { Confidentiality, MustSkills, PolicySet, Priority, RiskLevel, SkillCode, Tier } from '#policy';
import type { Area, Candidate, CandidatePool, HardRule } from './assignment.types.js';
import type { CadreId, Complaint, PartyId, TownshipId } from './case-types.js';

/** What a case asks of whoever takes it. */
export interface CaseNeeds {
  readonly now: Instant;
  /** Until the limit in which the first response falls: leave within it rules out (H1). */
  readonly responseBy: Instant;
  readonly priority: Priority;
  readonly risk: RiskLevel | undefined;
  readonly confidentiality: Confidentiality;
  readonly tier: Tier;
  readonly townshipId: TownshipId;
  readonly must: MustSkills;
  readonly parties: readonly PartyId[];
  readonly complaint: Complaint | undefined;
  readonly excluded: readonly CadreId[];
  /** Profiles whose clocks go on in a mobilisation are assigned all the same (H6). */
  readonly keepsRunning: boolean;
  /** Of an urgent case: only these are called now (H7). */
  readonly called?: ReadonlySet<CadreId>;
}

/** How far the ordinary pool has been opened (§8 "No candidate"); steps add up. */
export interface Relaxation {
  /** R1: level 1 is enough where level 2 is asked. */
  readonly anyLevel: boolean;
  /** R2, R3: where candidates may come from. */
  readonly townships: readonly TownshipId[];
  readonly county: boolean;
  /** R4. */
  readonly loadCap: number;
}

export const holds = (candidate: Candidate, skill: SkillCode, at: Instant): number => {
  const certificate = candidate.certificates.get(skill);
  return certificate && certificate.validFrom <= at && at < certificate.validTo ? certificate.level : 0;
};

/** A skill of the need that somebody can show, and how well. */
export interface Shown {
  readonly skill: SkillCode;
  readonly level: number;
}

/** Of alternatives the one he holds best, of equals the first listed. */
export const bestOf = (candidate: Candidate, group: readonly SkillCode[], at: Instant): SkillCode | undefined => {
  let found: SkillCode | undefined;
  let highest = 0;
  for (const skill of group) {
    const level = holds(candidate, skill, at);
    if (level > highest) [found, highest] = [skill, level];
  }
  return found;
};

type Groups = readonly (readonly SkillCode[])[];

/** The must skills, any one of each group. */
export const groupsOf = ({ all, oneOf }: MustSkills): Groups => [...all.map((skill) => [skill]), ...oneOf];

/** Skills of the need that he can show, one for each group of alternatives. */
export const shownSkills = (candidate: Candidate, must: MustSkills, at: Instant): readonly Shown[] =>
  groupsOf(must).flatMap((group) => {
    const skill = bestOf(candidate, group, at);
    return skill === undefined ? [] : [{ skill, level: holds(candidate, skill, at) }];
  });

/** The level at which he holds any of them; 0 where he can show none. */
export const highestLevel = (candidate: Candidate, groups: Groups, at: Instant): number => {
  let highest = 0;
  for (const group of groups) for (const skill of group) highest = Math.max(highest, holds(candidate, skill, at));
  return highest;
};

export const meetsSkills = (candidate: Candidate, needs: CaseNeeds, anyLevel: boolean): boolean => {
  const { must, now } = needs;
  for (const skill of must.all) if (holds(candidate, skill, now) === 0) return false;
  for (const group of must.oneOf) if (bestOf(candidate, group, now) === undefined) return false;
  return anyLevel || !asksLevelTwo(needs) || highestLevel(candidate, groupsOf(must), now) >= 2;
};

/** P1, ORANGE and RED want level 2 in at least one must skill (H2). */
export const asksLevelTwo = ({ priority, risk }: CaseNeeds): boolean =>
  priority === 'P1' || risk === 'ORANGE' || risk === 'RED';

const covers = (candidate: Candidate, needs: CaseNeeds, { townships, county }: Relaxation): boolean => {
  if (candidate.townshipId === null) return needs.tier === 'K' || county;
  if (needs.tier === 'K') return county;
  return candidate.townshipId === needs.townshipId || townships.includes(candidate.townshipId);
};

/** The areas of everybody whom `covers` lets through; nothing where that may be anybody, or the pool is not sorted (H3). */
export const reachedAreas = (
  { areas }: CandidatePool,
  { tier, townshipId }: CaseNeeds,
  { townships, county }: Relaxation,
): readonly Area[] | undefined => {
  if (!areas || (tier === 'K' && county)) return undefined;
  const reached = tier === 'K' ? [null] : [...new Set([townshipId, ...townships]), ...(county ? [null] : [])];
  return reached.flatMap((area) => areas.get(area) ?? []);
};

const onLeave = (candidate: Candidate, needs: CaseNeeds): boolean =>
  candidate.leaves.some(({ from, to }) => from <= needs.responseBy && needs.now < to);

const inConflict = (candidate: Candidate, { parties, complaint, excluded }: CaseNeeds): boolean =>
  excluded.includes(candidate.cadreId) ||
  parties.includes(candidate.cadreId) ||
  candidate.kin.some((kin) => parties.includes(kin) || complaint?.targets.includes(kin)) ||
  (complaint !== undefined &&
    (complaint.targets.includes(candidate.cadreId) || complaint.centres.includes(candidate.unit)));

const mayBeCalled = ({ cadreId, onCall, onSiteUntil, reachable }: Candidate, { now, called }: CaseNeeds): boolean =>
  reachable && (onCall || (onSiteUntil !== null && now < onSiteUntil)) && (called === undefined || called.has(cadreId));

/**
 * The first hard constraint of `docs/domain.md §8` that the candidate fails, or nothing. Area first, so that whoever
 * lies outside it need not be explained one by one.
 */
export const failedRule = (
  candidate: Candidate,
  needs: CaseNeeds,
  relaxation: Relaxation,
  policy: Pick<PolicySet, 'assignment'>,
  skills: (candidate: Candidate) => boolean,
): HardRule | undefined => {
  if (!covers(candidate, needs, relaxation)) return 'H3';
  if (!candidate.active || candidate.awaitingPost || onLeave(candidate, needs)) return 'H1';
  if (inConflict(candidate, needs)) return 'H4';
  if (!skills(candidate)) return 'H2';
  const urgent = needs.priority === 'P1';
  const load = candidate.openLoad + policy.assignment.caseWeight[needs.priority];
  if (!urgent && load > relaxation.loadCap) return 'H5';
  if (candidate.mobilised && !needs.keepsRunning) return 'H6';
  if ((urgent || needs.priority === 'P2') && !mayBeCalled(candidate, needs)) return 'H7';
  if (needs.confidentiality !== 'N' && holds(candidate, PRIVACY, needs.now) === 0) return 'H8';
  if (!urgent && candidate.restUntil !== null && needs.now < candidate.restUntil) return 'H10';
  return undefined;
};

/** 隐私保密: asked of whoever handles a confidential or sealed case (H8). */
const PRIVACY: SkillCode = 'ORG-20';
