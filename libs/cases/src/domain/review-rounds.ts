import { reject } from '#kernel';
import { profileOf, reopenedResolve, type PolicySet, type Priority } from '#policy';
import type { Limit } from '#working-time';
import type { ConcludeReview, DecideCountyReview, ReopenOnLateRating } from './case.commands.js';
import { assertStage, type CaseContext, type OpenedCase } from './case-context.js';
import type { CaseEvent, CaseReopened } from './case.events.js';
import type { Case } from './case.state.js';
import { recipientsOf } from './recipients.js';
import { watchOf } from './risk-watch.js';
import { startClock } from './step-clock.js';
import { handledBy, keptOut } from './who-was-involved.js';

/** The review of a round is settled (`docs/domain.md §5.3`); told once a round, so a late or doubled word changes nothing. */
export const concludeReview = ({ data }: ConcludeReview, state: Case, context: CaseContext): CaseEvent[] => {
  if (state.stage !== 'RESOLVED' || state.round !== data.round || !state.outcome || !state.file) return [];
  const { rating } = data;
  const { review } = context.policy;
  if (rating === undefined) return [{ type: 'CaseClosed', occurredAt: context.now, data: { outcome: state.outcome } }];
  if (rating > review.dissatisfiedUpTo) {
    return [{ type: 'CaseClosed', occurredAt: context.now, data: { outcome: state.outcome, rating } }];
  }
  if (state.round === 1 && data.outsideLaw) return [markedOutsideLaw(state as OpenedCase, context, rating)];
  return state.round === 1
    ? [reopened(state as OpenedCase, context, { round: 2, because: 'RATING', rating })]
    : openCountyReview(state as OpenedCase, context, rating);
};

/** The county's unit hears of it: a township's own people are too near to each other. */
const markedOutsideLaw = (state: OpenedCase, { now }: CaseContext, rating: number): CaseEvent => {
  const { file, round } = state;
  const to = [{ role: 'CENTRE_DIRECTOR', unit: file.place.countyCentre }];
  return { type: 'OutsideLawMarked', occurredAt: now, data: { round, rating, to } };
};

/** Somebody could be reached after all: a dissatisfied word within the window opens the case once more (§5.1). */
export const reopenOnLateRating = ({ data }: ReopenOnLateRating, state: Case, context: CaseContext): CaseEvent[] => {
  if (state.stage !== 'CLOSED' || state.round !== data.round || state.lateReopened || !state.file) return [];
  const { dissatisfiedUpTo, maxRounds } = context.policy.review;
  if (data.rating > dissatisfiedUpTo || state.round >= maxRounds) return [];
  const { rating } = data;
  return state.round === 1
    ? [reopened(state as OpenedCase, context, { round: 2, because: 'LATE_RATING', rating })]
    : openCountyReview(state as OpenedCase, context, rating);
};

/** Another handler, the director leads, half the limit in its own unit from the reopening (§5.3). */
export const reopened = (
  state: OpenedCase,
  { policy, now }: CaseContext,
  { round, because, rating }: Pick<CaseReopened['data'], 'round' | 'because' | 'rating'>,
): CaseEvent => {
  const { file, pastHandlers } = state;
  const profile = profileOf(policy, file.profile);
  const tier = because === 'COUNTY_REDO' ? 'K' : file.tier;
  return {
    type: 'CaseReopened',
    occurredAt: now,
    data: {
      round,
      tier,
      because,
      ...(rating !== undefined && { rating }),
      excluded: [...new Set(pastHandlers)],
      ledBy: tier === 'K' ? file.place.countyCentre : file.place.centre,
      ...(state.risk && { watch: watchOf(policy, state, state.risk, now) }),
      clocks: [
        startClock(policy, { step: 'assign', round, limit: reopenedAssign(policy, file), startedAt: now }),
        startClock(policy, { step: 'resolve', round, limit: reopenedResolve(policy, profile), startedAt: now }),
      ],
    },
  };
};

const URGENT: readonly Priority[] = ['P1', 'P2'];

const reopenedAssign = (policy: PolicySet, { priority, profile }: OpenedCase['file']): Limit => {
  const { assign } = profileOf(policy, profile).limits;
  return URGENT.includes(priority) && assign !== 'self' ? assign : policy.review.reopenedAssign;
};

/** The deputy leader is told at once, the panel has its limit; after the third round it has only the last word (§5.3). */
export const openCountyReview = (state: OpenedCase, { policy, now }: CaseContext, rating: number): CaseEvent[] => {
  const { round } = state;
  const clock = startClock(policy, {
    step: 'countyReview',
    round,
    limit: policy.review.countyReview,
    startedAt: now,
  });
  const lastWord = round >= policy.review.maxRounds;
  // the line of the centre that left the resident dissatisfied twice
  const to = recipientsOf(state, 'E2', 'review');
  return [
    {
      type: 'CountyReviewOpened',
      occurredAt: now,
      data: { round, rating, lastWord, to, clocks: [clock] },
    },
    {
      type: 'CaseEscalated',
      occurredAt: now,
      data: { step: 'countyReview', round, attempt: 1, level: 'E2', because: 'DISSATISFIED', to, clocks: [clock] },
    },
  ];
};

export const decideCountyReview = ({ data }: DecideCountyReview, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'COUNTY_REVIEW');
  const { policy, now, actor } = context;
  const panel = [...new Set(data.panel)];
  if (panel.length !== policy.review.panelSize || !panel.includes(actor.id)) {
    reject('PANEL_INCOMPLETE', { field: 'panel', panelSize: policy.review.panelSize });
  }
  const barred = [...handledBy(state), ...keptOut(state)];
  const involved = panel.filter((member) => barred.includes(member));
  if (involved.length > 0) reject('PANEL_MEMBER_INVOLVED', { field: 'panel', involved });
  if (data.reason.trim() === '') reject('REASON_MISSING', { field: 'reason' });
  if (state.lastWord && data.verdict === 'REDO') reject('NO_FOURTH_ROUND', { field: 'verdict' });
  if (data.verdict === 'UPHELD' && !data.remediesTold) reject('REMEDIES_NOT_TOLD', { field: 'remediesTold' });
  const { verdict, reason, remediesTold } = data;
  return [
    {
      type: 'CountyReviewDecided',
      occurredAt: now,
      data: { verdict, chair: actor.id, panel, reason, remediesTold },
    },
    verdict === 'REDO'
      ? reopened(state, context, { round: policy.review.maxRounds, because: 'COUNTY_REDO' })
      : { type: 'CaseClosed', occurredAt: now, data: { outcome: 'EXPLAINED' } },
  ];
};
