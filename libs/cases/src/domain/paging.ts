import { CommandRejected, type Instant } from '#kernel';
import type { Priority } from '#policy';
import { chooseCandidate } from './assignment.js';
import type { Assignment, AssignmentNumbers, AssignmentQuestion } from './assignment-question.js';
import type { CandidatePool, DutyShift, PagingStep } from './assignment.types.js';
import type { OpenedCase } from './case-context.js';
import type { CadreId, Recipient } from './case-types.js';
import type { CaseNeeds } from './hard-rules.js';

const CALLED: readonly Priority[] = ['P1', 'P2'];

/**
 * An urgent case goes to who is on duty by the roster of the place, then to who stands in, then to everybody on call; a
 * step that has nobody to give is skipped at once and said so (`docs/domain.md §2.4`, §8 H7). Where no roster is
 * published, and for cases that can wait, the ordinary choice.
 * @throws CommandRejected `NO_CANDIDATE`: then the leader hears of it
 */
export const callOut = (policy: AssignmentNumbers, pool: CandidatePool, question: AssignmentQuestion): Assignment => {
  const { needs } = question;
  const shifts = CALLED.includes(needs.priority) ? shiftsAt(pool, needs) : undefined;
  if (!shifts) return chooseCandidate(policy, pool, question);
  const now = shifts.filter((shift) => shift.post !== 'LEADER' && covers(shift, needs.now));
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

const shiftsAt = ({ duty }: CandidatePool, { tier, townshipId }: Pick<CaseNeeds, 'tier' | 'townshipId'>) =>
  duty?.get(tier === 'K' ? null : townshipId);

const covers = ({ from, to }: DutyShift, at: Instant): boolean => from <= at && at < to;

/** Who has the duty of a leader then, beside those told by their office: of an urgent case that nobody answers. */
export const dutyLeaders = (
  { file }: OpenedCase,
  pool: CandidatePool | undefined,
  at: Instant,
): readonly Recipient[] => {
  if (!pool || !CALLED.includes(file.priority)) return [];
  const shifts = shiftsAt(pool, { tier: file.tier, townshipId: file.place.townshipId }) ?? [];
  return shifts
    .filter((shift) => shift.post === 'LEADER' && covers(shift, at))
    .map(({ cadreId }): Recipient => ({ cadreId }));
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
