import type { CaseMerged } from './case-standing.events.js';
import type { CaseEvent, CaseReassigned, CaseReopened } from './case.events.js';
import type { Case } from './case.state.js';
import type { CadreId, CaseId, CaseStage } from './case-types.js';
import { clocksAfter, startedClocks } from './clocks.js';
import { calledInBy } from './parts.js';
import { clockOf } from './step-clock.js';

/** Total: an event it does not know leaves the case as it is. */
export const evolveCase = (state: Case, event: CaseEvent): Case => ({
  ...state,
  clocks: clocksAfter(state.clocks, event),
  parts: calledIn(state.parts, event),
  tierBudget: clockOf(startedClocks(event), 'tierBudget') ?? state.tierBudget,
  attempts: countAttempts(state.attempts, event),
  ...changes(state, event),
});

const calledIn = (parts: Case['parts'], event: CaseEvent): Case['parts'] => {
  const called = calledInBy(event);
  return called ? { ...parts, ...called } : parts;
};

const countAttempts = (attempts: Case['attempts'], event: CaseEvent): Case['attempts'] => {
  if (event.type === 'CaseReopened') return {};
  const started = startedClocks(event);
  if (started.length === 0) return attempts;
  return { ...attempts, ...Object.fromEntries(started.map(({ step, attempt }) => [step, attempt])) };
};

type Changes = Partial<Case>;

/** What an event says of the case besides its limits. */
const changes = (state: Case, event: CaseEvent): Changes => {
  switch (event.type) {
    case 'CaseRegistered': {
      const { clocks: _clocks, summary, externalRef: _externalRef, ...file } = event.data;
      return { stage: 'REGISTERED', summary, file: { ...file, registeredAt: event.occurredAt } };
    }
    case 'CaseAccepted':
      return { stage: 'ACCEPTED', acceptedAt: event.occurredAt };
    case 'RiskAssessed':
      return { risk: event.data };
    case 'CaseRejected':
      return { stage: 'REJECTED' };
    case 'CaseAssigned':
      return { ...withHandler(state, event.data), stage: 'ASSIGNED' };
    case 'CaseReassigned':
      return reassigned(state, event);
    case 'AssignmentDeclined':
      return {
        ...WITHOUT_HANDLER,
        stage: 'ACCEPTED',
        excluded: [...state.excluded, event.data.by],
        declines: state.declines + (event.data.reason === 'CONFLICT' ? 0 : 1),
      };
    case 'CaseAcknowledged':
      return { stage: event.data.resumed ? working(state) : 'ACKNOWLEDGED' };
    case 'FirstResponseRecorded':
      return { stage: 'IN_PROGRESS', responded: true };
    case 'LimitExtended':
      return { extended: true };
    case 'CaseResolved':
      return { stage: 'RESOLVED', outcome: event.data.outcome };
    case 'CaseTransferredOut':
      return { stage: 'TRANSFERRED_OUT' };
    case 'CaseWithdrawn':
      return { stage: 'WITHDRAWN' };
    case 'CaseClosed':
      return { stage: 'CLOSED', outcome: event.data.outcome };
    case 'CaseReopened':
      return reopened(state, event);
    case 'CountyReviewOpened':
      // a closed case is under review again only by a late rating
      return {
        stage: 'COUNTY_REVIEW',
        lastWord: event.data.lastWord,
        lateReopened: state.lateReopened || state.stage === 'CLOSED',
      };
    case 'StepOverdue':
      return {
        escalated: { ...state.escalated, [event.data.step]: 'E1' },
        ackOverdues: state.ackOverdues + (event.data.step === 'ack' ? 1 : 0),
      };
    case 'CaseEscalated':
      return { escalated: { ...state.escalated, [event.data.step]: event.data.level } };
    case 'MediationRequested':
      return {
        stage: 'IN_MEDIATION',
        mediation: { mediationId: event.data.mediationId, consented: false },
        mediations: state.mediations + 1,
      };
    case 'MediationConsented':
      return { mediation: state.mediation && { ...state.mediation, consented: true } };
    case 'MediatorAppointed':
      return { mediators: [...new Set([...state.mediators, event.data.mediatorId])] };
    case 'MediationConcluded':
      return {
        stage: state.stage === 'IN_MEDIATION' ? 'IN_PROGRESS' : state.stage,
        mediation: undefined,
        agreed: event.data.outcome === 'AGREED',
      };
    case 'MediationBarred':
      return { barred: event.data.bar };
    case 'TierRaised':
      return {
        ...WITHOUT_HANDLER,
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
      return { objected: true };
    case 'NextTierOffered':
      return { tierOffer: { awaiting: event.data.parties }, tierOffered: true };
    case 'TierOfferAnswered': {
      const awaiting = state.tierOffer?.awaiting.filter((party) => party !== event.data.party) ?? [];
      return { tierOffer: event.data.accepts ? { awaiting } : undefined };
    }
    case 'TierOfferLapsed':
      return { tierOffer: undefined };
    case 'TierBudgetStretched':
      return { budgetStretched: true };
    case 'CaseSuspended': {
      const { from, paused } = event.data;
      return { stage: 'SUSPENDED', suspended: { at: event.occurredAt, from, paused } };
    }
    case 'CaseResumed':
      return {
        stage: state.suspended?.from ?? state.stage,
        suspended: undefined,
        suspendedDays: state.suspendedDays + event.data.days,
      };
    case 'CaseMerged':
      return merged(state, event);
    case 'MergeUndone':
      return { stage: event.data.stage, merged: undefined };
    case 'CaseAbsorbed': {
      const { source, parties } = event.data;
      return {
        file: state.file && { ...state.file, parties: [...state.file.parties, ...parties] },
        absorbed: { ...state.absorbed, [source]: parties },
      };
    }
    case 'AbsorptionUndone':
      return withoutAbsorbed(state, event.data.source);
    default:
      return NONE;
  }
};

/** Where the handling of a case stands that somebody has answered: with its mediation, or without. */
const working = ({ mediation }: Case): CaseStage => (mediation ? 'IN_MEDIATION' : 'IN_PROGRESS');

const reopened = (state: Case, { data }: CaseReopened): Changes => ({
  ...WITHOUT_HANDLER,
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

const merged = ({ stage, clocks }: Case, { data, occurredAt }: CaseMerged): Changes => ({
  stage: 'MERGED',
  merged: { at: occurredAt, into: data.into, from: stage, clocks },
});

const withoutAbsorbed = (state: Case, source: CaseId): Changes => {
  const { [source]: gone = [], ...absorbed } = state.absorbed;
  const left = new Set(gone.map(({ partyId }) => partyId));
  const parties = state.file?.parties.filter(({ partyId }) => !left.has(partyId)) ?? [];
  return { file: state.file && { ...state.file, parties }, absorbed };
};

const withHandler = (
  state: Case,
  { handler, coHandlers }: { handler: CadreId; coHandlers: readonly CadreId[] },
): Changes => ({ handler, coHandlers, pastHandlers: [...state.pastHandlers, handler] });

const WITHOUT_HANDLER: Changes = { handler: undefined, coHandlers: [] };
const NONE: Changes = {};

/** A suspended case stays suspended; whoever has it then acknowledges once it is resumed. */
const reassigned = (state: Case, { data }: CaseReassigned): Changes => ({
  ...withHandler(state, data),
  stage: state.suspended ? 'SUSPENDED' : 'ASSIGNED',
  suspended: state.suspended && {
    ...state.suspended,
    from: 'ASSIGNED',
    paused: state.suspended.paused.filter(({ clock }) => clock.step !== 'ack' && clock.step !== 'respond'),
  },
  excluded: [...state.excluded, data.from],
});
