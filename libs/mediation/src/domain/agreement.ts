import type { AnyEvent, Instant, Rung } from '#kernel';
import type { LocalDay } from '#working-time';
import type { FollowUp, FollowUpEvent } from './follow-up.events.js';
import type { Term } from './mediation-types.js';

export type TermStage = 'AWAITED' | 'URGED' | 'PERFORMED' | 'BREACHED';
export type ConfirmationStage = 'OPEN' | 'REMINDED' | 'APPLIED' | 'CLOSED' | 'GRANTED' | 'REFUSED';

export interface FollowedTerm extends Term {
  readonly stage: TermStage;
  /** When it is looked at next, or was last; none where the agreement is not followed. */
  readonly dueAt?: Instant;
  readonly performedOn?: LocalDay;
}

export interface Confirmation {
  readonly stage: ConfirmationStage;
  readonly remindAt: Instant;
  /** Who applies later comes too late. */
  readonly until: Instant;
}

/** What the parties have agreed on, and what becomes of it. */
export interface Agreement {
  readonly kind: 'ORAL' | 'WRITTEN';
  readonly effectiveOn: LocalDay;
  readonly terms: readonly FollowedTerm[];
  /** Once told it stands, whatever is performed later. */
  readonly outcome?: 'FULFILLED' | 'BREACHED';
  readonly confirmation?: Confirmation;
}

interface Reached {
  readonly kind: Agreement['kind'];
  readonly effectiveOn: LocalDay;
  readonly terms: readonly Term[];
  readonly followUp?: FollowUp | undefined;
}

export const agreed = ({ kind, effectiveOn, terms, followUp }: Reached): Agreement => {
  const { checks, confirmation } = followUp ?? { checks: [] };
  const dues = new Map(checks.map(({ term, due }) => [term, due.at]));
  return {
    kind,
    effectiveOn,
    terms: terms.map((term) => {
      const dueAt = dues.get(term.term);
      return { ...term, stage: 'AWAITED', ...(dueAt !== undefined && { dueAt }) };
    }),
    ...(confirmation && {
      confirmation: { stage: 'OPEN', remindAt: confirmation.remindAt, until: confirmation.due.at },
    }),
  };
};

const FOLLOW_UP: Readonly<Record<FollowUpEvent['type'], true>> = {
  TermPerformed: true,
  PerformanceUrged: true,
  AgreementFulfilled: true,
  AgreementBreached: true,
  ConfirmationReminded: true,
  ConfirmationApplied: true,
  ConfirmationWindowClosed: true,
  ConfirmationGranted: true,
  ConfirmationRefused: true,
};

export const isFollowUp = (event: AnyEvent): event is FollowUpEvent => Object.hasOwn(FOLLOW_UP, event.type);

export const evolveAgreement = (agreement: Agreement, event: FollowUpEvent): Agreement => {
  switch (event.type) {
    case 'TermPerformed': {
      const { term, performedOn } = event.data;
      return withTerms(agreement, [term], { stage: 'PERFORMED', performedOn });
    }
    case 'PerformanceUrged':
      return withTerms(agreement, [event.data.term], { stage: 'URGED', dueAt: event.data.due.at });
    case 'AgreementBreached':
      return { ...withTerms(agreement, event.data.terms, { stage: 'BREACHED' }), outcome: 'BREACHED' };
    case 'AgreementFulfilled':
      return { ...agreement, outcome: 'FULFILLED' };
    case 'ConfirmationReminded':
      return withConfirmation(agreement, 'REMINDED');
    case 'ConfirmationApplied':
      return withConfirmation(agreement, 'APPLIED');
    case 'ConfirmationWindowClosed':
      return withConfirmation(agreement, 'CLOSED');
    case 'ConfirmationGranted':
      return withConfirmation(agreement, 'GRANTED');
    case 'ConfirmationRefused':
      return withConfirmation(agreement, 'REFUSED');
  }
};

const withTerms = (
  agreement: Agreement,
  numbers: readonly number[],
  change: Partial<Pick<FollowedTerm, 'stage' | 'dueAt' | 'performedOn'>>,
): Agreement => ({
  ...agreement,
  terms: agreement.terms.map((one) => (numbers.includes(one.term) ? { ...one, ...change } : one)),
});

const withConfirmation = (agreement: Agreement, stage: ConfirmationStage): Agreement => ({
  ...agreement,
  ...(agreement.confirmation && { confirmation: { ...agreement.confirmation, stage } }),
});

/** A wait of the follow-up: `URGE` and `BREACH` of a term (its number is the attempt), `REMIND` and `END` of the window. */
export interface FollowUpRung extends Rung {
  readonly step: 'performance' | 'confirmation';
  readonly level: 'URGE' | 'BREACH' | 'REMIND' | 'END';
}

const ONLY_ROUND = 1;

/** All that an agreement still waits for: nothing once it is fulfilled, or broken and the court's window closed. */
export const rungsOfAgreement = ({ terms, outcome, confirmation }: Agreement): readonly FollowUpRung[] => {
  if (outcome === 'FULFILLED') return [];
  const performance = outcome ? [] : terms.flatMap(rungsOfTerm);
  return [...performance, ...(confirmation ? rungsOfWindow(confirmation) : [])];
};

const rungsOfTerm = ({ term, stage, dueAt }: FollowedTerm): readonly FollowUpRung[] => {
  if (dueAt === undefined || (stage !== 'AWAITED' && stage !== 'URGED')) return [];
  const level = stage === 'AWAITED' ? 'URGE' : 'BREACH';
  return [{ round: ONLY_ROUND, step: 'performance', attempt: term, level, at: dueAt }];
};

const rungsOfWindow = ({ stage, remindAt, until }: Confirmation): readonly FollowUpRung[] => {
  const window = { round: ONLY_ROUND, step: 'confirmation', attempt: 1 } as const;
  if (stage !== 'OPEN' && stage !== 'REMINDED') return [];
  return [
    ...(stage === 'OPEN' ? [{ ...window, level: 'REMIND', at: remindAt } as const] : []),
    { ...window, level: 'END', at: until },
  ];
};
