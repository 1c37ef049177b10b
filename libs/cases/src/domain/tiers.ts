import { reject, type Instant } from '#kernel';
import { profileOf, type Tier } from '#policy';
import { dueOf, extendDue, type Limit } from '#working-time';
import type { AnswerTierOffer, ObjectToRaise, RaiseTier } from './case.commands.js';
import { assertHandler, assertStage, type CaseContext, type OpenedCase } from './case-context.js';
import type { RaiseReason } from './case-mediation.events.js';
import type { CaseEvent } from './case.events.js';
import { evolveCase } from './case.evolve.js';
import type { Case } from './case.state.js';
import { AT_WORK, disputing, endedByCase } from './mediation-under-way.js';
import { resolvedByItself } from './resolving.js';
import { startWait, waitUntil, type StepClock } from './step-clock.js';
import { assignClock, nextAttempt } from './step-limits.js';

const ABOVE: Readonly<Partial<Record<Tier, Tier>>> = { V: 'T', T: 'K' };

/** Village, township, county (小事不出村、大事不出镇); nothing above the county. */
export const nextTier = (tier: Tier): Tier | undefined => ABOVE[tier];

/** By the handler or a leader, or because the parties ask for it; never against a party's word (`docs/domain.md §5.2`). */
export const raiseTier = ({ data }: RaiseTier, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, ...AT_WORK);
  if (data.because === 'HANDLER') assertHandler(state, context);
  if (data.reason.trim() === '') reject('REASON_MISSING', { field: 'reason' });
  if (nextTier(state.file.tier) === undefined) reject('NO_HIGHER_TIER');
  if (state.agreed) reject('ALREADY_AGREED');
  if (state.objected && data.because !== 'PARTIES') reject('PARTY_OBJECTS');
  return raised(state, context, data.because, { reason: data.reason });
};

/**
 * The case goes to the next tier: whoever has it there is assigned anew with fresh limits to acknowledge and respond;
 * resolve limit and tier days count on from the acceptance. An open mediation ends as failed, consent is asked anew.
 */
export const raised = (
  state: OpenedCase,
  context: CaseContext,
  because: RaiseReason,
  { at = context.now, reason }: { readonly at?: Instant; readonly reason?: string } = {},
): CaseEvent[] => {
  const { tier: from } = state.file;
  const tier = nextTier(from);
  if (!tier) return reject('NO_HIGHER_TIER');
  const by = context.actor.id;
  const clocks = [...assignClock(state, context, at), ...budgetAfter(state, tier, context, at)];
  return [
    ...endedByCase(state, 'FAILED', 'TIER_RAISED', at),
    {
      type: 'TierRaised',
      occurredAt: at,
      data: { by, from, tier, because, ...(reason !== undefined && { reason }), clocks },
    },
  ];
};

const days = (n: number): Limit => ({ unit: 'CD', n });

/** Days of the first tier, from the acceptance; the county has none of its own: its days end with the resolve limit. */
export const firstBudget = ({ file, round }: OpenedCase, { policy, now }: CaseContext): StepClock[] => {
  const budgets = profileOf(policy, file.profile).tierBudgets;
  if (!budgets || nextTier(file.tier) === undefined) return [];
  return [startWait(policy, { step: 'tierBudget', round, limit: days(budgets[file.tier]), startedAt: now })];
};

/** The next tier's days go on from where the last one's were to end, so that pauses count for both. */
const budgetAfter = (state: OpenedCase, tier: Tier, { policy }: CaseContext, at: Instant): StepClock[] => {
  const { file, round, acceptedAt, tierBudget } = state;
  const budgets = profileOf(policy, file.profile).tierBudgets;
  if (!budgets || round > 1 || nextTier(tier) === undefined || acceptedAt === undefined) return [];
  const limit = days(budgets[tier]);
  const due = tierBudget
    ? extendDue(policy.calendar, tierBudget.limit, tierBudget.derivation, days(budgets[tier] - tierBudget.limit.n))
    : dueOf(policy.calendar, limit, acceptedAt);
  const attempt = nextAttempt(state, 'tierBudget');
  return [waitUntil({ step: 'tierBudget', round, attempt, limit, startedAt: acceptedAt }, due, at)];
};

/** The next tier is offered once; refused, left unanswered or not there, the parties go their own way well advised. */
export const offeredOrGuided = (state: OpenedCase, context: CaseContext, at: Instant): CaseEvent[] => {
  const { policy } = context;
  const { file, round, tierOffered } = state;
  const tier = nextTier(file.tier);
  if (!tier || tierOffered) return guided(state, context, at);
  const attempt = nextAttempt(state, 'tierOffer');
  const limit = policy.mediation.tierOffer;
  const wait = startWait(policy, { step: 'tierOffer', round, attempt, limit, startedAt: at });
  return [{ type: 'NextTierOffered', occurredAt: at, data: { tier, parties: disputing(state), clocks: [wait] } }];
};

/** Nothing is resolved before somebody has answered the resident: such a case stays at its tier. */
const guided = (state: OpenedCase, context: CaseContext, at: Instant): CaseEvent[] =>
  state.responded ? resolvedByItself(state, context, { outcome: 'NOT_AGREED_GUIDED', at }) : [];

export const objectToRaise = ({ data }: ObjectToRaise, state: Case, { now, actor }: CaseContext): CaseEvent[] => {
  assertStage(state, ...AT_WORK, 'SUSPENDED');
  if (nextTier(state.file.tier) === undefined) reject('NO_HIGHER_TIER');
  if (!disputing(state).includes(data.party)) reject('PARTY_UNKNOWN', { field: 'party' });
  if (state.objected) return [];
  return [{ type: 'TierRaiseObjected', occurredAt: now, data: { by: actor.id, party: data.party } }];
};

export const answerTierOffer = ({ data }: AnswerTierOffer, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, ...AT_WORK);
  if (!state.tierOffer) return reject('NO_TIER_OFFER');
  if (!state.tierOffer.awaiting.includes(data.party)) reject('PARTY_UNKNOWN', { field: 'party' });
  const answered: CaseEvent = {
    type: 'TierOfferAnswered',
    occurredAt: context.now,
    data: { by: context.actor.id, ...data },
  };
  const after = evolveCase(state, answered) as OpenedCase;
  if (!data.accepts) return [answered, ...guided(after, context, context.now)];
  return after.tierOffer?.awaiting.length === 0 ? [answered, ...raised(after, context, 'OFFER_TAKEN')] : [answered];
};
