import type { Command } from '#kernel';
import type { PartyId, SealedText } from './case-types.js';

/** By the director of another centre: whether what a dissatisfied resident wants lies outside the law (`docs/domain.md §5.3`). */
export type DecideOutsideLaw = Command<'DecideOutsideLaw', { readonly approves: boolean; readonly reason: SealedText }>;
/** A party asks the county to look at what was explained to lie outside the law. */
export type AskCountyReview = Command<'AskCountyReview', { readonly party: PartyId }>;
export type CaseReviewCommand = DecideOutsideLaw | AskCountyReview;
