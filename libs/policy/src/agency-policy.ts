import type { Limit } from '#working-time';
import { CD, rolled, WD } from './limits.js';

/** Paperwork done for a resident, never for a fee (`docs/domain.md §5.4`). */
export interface AgencyPolicy {
  /** Papers that are missing are asked after once more, and after this long everything is given back. */
  readonly missingPapers: { readonly reminder: Limit; readonly returned: Limit };
  /** In fen: what a trip to the office, and a day of work lost on it, would have cost the resident. */
  readonly saving: { readonly fare: number; readonly dailyWage: number };
}

export const AGENCY_POLICY: AgencyPolicy = {
  missingPapers: { reminder: WD(10), returned: rolled(CD(30)) },
  saving: { fare: 2_000, dailyWage: 15_000 },
};
