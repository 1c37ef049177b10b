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

/** The ordinary pool first, then each relaxation added to those before it. */
export const openings = (
  policy: AssignmentNumbers,
  { needs, townshipOrder }: AssignmentQuestion,
): readonly Opening[] => {
  const { neighbourTownships, relaxedLoadCap } = policy.assignment;
  const r0 = ordinary(policy);
  const r1: Relaxation = { ...r0, anyLevel: true };
  const r2: Relaxation = { ...r1, townships: neighbours(townshipOrder, needs.townshipId, neighbourTownships) };
  const r3: Relaxation = { ...r2, county: true };
  const r4: Relaxation = { ...r3, loadCap: relaxedLoadCap };
  return [
    { relaxation: r0 },
    // where level 1 was enough from the first, R1 opens nothing
    ...(asksLevelTwo(needs) ? [{ step: 'R1' as const, relaxation: r1 }] : []),
    { step: 'R2', relaxation: r2 },
    { step: 'R3', relaxation: r3 },
    { step: 'R4', relaxation: r4 },
  ];
};

/** Every relaxation at once. */
export const widest = (policy: AssignmentNumbers, question: AssignmentQuestion): Relaxation =>
  openings(policy, question).at(-1)!.relaxation;

const neighbours = (order: readonly TownshipId[], home: TownshipId, reach: number): readonly TownshipId[] => {
  const at = order.indexOf(home);
  if (at < 0) return [];
  const around = Array.from({ length: reach }, (_, step) => step + 1).flatMap((step) => [at - step, at + step]);
  return around.map((index) => order[(index + order.length) % order.length]!);
};
