import { reject, unreachable, type Context, type Decider, type Instant } from '#kernel';
import type { PolicySet } from '#policy';
import { dueOf, localDayOf } from '#working-time';
import type {
  AnswerReview,
  AttemptContact,
  GiveUpReview,
  RecordLateReview,
  RequestReview,
  ReviewCommand,
} from './review.commands.js';
import type { PartyId, Rating, ReviewChannel, ReviewEvent, Settlement } from './review.events.js';

/** How far one party has been asked. */
interface Asked {
  readonly attempts: readonly { readonly at: Instant; readonly channel: ReviewChannel }[];
  readonly rating?: Rating;
  readonly lateUntil?: Instant;
}

/** The satisfaction review of one round of a case (`docs/domain.md §5.3`). */
export interface Review {
  readonly caseId?: string;
  readonly caseNo?: string;
  readonly centre?: string;
  readonly round: number;
  readonly handlers: readonly string[];
  readonly policyVersion: number;
  readonly parties: ReadonlyMap<PartyId, Asked>;
  readonly settled: boolean;
  /** When the case heard how it stands, and closed or went on. */
  readonly settledAt?: Instant;
}

export interface ReviewContext extends Context {
  readonly policy: PolicySet;
}

type Requested = Review & { readonly caseId: string };

function assertRequested(review: Review): asserts review is Requested {
  if (review.caseId === undefined) reject('REVIEW_NOT_FOUND');
}

/** Who handled the case does not ask how it went (§5.3). */
const assertIndependent = ({ handlers }: Review, { actor }: Context): void => {
  if (handlers.includes(actor.id)) reject('REVIEWER_HANDLED_THE_CASE');
};

const askedOf = (review: Review, party: PartyId): Asked =>
  review.parties.get(party) ?? reject('PARTY_NOT_ASKED', { field: 'party' });

const pendingOf = (review: Review, party: PartyId): Asked => {
  const asked = askedOf(review, party);
  if (asked.rating !== undefined) reject('ALREADY_RATED', { field: 'party' });
  if (asked.lateUntil !== undefined) reject('REVIEW_CLOSED_FOR_PARTY', { field: 'party', lateUntil: asked.lateUntil });
  return asked;
};

const requestReview = ({ data }: RequestReview, review: Review, { now, policy }: ReviewContext): ReviewEvent[] => {
  if (review.caseId !== undefined) return [];
  const { caseId, caseNo, round, parties, handlers, centre } = data;
  const policyVersion = policy.version;
  return [
    {
      type: 'ReviewRequested',
      occurredAt: now,
      data: { caseId, caseNo, round, parties, handlers, centre, policyVersion },
    },
  ];
};

const attemptContact = ({ data }: AttemptContact, review: Review, context: ReviewContext): ReviewEvent[] => {
  assertRequested(review);
  assertIndependent(review, context);
  pendingOf(review, data.party);
  const { caseId, round } = review;
  return [
    { type: 'ContactAttempted', occurredAt: context.now, data: { caseId, round, ...data, by: context.actor.id } },
  ];
};

const answerReview = ({ data }: AnswerReview, review: Review, context: ReviewContext): ReviewEvent[] => {
  assertRequested(review);
  assertIndependent(review, context);
  const asked = pendingOf(review, data.party);
  const { caseId, round } = review;
  if (data.outsideLaw && data.rating > context.policy.review.dissatisfiedUpTo) {
    reject('SATISFIED_NOT_OUTSIDE_LAW', { field: 'outsideLaw' });
  }
  const lowest = settlement(review, data.party, { ...asked, rating: data.rating }, context.policy);
  const settled = lowest && { ...lowest, ...(data.outsideLaw && { outsideLaw: data.outsideLaw }) };
  return [
    {
      type: 'ReviewAnswered',
      occurredAt: context.now,
      data: { caseId, round, ...data, by: context.actor.id, ...(settled && { settled }) },
    },
  ];
};

/** Only after enough attempts on enough days by enough ways (§5.3): a resident is not written off after one call. */
const giveUpReview = ({ data }: GiveUpReview, review: Review, context: ReviewContext): ReviewEvent[] => {
  assertRequested(review);
  assertIndependent(review, context);
  const asked = pendingOf(review, data.party);
  const { minAttempts, minDays, minChannels, lateRating } = context.policy.review;
  const days = new Set(asked.attempts.map(({ at }) => localDayOf(at))).size;
  const channels = new Set(asked.attempts.map(({ channel }) => channel)).size;
  if (asked.attempts.length < minAttempts || days < minDays || channels < minChannels) {
    reject('TOO_FEW_ATTEMPTS', { attempts: asked.attempts.length, days, channels, minAttempts, minDays, minChannels });
  }
  const lateUntil = dueOf(context.policy.calendar, lateRating, context.now).at;
  const { caseId, round } = review;
  const settled = settlement(review, data.party, { ...asked, lateUntil }, context.policy);
  return [
    {
      type: 'ReviewUnreachable',
      occurredAt: context.now,
      data: { caseId, round, party: data.party, by: context.actor.id, lateUntil, ...(settled && { settled }) },
    },
  ];
};

const recordLateReview = ({ data }: RecordLateReview, review: Review, context: ReviewContext): ReviewEvent[] => {
  assertRequested(review);
  assertIndependent(review, context);
  const asked = askedOf(review, data.party);
  if (asked.rating !== undefined) reject('ALREADY_RATED', { field: 'party' });
  if (asked.lateUntil === undefined) return reject('REVIEW_STILL_OPEN', { field: 'party' });
  const lateUntil = lateUntilOf(review, asked.lateUntil, context);
  if (context.now > lateUntil) reject('LATE_RATING_TOO_LATE', { lateUntil });
  const { caseId, round } = review;
  return [
    { type: 'LateReviewRecorded', occurredAt: context.now, data: { caseId, round, ...data, by: context.actor.id } },
  ];
};

/** The days count from the close: where others were asked on after he was given up, it came later (§5.3). */
const lateUntilOf = ({ settledAt }: Review, lateUntil: Instant, { policy }: ReviewContext): Instant =>
  settledAt === undefined
    ? lateUntil
    : Math.max(lateUntil, dueOf(policy.calendar, policy.review.lateRating, settledAt).at);

/** All parties are asked, the lowest rating decides; a dissatisfied one need not wait for the others. Told once. */
const settlement = (
  review: Review,
  party: PartyId,
  asked: Asked,
  { review: { dissatisfiedUpTo } }: PolicySet,
): Settlement | undefined => {
  if (review.settled) return undefined;
  const all = [...withAsked(review.parties, party, asked).values()];
  const ratings = all.flatMap(({ rating }) => (rating === undefined ? [] : [rating]));
  const lowest = ratings.length === 0 ? undefined : (Math.min(...ratings) as Rating);
  const open = all.some(({ rating, lateUntil }) => rating === undefined && lateUntil === undefined);
  if (open && (lowest === undefined || lowest > dissatisfiedUpTo)) return undefined;
  const counts = { answered: ratings.length, asked: all.length };
  return lowest === undefined ? counts : { lowest, ...counts };
};

const evolve = (review: Review, event: ReviewEvent): Review => {
  switch (event.type) {
    case 'ReviewRequested': {
      const { caseId, caseNo, round, parties, handlers, centre, policyVersion } = event.data;
      const asked = new Map(parties.map((party) => [party, NOT_YET]));
      return {
        ...{ caseId, caseNo, centre, round, handlers, policyVersion },
        ...{ parties: asked, settled: false, settledAt: undefined },
      };
    }
    case 'ContactAttempted':
      return told(review, event, ({ attempts, rating, lateUntil }) => ({
        attempts: [...attempts, { at: event.occurredAt, channel: event.data.channel }],
        rating,
        lateUntil,
      }));
    case 'ReviewAnswered':
      return told(review, event, ({ attempts, lateUntil }) => ({
        attempts,
        rating: event.data.rating,
        lateUntil,
      }));
    case 'ReviewUnreachable':
      return told(review, event, ({ attempts, rating }) => {
        return { attempts, rating, lateUntil: event.data.lateUntil };
      });
    case 'LateReviewRecorded':
      return told(review, event, ({ attempts, lateUntil }) => ({
        attempts,
        rating: event.data.rating,
        lateUntil,
      }));
    default:
      return review;
  }
};

/** One party has been asked, or has answered. */
const told = (
  { caseId, caseNo, centre, round, handlers, policyVersion, parties, settled: before, settledAt }: Review,
  {
    data: { party, settled },
    occurredAt,
  }: { readonly data: { readonly party: PartyId; readonly settled?: Settlement }; readonly occurredAt: Instant },
  change: (asked: Asked) => Asked,
): Review => ({
  caseId,
  caseNo,
  centre,
  round,
  handlers,
  policyVersion,
  parties: withAsked(parties, party, change(parties.get(party) ?? NOT_YET)),
  settled: before || settled !== undefined,
  settledAt: settledAt ?? (settled && occurredAt),
});

const withAsked = (parties: Review['parties'], party: PartyId, asked: Asked): Review['parties'] =>
  new Map(parties).set(party, asked);

const NOT_YET: Asked = { attempts: [], rating: undefined, lateUntil: undefined };

export const reviewDecider: Decider<Review, ReviewCommand, ReviewEvent, ReviewContext> = {
  initialState: {
    caseId: undefined,
    caseNo: undefined,
    centre: undefined,
    round: 1,
    handlers: [],
    policyVersion: 0,
    parties: new Map(),
    settled: false,
    settledAt: undefined,
  },
  evolve,
  decide: (command, review, context) => {
    switch (command.type) {
      case 'RequestReview':
        return requestReview(command, review, context);
      case 'AttemptContact':
        return attemptContact(command, review, context);
      case 'AnswerReview':
        return answerReview(command, review, context);
      case 'GiveUpReview':
        return giveUpReview(command, review, context);
      case 'RecordLateReview':
        return recordLateReview(command, review, context);
      default:
        return unreachable(command);
    }
  },
};
