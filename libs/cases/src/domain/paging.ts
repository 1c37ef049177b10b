import { CommandRejected } from '#kernel';
import type { Priority } from '#policy';
import { chooseCandidate } from './assignment.js';
import type { Assignment, AssignmentNumbers, AssignmentQuestion } from './assignment-question.js';
import type { CandidatePool, PagingStep } from './assignment.types.js';
import type { CadreId } from './case-types.js';

const CALLED: readonly Priority[] = ['P1', 'P2'];

/**
 * An urgent case goes to who is on duty by the roster of the place, then to who stands in, then to everybody on call; a
 * step that has nobody to give is skipped at once and said so (`docs/domain.md §2.4`, §8 H7). Where no roster is
 * published, and for cases that can wait, the ordinary choice.
 * @throws CommandRejected `NO_CANDIDATE`: then the leader hears of it
 */
export const callOut = (policy: AssignmentNumbers, pool: CandidatePool, question: AssignmentQuestion): Assignment => {
  const { needs } = question;
  const shifts = CALLED.includes(needs.priority)
    ? pool.duty?.get(needs.tier === 'K' ? null : needs.townshipId)
    : undefined;
  if (!shifts) return chooseCandidate(policy, pool, question);
  const now = shifts.filter(({ post, from, to }) => post !== 'LEADER' && from <= needs.now && needs.now < to);
  const skipped: PagingStep[] = [];
  for (const [step, called] of [
    ['ON_DUTY', new Set(now.map(({ cadreId }) => cadreId))],
    ['SUBSTITUTE', new Set(now.map(({ substitute }) => substitute))],
  ] as const) {
    const found = fitAmong(called, policy, pool, question);
    if (found) return { ...found, decision: { ...found.decision, paging: { step, skipped } } };
    skipped.push(step);
  }
  const found = chooseCandidate(policy, pool, question);
  return { ...found, decision: { ...found.decision, paging: { step: 'ON_CALL', skipped } } };
};

/** Nobody is relaxed into a duty that is his by name only. */
const fitAmong = (
  called: ReadonlySet<CadreId>,
  policy: AssignmentNumbers,
  pool: CandidatePool,
  question: AssignmentQuestion,
): Assignment | undefined => {
  if (called.size === 0) return undefined;
  try {
    const found = chooseCandidate(policy, pool, { ...question, needs: { ...question.needs, called } });
    return found.decision.relaxed ? undefined : found;
  } catch (refusal) {
    if (!(refusal instanceof CommandRejected) || refusal.code !== 'NO_CANDIDATE') throw refusal;
    return undefined;
  }
};
