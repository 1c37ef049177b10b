import { agencyAfter } from './agency-course.js';
import type { RiskWatch } from './case-risk.events.js';
import type { CaseMerged, DueTimeRecomputed } from './case-standing.events.js';
import type { CaseEvent, CaseReassigned, CaseRegistered, CaseReopened } from './case.events.js';
import { draftOf, type Case } from './case.state.js';
import type { CadreId, CaseFile, CaseId, CaseStage, Risk } from './case-types.js';
import { clocksAfter, startedClocks } from './clocks.js';
import { dutyCallOf } from './duty-call.js';
import { calledInBy } from './parts.js';
import { petitionAfter } from './petition-course.js';
import { clockOf, type PausedStepClock, type StepClock } from './step-clock.js';

/** Total: an event it does not know leaves the case as it is. */
export const evolveCase = (state: Case, event: CaseEvent): Case => {
  const next = draftOf(state);
  const started = startedClocks(event);
  next.clocks = clocksAfter(state.clocks, event);
  next.parts = calledIn(state.parts, event);
  next.tierBudget = clockOf(started, 'tierBudget') ?? state.tierBudget;
  next.attempts = event.type === 'CaseReopened' ? {} : countAttempts(state.attempts, started);
  return Object.assign(next, changes(state, event));
};

const calledIn = (parts: Case['parts'], event: CaseEvent): Case['parts'] => {
  const called = calledInBy(event);
  return called ? { ...parts, ...called } : parts;
};

type Attempts = Case['attempts'];

const countAttempts = (attempts: Attempts, started: readonly StepClock[]): Attempts => {
  if (started.every(({ step, attempt }) => attempts[step] === attempt)) return attempts;
  const counted: { -readonly [Step in keyof Attempts]: Attempts[Step] } = { ...attempts };
  for (const { step, attempt } of started) counted[step] = attempt;
  return counted;
};

type Changes = Partial<Case>;

/** What an event says of the case besides its limits. */
const changes = (state: Case, event: CaseEvent): Changes => {
  switch (event.type) {
    case 'CaseRegistered':
      return { stage: 'REGISTERED', summary: event.data.summary, file: fileOf(event) };
    case 'CaseAccepted':
      return { stage: 'ACCEPTED', acceptedAt: event.occurredAt };
    case 'RiskAssessed':
      return { risk: riskOf(event.data), ...watched(state, event.data.watch) };
    case 'RiskChecked':
    case 'RiskCheckMissed':
      return watched(state, event.data.watch);
    case 'RiskLowered':
      return { risk: state.risk && { ...state.risk, level: event.data.level }, ...watched(state, event.data.watch) };
    case 'CaseRejected':
      return { stage: 'REJECTED' };
    case 'CaseAssigned':
      return { stage: 'ASSIGNED', ...withHandler(state, event.data), called: dutyCallOf(event, state.file) };
    case 'CaseReassigned':
      return { ...reassigned(state, event), called: dutyCallOf(event, state.file) };
    case 'AssignmentDeclined':
      return {
        stage: 'ACCEPTED',
        ...WITHOUT_HANDLER,
        excluded: [...state.excluded, event.data.by],
        declines: state.declines + (event.data.reason === 'CONFLICT' ? 0 : 1),
      };
    case 'CaseAcknowledged':
      return { stage: event.data.resumed ? working(state) : 'ACKNOWLEDGED', called: undefined };
    case 'FirstResponseRecorded':
      return { stage: 'IN_PROGRESS', responded: true };
    case 'LimitExtended':
      return { extended: true };
    case 'CaseResolved':
      return { stage: 'RESOLVED', outcome: event.data.outcome, withdrawal: undefined };
    case 'CaseTransferredOut':
      return { stage: 'TRANSFERRED_OUT', policeReported: state.policeReported || event.data.body === POLICE };
    case 'CaseWithdrawn':
      return { stage: 'WITHDRAWN', withdrawal: undefined };
    case 'WithdrawalRequested':
      return { withdrawal: { by: event.data.by } };
    case 'WithdrawalLapsed':
      return { withdrawal: undefined };
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
        stage: 'ACCEPTED',
        ...WITHOUT_HANDLER,
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
    case 'DueTimeRecomputed':
      return { suspended: state.suspended && { ...state.suspended, paused: anew(state.suspended.paused, event) } };
    case 'CaseMerged':
      return merged(state, event);
    case 'MergeUndone':
      return { stage: event.data.stage, merged: undefined };
    case 'CaseAbsorbed': {
      const { source, parties } = event.data;
      return {
        file: state.file && { ...state.file, parties: [...state.file.parties, ...parties] },
        absorbed: { ...state.absorbed, [source]: parties },
        ...(event.data.watch && watched(state, event.data.watch)),
      };
    }
    case 'AbsorptionUndone':
      return withoutAbsorbed(state, event.data.source);
    case 'PriorityRaised': {
      const { priority, profile } = event.data;
      return { file: state.file && { ...state.file, priority, profile } };
    }
    case 'DuplicateJudged':
    case 'JudgementNoted': {
      const { other, otherNo, verdict } = event.data;
      return { judged: { ...state.judged, [other]: { caseNo: otherNo, verdict } } };
    }
    case 'PoliceReported':
      return { policeReported: true };
    case 'RepresentativesNamed':
      return { representatives: event.data.representatives };
    case 'ConfidentialityRaised':
      return { file: state.file && { ...state.file, confidentiality: event.data.level } };
    case 'NamedReaderAdded':
      return { readers: [...state.readers, event.data.reader] };
    case 'NamedReaderRemoved':
      return { readers: state.readers.filter((one) => one !== event.data.reader) };
    case 'RecusalDeclared':
      return {
        recused: [...state.recused, event.data.cadreId],
        coHandlers: state.coHandlers.filter((one) => one !== event.data.cadreId),
        readers: state.readers.filter((one) => one !== event.data.cadreId),
      };
    case 'OutsideLawMarked':
      return { outsideLaw: { rating: event.data.rating } };
    case 'OutsideLawDecided': {
      const { approves, appealUntil } = event.data;
      return { outsideLaw: approves && state.outsideLaw ? { ...state.outsideLaw, appealUntil } : undefined };
    }
    case 'CountyReviewAsked':
      return { outsideLaw: undefined };
    case 'FollowUpCaseOpened':
      return { followUps: state.followUps + 1 };
    case 'FinalPetitionLinked':
      return { repeats: event.data.petition };
    default: {
      const petition = petitionAfter(state.petition, event);
      const agency = agencyAfter(state.agency, event);
      return petition === state.petition && agency === state.agency ? NONE : { petition, agency };
    }
  }
};

/** Handed over to them, they know. */
const POLICE = 'POLICE';

const watched = ({ watchTurns }: Case, watch: RiskWatch | undefined): Changes => ({
  watch,
  watchTurns: watchTurns + 1,
});

const riskOf = ({ score, level, factors }: Risk): Risk => ({ score, level, factors });

const fileOf = ({ data, occurredAt }: CaseRegistered): CaseFile => ({
  caseId: data.caseId,
  caseNo: data.caseNo,
  typeCode: data.typeCode,
  channel: data.channel,
  profile: data.profile,
  priority: data.priority,
  tier: data.tier,
  confidentiality: data.confidentiality,
  place: data.place,
  parties: data.parties,
  anonymous: data.anonymous,
  produce: data.produce,
  amount: data.amount,
  preferredCadreId: data.preferredCadreId,
  complaint: data.complaint,
  reviewDraw: data.reviewDraw,
  registeredAt: occurredAt,
  policyVersion: data.policyVersion,
  promised: data.promised,
});

/** Where the handling of a case stands that somebody has answered: with its mediation, or without. */
const working = ({ mediation }: Case): CaseStage => (mediation ? 'IN_MEDIATION' : 'IN_PROGRESS');

const reopened = (state: Case, { data }: CaseReopened): Changes => ({
  stage: 'ACCEPTED',
  ...WITHOUT_HANDLER,
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
  outsideLaw: undefined,
  ...watched(state, data.watch),
});

const merged = ({ stage, clocks }: Case, { data, occurredAt }: CaseMerged): Changes => ({
  stage: 'MERGED',
  merged: { at: occurredAt, into: data.into, from: stage, clocks },
});

const anew = (paused: readonly PausedStepClock[], { data }: DueTimeRecomputed): readonly PausedStepClock[] =>
  paused.map((one) => data.paused.find(({ clock }) => clock.step === one.clock.step) ?? one);

const withoutAbsorbed = (state: Case, source: CaseId): Changes => {
  const { [source]: gone = [], ...absorbed } = state.absorbed;
  const left = new Set(gone.map(({ partyId }) => partyId));
  const parties = state.file?.parties.filter(({ partyId }) => !left.has(partyId)) ?? [];
  return { file: state.file && { ...state.file, parties }, absorbed };
};

const withHandler = (
  { pastHandlers }: Case,
  { handler, coHandlers }: { handler: CadreId; coHandlers: readonly CadreId[] },
): Changes => ({ handler, coHandlers, pastHandlers: [...pastHandlers, handler] });

const WITHOUT_HANDLER: Changes = { handler: undefined, coHandlers: [], called: undefined };
const NONE: Changes = {};

/** A suspended case stays suspended; whoever has it then acknowledges once it is resumed. */
const reassigned = (state: Case, { data }: CaseReassigned): Changes => ({
  stage: state.suspended ? 'SUSPENDED' : 'ASSIGNED',
  ...withHandler(state, data),
  suspended: state.suspended && {
    at: state.suspended.at,
    from: 'ASSIGNED',
    paused: state.suspended.paused.filter(
      ({ clock }) => data.reason === 'LEAVE' || (clock.step !== 'ack' && clock.step !== 'respond'),
    ),
  },
  // who was on leave may have it again
  excluded: data.reason === 'LEAVE' ? state.excluded : [...state.excluded, data.from],
});
