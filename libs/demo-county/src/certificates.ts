import { monthsAfter, type RecognisedCertificate } from '#cadres/domain';
import type { Instant } from '#kernel';
import { skillOf, type PolicySet } from '#policy';
import type { Random } from './random.js';
import type { HeldSkill } from './skills-held.js';

const DAY = 86_400_000;

const levelOf = (needed: boolean, specialist: boolean, random: Random): number => {
  if (specialist && needed) return random.chance(0.3) ? 3 : 2;
  if (random.chance(needed ? 0.4 : 0.55)) return 1;
  return random.chance(0.75) ? 2 : 3;
};

/**
 * A first certificate as a county brings it along: valid today; what is needed for at least half its term, the rest
 * spread so that some are near their end.
 */
export const certificateOf = (
  { skill, needed }: HeldSkill,
  holder: { readonly cadreId: string; readonly specialist: boolean },
  today: Instant,
  policy: PolicySet,
  random: Random,
): RecognisedCertificate => {
  const { validMonths } = skillOf(policy, skill);
  const oldest = needed ? Math.floor(validMonths / 2) - 1 : validMonths - 2;
  const validFrom = monthsAfter(today, -random.between(1, oldest)) - random.below(28) * DAY;
  return {
    skill,
    level: levelOf(needed, holder.specialist, random),
    validFrom,
    evidence: { kind: 'DOCUMENT', reference: `certificate-${holder.cadreId}-${skill}`, sha256: random.hex(64) },
  };
};
