import type { CaseMerged } from './case-standing.events.js';
import type { CaseEvent, CaseReassigned, CaseReopened } from './case.events.js';
import type { Case } from './case.state.js';
import type { CadreId, CaseId, CaseStage } from './case-types.js';
import { clocksAfter, startedClocks } from './clocks.js';
import { calledInBy } from './parts.js';
import { clockOf, type StepClock } from './step-clock.js';

/** Total: an event it does not know leaves the case as it is. */
export const evolveCase = (state: Case, event: CaseEvent): Case => {
  const clocks = clocksAfter(state.clocks, event);
  const parts = { ...state.parts, ...calledInBy(event) };
  const tierBudget = clockOf(startedClocks(event), 'tierBudget') ?? state.tierBudget;
  const next = { ...state, clocks, parts, tierBudget, attempts: countAttempts(state, event) };
  return event.type === 'CaseMerged' ? merged(next, state.clocks, event) : evolveFacts(next, event);
};

const countAttempts = (state: Case, event: CaseEvent): Case['attempts'] => {
  if (event.type === 'CaseReopened') return {};
  return startedClocks(event).reduce(
    (attempts, clock) => ({ ...attempts, [clock.step]: clock.attempt }),
    state.attempts,
  );
};

const evolveFacts = (state: Case, event: CaseEvent): Case => {
  switch (event.type) {
    case 'CaseRegistered': {
      const { clocks: _clocks, summary, externalRef: _externalRef, ...file } = event.data;
      return { ...state, stage: 'REGISTERED', summary, file: { ...file, registeredAt: event.occurredAt } };
    }
    case 'CaseAccepted':
      return { ...state, stage: 'ACCEPTED', acceptedAt: event.occurredAt };
    case 'RiskAssessed':
      return { ...state, risk: event.data };
    case 'CaseRejected':
      return { ...state, stage: 'REJECTED' };
    case 'CaseAssigned':
      return { ...withHandler(state, event.data), stage: 'ASSIGNED' };
    case 'CaseReassigned':
      return reassigned(state, event);
    case 'AssignmentDeclined':
      return {
        ...withoutHandler(state),
        stage: 'ACCEPTED',
        excluded: [...state.excluded, event.data.by],
        declines: state.declines + (event.data.reason === 'CONFLICT' ? 0 : 1),
      };
    case 'CaseAcknowledged':
      return { ...state, stage: event.data.resumed ? working(state) : 'ACKNOWLEDGED' };
    case 'FirstResponseRecorded':
      return { ...state, stage: 'IN_PROGRESS', responded: true };
    case 'LimitExtended':
      return { ...state, extended: true };
    case 'CaseResolved':
      return { ...state, stage: 'RESOLVED', outcome: event.data.outcome };
    case 'CaseTransferredOut':
      return { ...state, stage: 'TRANSFERRED_OUT' };
    case 'CaseWithdrawn':
      return { ...state, stage: 'WITHDRAWN' };
    case 'CaseClosed':
      return { ...state, stage: 'CLOSED', outcome: event.data.outcome };
    case 'CaseReopened':
      return reopened(state, event);
    case 'CountyReviewOpened':
      // a closed case is under review again only by a late rating
      return {
        ...state,
        stage: 'COUNTY_REVIEW',
        lastWord: event.data.lastWord,
        lateReopened: state.lateReopened || state.stage === 'CLOSED',
      };
    case 'StepOverdue':
      return {
        ...state,
        escalated: { ...state.escalated, [event.data.step]: 'E1' },
        ackOverdues: state.ackOverdues + (event.data.step === 'ack' ? 1 : 0),
      };
    case 'CaseEscalated':
      return { ...state, escalated: { ...state.escalated, [event.data.step]: event.data.level } };
    case 'MediationRequested':
      return {
        ...state,
        stage: 'IN_MEDIATION',
        mediation: { mediationId: event.data.mediationId, consented: false },
        mediations: state.mediations + 1,
      };
    case 'MediationConsented':
      return { ...state, mediation: state.mediation && { ...state.mediation, consented: true } };
    case 'MediatorAppointed':
      return { ...state, mediators: [...new Set([...state.mediators, event.data.mediatorId])] };
    case 'MediationConcluded':
      return {
        ...state,
        stage: state.stage === 'IN_MEDIATION' ? 'IN_PROGRESS' : state.stage,
        mediation: undefined,
        agreed: event.data.outcome === 'AGREED',
      };
    case 'MediationBarred':
      return { ...state, barred: event.data.bar };
    case 'TierRaised':
      return {
        ...withoutHandler(state),
        stage: 'ACCEPTED',
        file: state.file && { ...state.file, tier: event.data.tier },
        ackOverdues: 0,
        responded: false,
        tierOffer: undefined,
        tierOffered: false,
        objected: false,
        budgetStretched: false,
      };
    case 'TierRaiseObjected':
      return { ...state, objected: true };
    case 'NextTierOffered':
      return { ...state, tierOffer: { awaiting: event.data.parties }, tierOffered: true };
    case 'TierOfferAnswered': {
      const awaiting = state.tierOffer?.awaiting.filter((party) => party !== event.data.party) ?? [];
      return { ...state, tierOffer: event.data.accepts ? { awaiting } : undefined };
    }
    case 'TierOfferLapsed':
      return { ...state, tierOffer: undefined };
    case 'TierBudgetStretched':
      return { ...state, budgetStretched: true };
    case 'CaseSuspended': {
      const { from, paused } = event.data;
      return { ...state, stage: 'SUSPENDED', suspended: { at: event.occurredAt, from, paused } };
    }
    case 'CaseResumed':
      return {
        ...state,
        stage: state.suspended?.from ?? state.stage,
        suspended: undefined,
        suspendedDays: state.suspendedDays + event.data.days,
      };
    case 'MergeUndone':
      return { ...state, stage: event.data.stage, merged: undefined };
    case 'CaseAbsorbed': {
      const { source, parties } = event.data;
      return {
        ...state,
        file: state.file && { ...state.file, parties: [...state.file.parties, ...parties] },
        absorbed: { ...state.absorbed, [source]: parties },
      };
    }
    case 'AbsorptionUndone':
      return withoutAbsorbed(state, event.data.source);
    default:
      return state;
  }
};

/** Where the handling of a case stands that somebody has answered: with its mediation, or without. */
const working = ({ mediation }: Case): CaseStage => (mediation ? 'IN_MEDIATION' : 'IN_PROGRESS');

const reopened = (state: Case, { data }: CaseReopened): Case => ({
  ...withoutHandler(state),
  stage: 'ACCEPTED',
  round: data.round,
  file: state.file && { ...state.file, tier: data.tier },
  excluded: data.excluded,
  ledBy: data.ledBy,
  ackOverdues: 0,
  responded: false,
  extended: false,
  outcome: undefined,
  escalated: {},
  agreed: false,
  tierOffer: undefined,
  tierOffered: false,
  objected: false,
  lateReopened: state.lateReopened || data.because === 'LATE_RATING',
});

const merged = (state: Case, clocks: readonly StepClock[], { data, occurredAt }: CaseMerged): Case => ({
  ...state,
  stage: 'MERGED',
  merged: { at: occurredAt, into: data.into, from: state.stage, clocks },
});

const withoutAbsorbed = (state: Case, source: CaseId): Case => {
  const { [source]: gone = [], ...absorbed } = state.absorbed;
  const left = new Set(gone.map(({ partyId }) => partyId));
  const parties = state.file?.parties.filter(({ partyId }) => !left.has(partyId)) ?? [];
  return { ...state, file: state.file && { ...state.file, parties }, absorbed };
};

const withHandler = (
  state: Case,
  { handler, coHandlers }: { handler: CadreId; coHandlers: readonly CadreId[] },
): Case => ({ ...state, handler, coHandlers, pastHandlers: [...state.pastHandlers, handler] });

const withoutHandler = (state: Case): Case => ({ ...state, handler: undefined, coHandlers: [] });

/** A suspended case stays suspended; whoever has it then acknowledges once it is resumed. */
const reassigned = (state: Case, { data }: CaseReassigned): Case => ({
  ...withHandler(state, data),
  stage: state.suspended ? 'SUSPENDED' : 'ASSIGNED',
  suspended: state.suspended && {
    ...state.suspended,
    from: 'ASSIGNED',
    paused: state.suspended.paused.filter(({ clock }) => clock.step !== 'ack' && clock.step !== 'respond'),
  },
  excluded: [...state.excluded, data.from],
});
