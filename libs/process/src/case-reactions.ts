import type { AnyEvent } from '#kernel';
import type { CaseEvent, ConcludeReview, ReopenOnLateRating } from '#cases/domain';
import type { IssueSupervisionOrder } from '#oversight/domain';
import type { RequestReview, ReviewEvent } from '#reviews/domain';
import type { DerivedCommand, Reaction } from './reactions.js';

type On<E extends AnyEvent> = {
  readonly [Type in E['type']]?: (
    event: Extract<E, { readonly type: Type }>,
    caseId: string,
  ) => DerivedCommand | undefined;
};

/** The events of a case know their case by their stream. */
const ofCases = (name: string, on: On<CaseEvent>): Reaction => ({
  name,
  on: Object.fromEntries(
    Object.entries(on).map(([type, react]) => [
      type,
      (event: AnyEvent, { stream }) =>
        (react as (event: AnyEvent, caseId: string) => DerivedCommand | undefined)(event, stream.slice('case-'.length)),
    ]),
  ),
});

const ofReviews = (
  name: string,
  on: {
    readonly [Type in ReviewEvent['type']]?: (
      event: Extract<ReviewEvent, { type: Type }>,
    ) => DerivedCommand | undefined;
  },
): Reaction => ({ name, on: on as unknown as Reaction['on'] });

const whenResolvedThenAsk = ofCases('when-a-case-is-resolved-then-its-people-are-asked', {
  CaseResolved: ({ data: { reviewed, caseNo, round, handlers, centre } }, caseId) => {
    if (reviewed.length === 0) return undefined;
    const command: RequestReview = {
      type: 'RequestReview',
      data: { caseId, caseNo, round, parties: reviewed, handlers, centre },
    };
    return { stream: `review-${caseId}-${round}`, command };
  },
});

const conclude = (caseId: string, data: ConcludeReview['data']): DerivedCommand => {
  const command: ConcludeReview = { type: 'ConcludeReview', data };
  return { stream: `case-${caseId}`, command };
};

const whenSettledThenConclude = ofReviews('when-a-review-is-settled-then-the-case-hears-it', {
  ReviewAnswered: ({ data: { caseId, round, settled } }) =>
    settled && conclude(caseId, { round, ...(settled.lowest !== undefined && { rating: settled.lowest }) }),
  ReviewUnreachable: ({ data: { caseId, round, settled } }) =>
    settled && conclude(caseId, { round, ...(settled.lowest !== undefined && { rating: settled.lowest }) }),
});

const whenLateThenReopen = ofReviews('when-a-late-rating-comes-then-the-case-hears-it', {
  LateReviewRecorded: ({ data: { caseId, round, rating } }) => {
    const command: ReopenOnLateRating = { type: 'ReopenOnLateRating', data: { round, rating } };
    return { stream: `case-${caseId}`, command };
  },
});

const whenAtE3ThenSupervise = ofCases('when-a-step-reaches-e3-then-supervision-is-ordered', {
  CaseEscalated: ({ data: { level, step, round, to } }, caseId) => {
    if (level !== 'E3') return undefined;
    const target = to.flatMap((recipient) => ('unit' in recipient ? [recipient.unit] : []))[0] ?? '';
    const orderId = `${caseId}-${round}-${step}`;
    const command: IssueSupervisionOrder = {
      type: 'IssueSupervisionOrder',
      data: { orderId, caseId, step, round, target },
    };
    return { stream: `supervision-order-${orderId}`, command };
  },
});

/** What another stream follows with at once when something happens to a case or its review. */
export const caseReactions: readonly Reaction[] = [
  whenResolvedThenAsk,
  whenSettledThenConclude,
  whenLateThenReopen,
  whenAtE3ThenSupervise,
];
