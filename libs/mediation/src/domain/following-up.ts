import { reject, type Instant } from '#kernel';
import type { MediationPolicy } from '#policy';
import { addDays, atMinute, countingDayOf, dueOf, openingOf, type Calendar } from '#working-time';
import { rungsOfAgreement, type Agreement, type FollowedTerm } from './agreement.js';
import type { FollowUp } from './follow-up.events.js';
import { about, assertAgreed, idsOf, type AgreedMediation, type MediationContext } from './mediation-context.js';
import type { FollowUpAgreement } from './mediation.commands.js';
import type { MediationEvent } from './mediation.events.js';
import type { Mediation } from './mediation.state.js';
import type { AgreementRoute, Term } from './mediation-types.js';
import { remediesInformed } from './remedies.js';

/** Decided once, as the agreement takes effect: no term is looked at before the working hours of its day are over. */
export const followUpOf = (
  kind: Agreement['kind'],
  terms: readonly Term[],
  { now, policy: { calendar, mediation } }: MediationContext,
): FollowUp => ({
  checks: terms.map(({ term, dueOn }) => ({
    term,
    due: dueOf(calendar, mediation.followUp.check, Math.max(now, openingOf(calendar, dueOn))),
  })),
  ...(kind === 'WRITTEN' && { confirmation: windowFrom(now, calendar, mediation) }),
});

const windowFrom = (
  now: Instant,
  calendar: Calendar,
  { followUp: { confirmation } }: MediationPolicy,
): NonNullable<FollowUp['confirmation']> => {
  const due = dueOf(calendar, confirmation.window, now);
  const { daysBefore, at } = confirmation.reminder;
  return { due, remindAt: atMinute(addDays(countingDayOf(due.at), -daysBefore), at) };
};

/**
 * A wait of the follow-up is over (`docs/domain.md §5.2`). Nothing happens where the term was performed or the parties
 * have applied meanwhile: so the order may be issued late, twice or by anyone.
 * @throws CommandRejected `NOT_YET_DUE` when the log's clock is earlier than the rung.
 */
export const followUpAgreement = (
  { data }: FollowUpAgreement,
  state: Mediation,
  context: MediationContext,
): MediationEvent[] => {
  assertAgreed(state);
  const { step, attempt, level, at } = data;
  const rung = rungsOfAgreement(state.agreement).find(
    (one) => one.step === step && one.attempt === attempt && one.level === level && one.at === at,
  );
  if (!rung) return [];
  if (context.now < at) return reject('NOT_YET_DUE', { at });
  switch (rung.level) {
    case 'URGE':
      return urged(state, attempt, at, context);
    case 'BREACH':
      return breached(state, at, context);
    case 'REMIND': {
      const until = state.agreement.confirmation?.until ?? at;
      return [{ type: 'ConfirmationReminded', occurredAt: at, data: about(state, { until, to: toMediator(state) }) }];
    }
    case 'END':
      return [{ type: 'ConfirmationWindowClosed', occurredAt: at, data: idsOf(state) }];
  }
};

/** Whoever brought them to agree speaks to them again. */
const toMediator = ({ mediator }: Mediation) => (mediator === undefined ? [] : [{ cadreId: mediator }]);

const urged = (
  state: AgreedMediation,
  number: number,
  at: Instant,
  { policy: { calendar, mediation } }: MediationContext,
): MediationEvent[] =>
  state.agreement.terms
    .filter(({ term }) => term === number)
    .map(({ term, obligor }) => ({
      type: 'PerformanceUrged',
      occurredAt: at,
      data: about(state, {
        term,
        obligor,
        due: dueOf(calendar, mediation.followUp.breachAfterUrging, at),
        to: toMediator(state),
      }),
    }));

/** All that has been urged in vain by now, in one word; and the parties are told what is open to them. */
const breached = (state: AgreedMediation, at: Instant, context: MediationContext): MediationEvent[] => {
  const { agreement } = state;
  const broken = agreement.terms.filter(({ stage, dueAt }) => stage === 'URGED' && dueAt !== undefined && dueAt <= at);
  const terms = broken.map(({ term }) => term);
  return [
    { type: 'AgreementBreached', occurredAt: at, data: about(state, { terms }) },
    remediesInformed(state, routesAfterBreach(state, broken, at, context), { ...context, now: at }),
  ];
};

const routesAfterBreach = (
  { agreement: { kind, confirmation }, proposal: { typeCode } }: AgreedMediation,
  broken: readonly FollowedTerm[],
  at: Instant,
  { policy: { mediation } }: MediationContext,
): readonly AgreementRoute[] => {
  if (confirmation?.stage === 'GRANTED') return ['ENFORCEMENT'];
  const mayApply = confirmation && ['OPEN', 'REMINDED'].includes(confirmation.stage) && at <= confirmation.until;
  const owesWages =
    kind === 'WRITTEN' &&
    mediation.followUp.paymentOrderTypes.includes(typeCode) &&
    broken.some(({ amount }) => amount !== undefined);
  return [
    'COURT',
    ...(mayApply ? (['CONFIRMATION'] as const) : []),
    ...(owesWages ? (['PAYMENT_ORDER'] as const) : []),
  ];
};
