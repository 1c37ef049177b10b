import type { AssignmentNumbers, AssignmentQuestion } from './assignment-question.js';
import type { RelaxationStep } from './assignment.types.js';
import type { TownshipId } from './case-types.js';
import { asksLevelTwo, type Relaxation } from './hard-rules.js';

/** The pool as it is without any relaxation. */
export const ordinary = ({ assignment }: AssignmentNumbers): Relaxation => ({
  anyLevel: false,
  townships: [],
  county: false,
  loadCap: assignment.loadCap,
});

export interface Opening {
  /** The step that opened the pool this far; none for the ordinary one. */
  readonly step?: RelaxationStep;
  readonly relaxation: Relaxation;
}

/** The ordinary pool first, then each relaxation added to those before it; most cases ask for no more than the first. */
export function* openings(policy: AssignmentNumbers, question: AssignmentQuestion): Iterable<Opening> {
  const { needs, townshipOrder } = question;
  const { neighbourTownships, relaxedLoadCap } = policy.assignment;
  const r0 = ordinary(policy);
  yield { relaxation: r0 };
  const r1: Relaxation = { ...r0, anyLevel: true };
  // where level 1 was enough from the first, R1 opens nothing
  if (asksLevelTwo(needs)) yield { step: 'R1', relaxation: r1 };
  const r2: Relaxation = { ...r1, townships: neighbours(townshipOrder, needs.townshipId, neighbourTownships) };
  yield { step: 'R2', relaxation: r2 };
  const r3: Relaxation = { ...r2, county: true };
  yield { step: 'R3', relaxation: r3 };
  yield { step: 'R4', relaxation: { ...r3, loadCap: relaxedLoadCap } };
}

/** Every relaxation at once. */
export const widest = (policy: AssignmentNumbers, question: AssignmentQuestion): Relaxation =>
  [...openings(policy, question)].at(-1)!.relaxation;

const neighbours = (order: readonly TownshipId[], home: TownshipId, reach: number): readonly TownshipId[] => {
  const at = order.indexOf(home);
  if (at < 0) return [];
  const around = Array.from({ length: reach }, (_, step) => step + 1).flatMap((step) => [at - step, at + step]);
  return around.map((index) => order[(index + order.length) % order.length]!);
};
