import { reject } from '#kernel';
import { dueOf } from '#working-time';
import { assertStage, type CaseContext, type OpenedCase } from './case-context.js';
import type { AskCountyReview, DecideOutsideLaw } from './case-review.commands.js';
import type { CaseEvent } from './case.events.js';
import type { Case } from './case.state.js';
import type { UnitId } from './case-types.js';
import { openCountyReview, reopened } from './review-rounds.js';
import { handledBy, keptOut } from './who-was-involved.js';

const DIRECTOR = 'CENTRE_DIRECTOR';

/**
 * Approved, the case closes as explained, and still counts as dissatisfied; a party may ask for the county's review. Not
 * approved, it is handled again (`docs/domain.md §5.3`).
 * @throws CommandRejected `NOT_MARKED_OUTSIDE_LAW`, `NOT_ANOTHER_CENTRE`, `REASON_MISSING`
 */
export const decideOutsideLaw = ({ data }: DecideOutsideLaw, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'RESOLVED');
  const marked = state.outsideLaw;
  if (!marked) return reject('NOT_MARKED_OUTSIDE_LAW');
  const unit = ofAnotherCentre(state, context);
  const { approves, reason } = data;
  if (reason.trim() === '') reject('REASON_MISSING', { field: 'reason' });
  const { policy, now, actor } = context;
  const { rating } = marked;
  const said = { by: actor.id, unit, approves, reason };
  if (!approves) {
    return [
      { type: 'OutsideLawDecided', occurredAt: now, data: said },
      reopened(state, context, { round: state.round + 1, because: 'RATING', rating }),
    ];
  }
  const appealUntil = dueOf(policy.calendar, policy.review.appealToCountyReview, now).at;
  return [
    { type: 'OutsideLawDecided', occurredAt: now, data: { ...said, appealUntil } },
    { type: 'CaseClosed', occurredAt: now, data: { outcome: 'EXPLAINED', rating } },
  ];
};

/** Nobody decides about his own centre's work, nor who had a part in the case. */
const ofAnotherCentre = (state: OpenedCase, { actor, actorUnit }: CaseContext): UnitId => {
  const { file, ledBy } = state;
  const own: readonly (UnitId | undefined)[] = [
    file.tier === 'K' ? file.place.countyCentre : file.place.centre,
    ledBy,
    ...(file.complaint?.centres ?? []),
  ];
  const involved = [...handledBy(state), ...keptOut(state)].includes(actor.id);
  if (actorUnit === undefined || actor.role !== DIRECTOR || own.includes(actorUnit) || involved) {
    return reject('NOT_ANOTHER_CENTRE');
  }
  return actorUnit;
};

/** @throws CommandRejected `NO_COUNTY_REVIEW_TO_ASK_FOR`, `COUNTY_REVIEW_ASKED_TOO_LATE`, `PARTY_UNKNOWN` */
export const askCountyReview = (
  { data: { party } }: AskCountyReview,
  state: Case,
  context: CaseContext,
): CaseEvent[] => {
  assertStage(state, 'CLOSED');
  const { rating, appealUntil } = state.outsideLaw ?? {};
  if (rating === undefined || appealUntil === undefined) return reject('NO_COUNTY_REVIEW_TO_ASK_FOR');
  if (!state.file.parties.some(({ partyId }) => partyId === party)) reject('PARTY_UNKNOWN', { field: 'party' });
  const { now, actor } = context;
  if (now > appealUntil) reject('COUNTY_REVIEW_ASKED_TOO_LATE', { appealUntil });
  return [
    { type: 'CountyReviewAsked', occurredAt: now, data: { by: actor.id, party } },
    ...openCountyReview(state, context, rating),
  ];
};
