import type { Limit } from '#working-time';
import { CD, rolled, WD } from './limits.js';

/** Legal terms of a petition beside those of its profile (`docs/domain.md §6`, row Petition). */
export interface PetitionPolicy {
  /** Whether it is accepted is told in writing, counted from the registration. */
  readonly notice: Limit;
  /** An answer is brought to the petitioner: only from then on his window runs. */
  readonly delivery: Limit;
  /** For asking the body above to examine an answer: a right of the petitioner, so it rolls. */
  readonly window: Limit;
  /** For the answer of that body. */
  readonly examination: Limit;
}

export const PETITION_POLICY: PetitionPolicy = {
  notice: CD(15),
  delivery: WD(5),
  window: rolled(CD(30)),
  examination: CD(30),
};
