import { reject } from '#kernel';
import type { SkillCode } from '#policy';
import { toBeLookedAt } from './area.js';
import type { Assignment, AssignmentNumbers, AssignmentQuestion } from './assignment-question.js';
import type { Candidate, CandidatePool, HardRule } from './assignment.types.js';
import type { CadreId } from './case-types.js';
import {
  asksLevelTwo,
  failedRule,
  groupsOf,
  holds,
  meetsSkills,
  reachedAreas,
  shownSkills,
  type CaseNeeds,
  type Relaxation,
} from './hard-rules.js';
import { decided } from './ranking.js';
import { openings, ordinary, widest } from './relaxation.js';

interface Qualified {
  readonly candidates: readonly Candidate[];
  readonly excluded: Readonly<Partial<Record<HardRule, readonly CadreId[]>>>;
}

/**
 * Chooses by the hard rules, then the score, then the ties of `docs/domain.md §8`; where nobody is left, opens the
 * pool step by step. Same inputs give the same result.
 * @throws CommandRejected `NO_CANDIDATE` when only the director's hand is left (R5).
 */
export const chooseCandidate = (
  policy: AssignmentNumbers,
  pool: CandidatePool,
  question: AssignmentQuestion,
): Assignment => {
  const { excluded, candidates } = ableAlone(policy, pool, question.needs, ordinary(policy));
  for (const { step, relaxation } of openings(policy, question)) {
    const able = step ? ableAlone(policy, pool, question.needs, relaxation).candidates : candidates;
    const found = alone(policy, pool, question, relaxation, able) ?? together(policy, pool, question, relaxation);
    if (!found) continue;
    // at R4 it was not a skill that was missing
    const missing = step && step !== 'R4' ? missingSkill(pool, question) : undefined;
    return {
      ...found,
      decision: {
        ...found.decision,
        excluded,
        ...(step && { relaxed: step }),
        ...(missing !== undefined && { missingSkill: missing }),
      },
    };
  }
  return reject('NO_CANDIDATE', { missingSkill: missingSkill(pool, question) ?? null });
};

/**
 * The director's hand: whoever he names, unless a conflict, an absence or an office forbids it; what he lacks is shown
 * (§8 R5).
 * @throws CommandRejected `CANDIDATE_UNKNOWN`, `CANDIDATE_RULED_OUT` naming the hard rule.
 */
export const chooseByHand = (
  policy: AssignmentNumbers,
  pool: CandidatePool,
  question: AssignmentQuestion,
  cadreId: CadreId,
): Assignment => {
  const { needs } = question;
  const candidate = pool.candidates.find((one) => one.cadreId === cadreId);
  if (!candidate) return reject('CANDIDATE_UNKNOWN', { field: 'cadreId' });
  const anywhere: Relaxation = { ...widest(policy, question), loadCap: Number.POSITIVE_INFINITY };
  const rule = failedRule(candidate, needs, anywhere, policy, () => true);
  if (rule) reject('CANDIDATE_RULED_OUT', { field: 'cadreId', rule });
  const strict = failedRule(candidate, needs, ordinary(policy), policy, (one) => meetsSkills(one, needs, false));
  const missing = strict === 'H2' ? lackingSkill(candidate, needs) : undefined;
  const chosen = decided(policy, pool, question, [candidate]);
  return {
    ...chosen,
    decision: {
      ...chosen.decision,
      chosenBy: 'HAND',
      ...(strict && { relaxed: 'R5' as const }),
      ...(missing !== undefined && { missingSkill: missing }),
    },
  };
};

const lackingSkill = (candidate: Candidate, { must, now }: CaseNeeds): SkillCode | undefined =>
  groupsOf(must).find((group) => group.every((skill) => holds(candidate, skill, now) === 0))?.[0];

const qualified = (
  policy: AssignmentNumbers,
  pool: CandidatePool,
  needs: CaseNeeds,
  relaxation: Relaxation,
  { among, skills }: SkillsAsked,
): Qualified => {
  const candidates: Candidate[] = [];
  const excluded: Partial<Record<HardRule, CadreId[]>> = {};
  const look = (candidate: Candidate): void => {
    const rule = failedRule(candidate, needs, relaxation, policy, skills);
    if (rule === undefined) candidates.push(candidate);
    else if (rule !== 'H3') (excluded[rule] ??= []).push(candidate.cadreId);
  };
  const areas = reachedAreas(pool, needs, relaxation);
  if (!areas) pool.candidates.forEach(look);
  for (const area of areas ?? []) {
    const marks = toBeLookedAt(area, needs, among);
    for (let place = 0; place < area.ids.length; place += 1) {
      if (!marks || marks[place] === 1) look(area.candidates[place]!);
      else (excluded.H2 ??= []).push(area.ids[place]!);
    }
  }
  return { candidates, excluded };
};

interface SkillsAsked {
  readonly skills: (candidate: Candidate) => boolean;
  /** Whoever holds none of these does not meet `skills`; none: nobody can be told so. */
  readonly among: readonly SkillCode[];
}

const ableAlone = (
  policy: AssignmentNumbers,
  pool: CandidatePool,
  needs: CaseNeeds,
  relaxation: Relaxation,
): Qualified =>
  qualified(policy, pool, needs, relaxation, {
    skills: (candidate) => meetsSkills(candidate, needs, relaxation.anyLevel),
    among: needs.must.all.length > 0 ? needs.must.all.slice(0, 1) : (needs.must.oneOf[0] ?? []),
  });

/** Somebody who holds every must skill; below the level asked only with a mentor beside him (R1). */
const alone = (
  policy: AssignmentNumbers,
  pool: CandidatePool,
  question: AssignmentQuestion,
  relaxation: Relaxation,
  candidates: readonly Candidate[],
): Assignment | undefined => {
  const { needs } = question;
  if (candidates.length === 0) return undefined;
  const chosen = decided(policy, pool, question, candidates);
  const lead = candidates.find(({ cadreId }) => cadreId === chosen.handler)!;
  if (meetsSkills(lead, needs, false)) return chosen;
  const mentor = mentorBeside(policy, pool, question, relaxation, chosen);
  return mentor === undefined ? undefined : { ...chosen, coHandlers: [mentor] };
};

/** The lead holds the first-listed skill, co-handlers cover the others (§8 "Multi-skill"). */
const together = (
  policy: AssignmentNumbers,
  pool: CandidatePool,
  question: AssignmentQuestion,
  relaxation: Relaxation,
): Assignment | undefined => {
  const { must } = question.needs;
  if (must.all.length < 2) return undefined;
  if (!asksLevelTwo(question.needs)) return team(policy, pool, question, relaxation, undefined);
  // one of the skills at level two is enough, the first-listed rather than another
  for (const grave of must.all) {
    const found = team(policy, pool, question, relaxation, grave);
    if (found) return found;
  }
  if (!relaxation.anyLevel) return undefined;
  const found = team(policy, pool, question, relaxation, undefined);
  const mentor = found && mentorBeside(policy, pool, question, relaxation, found);
  return mentor === undefined ? undefined : { ...found!, coHandlers: [...found!.coHandlers, mentor] };
};

/** @param grave the skill whose holder must be at level two */
const team = (
  policy: AssignmentNumbers,
  pool: CandidatePool,
  question: AssignmentQuestion,
  relaxation: Relaxation,
  grave: SkillCode | undefined,
): Assignment | undefined => {
  const { needs } = question;
  const [first, ...others] = needs.must.all;
  const levelOf = (candidate: Candidate, skill: SkillCode) => holds(candidate, skill, needs.now);
  const enough = (candidate: Candidate, skill: SkillCode) => levelOf(candidate, skill) >= (skill === grave ? 2 : 1);
  const holders = (skill: SkillCode) =>
    qualified(policy, pool, needs, relaxation, { skills: (candidate) => enough(candidate, skill), among: [skill] })
      .candidates;
  const leads = holders(first!);
  if (leads.length === 0) return undefined;
  const lead = decided(policy, pool, question, leads);
  const leading = pool.candidates.find(({ cadreId }) => cadreId === lead.handler)!;
  const coHandlers = new Set<CadreId>();
  for (const skill of others.filter((other) => !enough(leading, other))) {
    const helpers = holders(skill).filter(({ cadreId }) => cadreId !== lead.handler);
    if (helpers.length === 0) return undefined;
    coHandlers.add(decided(policy, pool, question, helpers).handler);
  }
  return { ...lead, coHandlers: [...coHandlers] };
};

/** The best of those who hold a must skill at level two, from the county too (R1). */
const mentorBeside = (
  policy: AssignmentNumbers,
  pool: CandidatePool,
  question: AssignmentQuestion,
  relaxation: Relaxation,
  { handler, coHandlers }: Assignment,
): CadreId | undefined => {
  const { needs } = question;
  const { all, oneOf } = needs.must;
  const mentors = qualified(
    policy,
    pool,
    needs,
    { ...relaxation, county: true },
    {
      skills: (candidate) => shownSkills(candidate, needs.must, needs.now).some(({ level }) => level >= 2),
      among: [...all, ...oneOf.flat()],
    },
  ).candidates.filter(({ cadreId }) => cadreId !== handler && !coHandlers.includes(cadreId));
  return mentors.length === 0 ? undefined : decided(policy, pool, question, mentors).handler;
};

/** The must skill that nobody of the ordinary area can show (a/b: the first), else the first must skill. */
const missingSkill = (pool: CandidatePool, { needs }: AssignmentQuestion): SkillCode | undefined => {
  const area = needs.tier === 'K' ? null : needs.townshipId;
  const local = pool.areas?.get(area)?.candidates ?? pool.candidates.filter(({ townshipId }) => townshipId === area);
  const lacks = (group: readonly SkillCode[]) =>
    !local.some((candidate) => group.some((skill) => holds(candidate, skill, needs.now) > 0));
  const groups = groupsOf(needs.must);
  return (groups.find(lacks) ?? groups[0])?.[0];
};
