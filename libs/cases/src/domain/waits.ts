import type { Instant } from '#kernel';
import { dueOf } from '#working-time';
import { papersAwaited } from './agency.js';
import type { CaseContext, OpenedCase } from './case-context.js';
import type { CaseEvent } from './case.events.js';
import { evolveCase } from './case.evolve.js';
import { whatFollows } from './mediating.js';
import { windowEnded } from './petition.js';
import { endedByCase } from './mediation-under-way.js';
import { resolvedByItself } from './resolving.js';
import { resumed } from './suspending.js';
import { withdrawalLapsed } from './withdrawing.js';
import { offeredOrGuided, raised } from './tiers.js';
import type { RungLevel, StepClock, WaitingStep } from './step-clock.js';

/** A wait of the case is over, or half over: what `docs/domain.md §5.1, §5.2` lets follow by itself. */
export const endWait = (
  state: OpenedCase,
  clock: StepClock & { readonly step: WaitingStep },
  level: RungLevel,
  at: Instant,
  context: CaseContext,
): CaseEvent[] => {
  switch (clock.step) {
    case 'consent':
      return level === 'REMIND' ? askAgain(state, at, context) : consentLapsed(state, at, context);
    case 'tierBudget':
      return budgetEnded(state, clock, at, context);
    case 'tierOffer':
      return offerLapsed(state, at, context);
    case 'conclusion':
      return resolvedByItself(state, context, { outcome: 'AGREED', at });
    case 'suspension':
      return state.agency?.stage === 'MISSING'
        ? papersAwaited(state, level === 'REMIND' ? 'REMIND' : 'END', at)
        : resumed(state, context, 'TIME', at);
    case 'appealWindow':
      return windowEnded(state, at);
    case 'freeWill':
      return withdrawalLapsed(at);
  }
};

/** The mediation's own stream knows first: what it has heard in time counts, though the case has not heard of it yet. */
const heardInTime = ({ mediation }: OpenedCase, at: Instant, context: CaseContext): CaseEvent[] =>
  mediation && context.mediation?.consented
    ? [{ type: 'MediationConsented', occurredAt: at, data: { mediationId: mediation.mediationId } }]
    : [];

const askAgain = (state: OpenedCase, at: Instant, context: CaseContext): CaseEvent[] => {
  const heard = heardInTime(state, at, context);
  if (heard.length > 0 || !state.mediation) return heard;
  const { mediationId } = state.mediation;
  const to = state.handler === undefined ? [] : [{ cadreId: state.handler }];
  return [{ type: 'ConsentReminded', occurredAt: at, data: { mediationId, round: state.round, to } }];
};

const consentLapsed = (state: OpenedCase, at: Instant, context: CaseContext): CaseEvent[] => {
  const heard = heardInTime(state, at, context);
  if (heard.length > 0) return heard;
  const ended = endedByCase(state, 'DECLINED', 'CONSENT_LAPSED', at);
  return [...ended, ...whatFollows(ended.reduce(evolveCase, state) as OpenedCase, 'DECLINED', context, at)];
};

/**
 * Up to the next tier, unless a session is fixed shortly after (then the tier keeps the case until its end, once), or
 * a party objects (then it is asked).
 */
const budgetEnded = (state: OpenedCase, clock: StepClock, at: Instant, context: CaseContext): CaseEvent[] => {
  const session = context.mediation?.session;
  const latest = dueOf(context.policy.calendar, context.policy.mediation.stretchedForSession, at).at;
  if (session && !state.budgetStretched && session.startsAt <= latest && session.endsAt > at) {
    const until = session.endsAt;
    const stretched: StepClock = { ...clock, dueAt: until, rungs: [{ level: 'END', at: until }] };
    return [{ type: 'TierBudgetStretched', occurredAt: at, data: { until, clocks: [stretched] } }];
  }
  if (!state.objected) return raised(state, context, 'BUDGET', { at });
  const ended = endedByCase(state, 'FAILED', 'TIER_RAISED', at);
  return [...ended, ...offeredOrGuided(ended.reduce(evolveCase, state) as OpenedCase, context, at)];
};

const offerLapsed = (state: OpenedCase, at: Instant, context: CaseContext): CaseEvent[] => {
  const lapsed: CaseEvent = { type: 'TierOfferLapsed', occurredAt: at, data: { tier: state.file.tier } };
  const after = evolveCase(state, lapsed) as OpenedCase;
  return [lapsed, ...(after.responded ? resolvedByItself(after, context, { outcome: 'NOT_AGREED_GUIDED', at }) : [])];
};
