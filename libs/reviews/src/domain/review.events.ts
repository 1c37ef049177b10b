import type { Event, Instant } from '#kernel';

export type PartyId = string;
/** 5 very satisfied … 1 very dissatisfied (`docs/domain.md §5.3`). */
export type Rating = 1 | 2 | 3 | 4 | 5;
export type ReviewChannel = 'CALL' | 'SMS' | 'VISIT' | 'WINDOW' | 'WEB';

interface Ids {
  readonly caseId: string;
  readonly round: number;
}

/** Nobody is left to ask, or a dissatisfied word has settled the path: what the case hears. */
export interface Settlement {
  /** Lowest rating; none where nobody could be reached. */
  readonly lowest?: Rating;
  readonly answered: number;
  readonly asked: number;
  /** The dissatisfied word is held to ask for what the law does not give. */
  readonly outsideLaw?: true;
}

export type ReviewRequested = Event<
  'ReviewRequested',
  Ids & {
    readonly caseNo: string;
    readonly parties: readonly PartyId[];
    /** Handlers of the case: none of them may ask. */
    readonly handlers: readonly string[];
    readonly centre: string;
    readonly policyVersion: number;
  }
>;
export type ContactAttempted = Event<
  'ContactAttempted',
  Ids & { readonly party: PartyId; readonly channel: ReviewChannel; readonly by: string }
>;
export type ReviewAnswered = Event<
  'ReviewAnswered',
  Ids & {
    readonly party: PartyId;
    readonly rating: Rating;
    readonly reason: string;
    readonly channel: ReviewChannel;
    readonly by: string;
    readonly outsideLaw?: true;
    readonly settled?: Settlement;
  }
>;
export type ReviewUnreachable = Event<
  'ReviewUnreachable',
  Ids & {
    readonly party: PartyId;
    readonly by: string;
    /** A late word is heard until then. */
    readonly lateUntil: Instant;
    readonly settled?: Settlement;
  }
>;
export type LateReviewRecorded = Event<
  'LateReviewRecorded',
  Ids & { readonly party: PartyId; readonly rating: Rating; readonly reason: string; readonly by: string }
>;

export type ReviewEvent = ReviewRequested | ContactAttempted | ReviewAnswered | ReviewUnreachable | LateReviewRecorded;
