import type { Instant } from '#kernel';
import { caseTypeOf, CURRENT_POLICY } from '#policy';
import type { Person } from '../rehearsal/county-plan.js';
import type { Cast } from './cast.js';
import type { Life } from './life.js';

/**
 * Who opens the page of a case, until one of them may: whoever has just acted, for he is logged in; the auditor, who is
 * all day long and sees what is not confidential; the heads of the units that it is with in the township and the county.
 */
export const readersOf = ({ matter, acted }: Life, now: Instant, cast: Cast): readonly Person[] => {
  const { confidentiality } = caseTypeOf(CURRENT_POLICY, matter.typeCode);
  return [
    ...(acted?.at === now ? [acted.by] : []),
    ...(confidentiality === 'N' ? [cast.auditor] : []),
    ...[cast.receiver(matter), cast.countyHead(matter)],
  ];
};
