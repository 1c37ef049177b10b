import type { Instant } from '#kernel';
import type { CaseEvent, CaseReassigned } from './case.events.js';
import type { CadreId, CaseFile, CaseStage, CloseOutcome, Risk, SealedText, UnitId } from './case-types.js';
import { clocksAfter, startedClocks } from './clocks.js';
import { calledInBy, type PartsIn } from './parts.js';
import type { CaseStep, StepClock } from './step-clock.js';

/** A case as its events tell it. `file` is there from `REGISTERED` on. */
export interface Case {
  readonly stage: CaseStage;
  readonly file?: CaseFile;
  readonly summary?: SealedText;
  readonly round: number;
  readonly risk?: Risk;
  readonly acceptedAt?: Instant;
  readonly handler?: CadreId;
  readonly coHandlers: readonly CadreId[];
  /** Everybody who has led the case, oldest first. */
  readonly pastHandlers: readonly CadreId[];
  /** Not to be assigned in this round: declined, or handled an earlier round. */
  readonly excluded: readonly CadreId[];
  /** Unit whose director leads a reopened round. */
  readonly ledBy?: UnitId;
  readonly clocks: readonly StepClock[];
  /** How many clocks of a step this round has had. */
  readonly attempts: Readonly<Partial<Record<CaseStep, number>>>;
  readonly ackOverdues: number;
  /** Declines that count against the two a case may have. */
  readonly declines: number;
  readonly responded: boolean;
  readonly extended: boolean;
  readonly outcome?: CloseOutcome;
  readonly lateReopened: boolean;
  readonly lastWord: boolean;
  readonly escalated: Readonly<Partial<Record<CaseStep, 'E1' | 'E2' | 'E3'>>>;
  readonly parts: PartsIn;
}

export const initialCase: Case = {
  stage: 'NONE',
  round: 1,
  coHandlers: [],
  pastHandlers: [],
  excluded: [],
  clocks: [],
  attempts: {},
  ackOverdues: 0,
  declines: 0,
  responded: false,
  extended: false,
  lateReopened: false,
  lastWord: false,
  escalated: {},
  parts: { withLeaders: false, countyMatter: false },
};

export const evolveCase = (state: Case, event: CaseEvent): Case => {
  const clocks = clocksAfter(state.clocks, event);
  const parts = { ...state.parts, ...calledInBy(event) };
  return evolveFacts({ ...state, clocks, parts, attempts: countAttempts(state, event) }, event);
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
      return { ...state, stage: event.data.resumed ? 'IN_PROGRESS' : 'ACKNOWLEDGED' };
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
      return {
        ...withoutHandler(state),
        stage: 'ACCEPTED',
        round: event.data.round,
        file: state.file && { ...state.file, tier: event.data.tier },
        excluded: event.data.excluded,
        ledBy: event.data.ledBy,
        ackOverdues: 0,
        responded: false,
        extended: false,
        outcome: undefined,
        escalated: {},
        lateReopened: state.lateReopened || event.data.because === 'LATE_RATING',
      };
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
    default:
      return state;
  }
};

const withHandler = (
  state: Case,
  { handler, coHandlers }: { handler: CadreId; coHandlers: readonly CadreId[] },
): Case => ({ ...state, handler, coHandlers, pastHandlers: [...state.pastHandlers, handler] });

const withoutHandler = (state: Case): Case => ({ ...state, handler: undefined, coHandlers: [] });

const reassigned = (state: Case, { data }: CaseReassigned): Case => ({
  ...withHandler(state, data),
  stage: 'ASSIGNED',
  excluded: [...state.excluded, data.from],
});
