import type { Limit } from '#working-time';
import { CD, m } from './limits.js';

/** What makes a close look as if nobody had spoken to the resident (`docs/domain.md §5.3`). */
export interface OversightPolicy {
  /** Written down later than so long before the result, a contact does not count, but where one person did it all on the spot. */
  readonly contactBefore: Limit;
  /** The same complaint of the same person or household within this time of a close. */
  readonly repeatedWithin: Limit;
}

export const OVERSIGHT_POLICY: OversightPolicy = { contactBefore: m(10), repeatedWithin: CD(30) };
