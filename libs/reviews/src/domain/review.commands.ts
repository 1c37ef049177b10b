import type { Command } from '#kernel';
import type { PartyId, Rating, ReviewChannel } from './review.events.js';

export type RequestReview = Command<
  'RequestReview',
  {
    readonly caseId: string;
    readonly caseNo: string;
    readonly round: number;
    readonly parties: readonly PartyId[];
    readonly handlers: readonly string[];
    readonly centre: string;
  }
>;
/** Somebody tried to reach the party, in vain. */
export type AttemptContact = Command<'AttemptContact', { readonly party: PartyId; readonly channel: ReviewChannel }>;
export type AnswerReview = Command<
  'AnswerReview',
  {
    readonly party: PartyId;
    readonly rating: Rating;
    readonly reason: string;
    readonly channel: ReviewChannel;
    /** The reviewer holds that the claim goes beyond the law; another centre's director decides about it. */
    readonly outsideLaw?: true;
  }
>;
export type GiveUpReview = Command<'GiveUpReview', { readonly party: PartyId }>;
export type RecordLateReview = Command<
  'RecordLateReview',
  { readonly party: PartyId; readonly rating: Rating; readonly reason: string }
>;

export type ReviewCommand = RequestReview | AttemptContact | AnswerReview | GiveUpReview | RecordLateReview;
