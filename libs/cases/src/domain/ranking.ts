import type { Assignment, AssignmentNumbers, AssignmentQuestion } from './assignment-question.js';
import type { Candidate, CandidatePool, RankedCandidate } from './assignment.types.js';
import { highestLevel, shownSkills } from './hard-rules.js';
import { scoreParts, totalScore, type ScoredCase } from './score.js';

/** The best of the candidates; at the village tier the resident instructor where he is nearly as good (§8). */
export const decided = (
  policy: AssignmentNumbers,
  pool: CandidatePool,
  { needs, scored }: AssignmentQuestion,
  candidates: readonly Candidate[],
): Assignment => {
  const ranked = rank(policy, candidates, scored);
  const best = ranked[0]!;
  const instructor =
    needs.tier === 'V'
      ? ranked.find(
          ({ candidate, score }) =>
            candidate.villages.some((village) => village === scored.villages[0]) &&
            score >= best.score - policy.assignment.instructorMargin,
        )
      : undefined;
  const chosen = instructor ?? best;
  const { explained } = policy.assignment;
  return {
    handler: chosen.candidate.cadreId,
    coHandlers: [],
    decision: {
      poolPosition: pool.position,
      chosenBy: chosen === best ? 'SCORE' : 'RESIDENT_INSTRUCTOR',
      mustSkills: shownSkills(chosen.candidate, needs.must, needs.now).map(({ skill }) => skill),
      ranked: ranked.slice(0, explained).map(({ candidate, score, parts }): RankedCandidate => ({
        cadreId: candidate.cadreId,
        score,
        parts,
        openLoad: candidate.openLoad,
      })),
      ...(ranked.length > explained && {
        behind: ranked.slice(explained).map(({ candidate: { cadreId } }) => cadreId),
      }),
      excluded: {},
    },
  };
};

interface Ranked {
  readonly candidate: Candidate;
  readonly score: number;
  readonly parts: RankedCandidate['parts'];
}

/** Ties: lower load, longest since the last assignment, higher level, lowest id (§8). */
const rank = (policy: AssignmentNumbers, candidates: readonly Candidate[], scored: ScoredCase): readonly Ranked[] =>
  candidates
    .map((candidate): Ranked => {
      const parts = scoreParts(policy, candidate, scored);
      return { candidate, parts, score: totalScore(policy.assignment, parts) };
    })
    .sort(
      (one, other) =>
        other.score - one.score ||
        one.candidate.openLoad - other.candidate.openLoad ||
        (one.candidate.lastAssignedAt ?? 0) - (other.candidate.lastAssignedAt ?? 0) ||
        highestLevel(other.candidate, scored.groups, scored.now) -
          highestLevel(one.candidate, scored.groups, scored.now) ||
        (one.candidate.cadreId < other.candidate.cadreId ? -1 : 1),
    );
