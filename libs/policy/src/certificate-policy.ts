import type { Limit } from '#working-time';
import { CD } from './limits.js';

/** `docs/domain.md §1.2` row 4 and §3. */
export interface CertificatePolicy {
  /** Pass marks of level 1, 2, 3. */
  readonly passMarks: readonly [number, number, number];
  readonly expiringDays: number;
  readonly examWithin: Limit;
  /** Renewal without exam: this many service uses rated at least `renewalRating` in the term. */
  readonly renewalUses: number;
  readonly renewalRating: number;
}

/** `docs/domain.md §1.2` rows 2 and 4, §3. */
export const CERTIFICATE_POLICY: CertificatePolicy = {
  passMarks: [60, 75, 85],
  expiringDays: 90,
  examWithin: CD(15),
  renewalUses: 10,
  renewalRating: 4,
};
