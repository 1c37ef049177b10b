import type { Event, Instant } from '#kernel';
import type { CadreId, PartyId, Recipient, SealedText, UnitId } from './case-types.js';

/** A dissatisfied word, and its reviewer holds that the claim goes beyond the law: somebody else decides (`docs/domain.md §5.3`). */
export type OutsideLawMarked = Event<
  'OutsideLawMarked',
  { readonly round: number; readonly rating: number; readonly to: readonly Recipient[] }
>;
export type OutsideLawDecided = Event<
  'OutsideLawDecided',
  {
    readonly by: CadreId;
    readonly unit: UnitId;
    readonly approves: boolean;
    readonly reason: SealedText;
    /** Approved: until when a party may ask for the county's review. */
    readonly appealUntil?: Instant;
  }
>;
export type CountyReviewAsked = Event<'CountyReviewAsked', { readonly by: CadreId; readonly party: PartyId }>;
export type CaseReviewEvent = OutsideLawMarked | OutsideLawDecided | CountyReviewAsked;
