import type { Instant } from '#kernel';
import type { LinkVerdict } from './case-link.events.js';
import type { RiskWatch } from './case-risk.events.js';
import type { AgencyCourse } from './agency-course.js';
import type { MediationBar } from './case-mediation.events.js';
import type { DutyCall } from './case.events.js';
import type {
  CadreId,
  CaseFile,
  CaseId,
  CaseStage,
  CloseOutcome,
  Party,
  PartyId,
  Risk,
  SealedText,
  UnitId,
} from './case-types.js';
import type { PartsIn } from './parts.js';
import type { PetitionCourse } from './petition-course.js';
import type { CaseStep, PausedStepClock, StepClock } from './step-clock.js';

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
  /** Until he answers: how an urgent case came to whoever has it. */
  readonly called?: DutyCall;
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
  /** The mediation under way. */
  readonly mediation?: { readonly mediationId: string; readonly consented: boolean };
  /** How many there have been. */
  readonly mediations: number;
  /** Everybody whom the parties accepted as mediator. */
  readonly mediators: readonly CadreId[];
  readonly agreed: boolean;
  readonly barred?: MediationBar;
  /** The next tier is offered: who has not answered yet. */
  readonly tierOffer?: { readonly awaiting: readonly PartyId[] };
  readonly tierOffered: boolean;
  /** A party does not want the case to go up by itself. */
  readonly objected: boolean;
  readonly budgetStretched: boolean;
  /** The last clock of a tier's days, running or not: the next tier's go on from it. */
  readonly tierBudget?: StepClock;
  readonly suspended?: {
    readonly at: Instant;
    readonly from: CaseStage;
    readonly paused: readonly PausedStepClock[];
  };
  /** Calendar days in all, of the suspensions that are over. */
  readonly suspendedDays: number;
  readonly merged?: {
    readonly at: Instant;
    readonly into: CaseId;
    readonly from: CaseStage;
    readonly clocks: readonly StepClock[];
  };
  readonly policeReported: boolean;
  /** Declared biased: nothing of the case is left to them. */
  readonly recused: readonly CadreId[];
  /** Of a sealed case, whoever may read it besides. */
  readonly readers: readonly CadreId[];
  /** What its resident wants may lie outside the law; once that is approved, until when he may ask the county. */
  readonly outsideLaw?: { readonly rating: number; readonly appealUntil?: Instant };
  readonly watch?: RiskWatch;
  /** How often the watch has begun anew. */
  readonly watchTurns: number;
  /** Of many, those who speak for all. */
  readonly representatives: readonly PartyId[];
  /** Cases that have come of this one. */
  readonly followUps: number;
  /** Cases taken in, with the parties that came with each. */
  readonly absorbed: Readonly<Record<CaseId, readonly Party[]>>;
  /** Paperwork that the resident has entrusted somebody with. */
  readonly agency?: AgencyCourse;
  /** Cases that this one was compared with, and what a person said. */
  readonly judged: Readonly<Record<CaseId, { readonly caseNo: string; readonly verdict: LinkVerdict }>>;
  /** What has followed on the reply to a petition. */
  readonly petition?: PetitionCourse;
  /** The final petition that this one speaks of. */
  readonly repeats?: CaseId;
  /** A wish to take the case back that nobody has confirmed yet. */
  readonly withdrawal?: { readonly by: string };
}

/** Before its first event. Every field is there from the first, in the order of `draftOf`: all cases are of one shape. */
export const initialCase: Case = {
  stage: 'NONE',
  file: undefined,
  summary: undefined,
  round: 1,
  risk: undefined,
  acceptedAt: undefined,
  handler: undefined,
  coHandlers: [],
  pastHandlers: [],
  excluded: [],
  ledBy: undefined,
  called: undefined,
  clocks: [],
  attempts: {},
  ackOverdues: 0,
  declines: 0,
  responded: false,
  extended: false,
  outcome: undefined,
  lateReopened: false,
  lastWord: false,
  escalated: {},
  parts: { withLeaders: false, countyMatter: false },
  mediation: undefined,
  mediations: 0,
  mediators: [],
  agreed: false,
  barred: undefined,
  tierOffer: undefined,
  tierOffered: false,
  objected: false,
  budgetStretched: false,
  tierBudget: undefined,
  suspended: undefined,
  suspendedDays: 0,
  merged: undefined,
  policeReported: false,
  recused: [],
  readers: [],
  outsideLaw: undefined,
  watch: undefined,
  watchTurns: 0,
  representatives: [],
  followUps: 0,
  absorbed: {},
  agency: undefined,
  judged: {},
  petition: undefined,
  repeats: undefined,
  withdrawal: undefined,
};

/** A case that is being changed, before anybody sees it. */
export type CaseDraft = { -readonly [Field in keyof Required<Case>]: Case[Field] };

/**
 * The same case, to be changed. Spelled out because a case is copied for each of its events: `{ ...state }` of a state
 * that came of `{ ...state }` is no fast copy to the engine, it took twenty times as long.
 */
export const draftOf = (state: Case): CaseDraft => ({
  stage: state.stage,
  file: state.file,
  summary: state.summary,
  round: state.round,
  risk: state.risk,
  acceptedAt: state.acceptedAt,
  handler: state.handler,
  coHandlers: state.coHandlers,
  pastHandlers: state.pastHandlers,
  excluded: state.excluded,
  ledBy: state.ledBy,
  called: state.called,
  clocks: state.clocks,
  attempts: state.attempts,
  ackOverdues: state.ackOverdues,
  declines: state.declines,
  responded: state.responded,
  extended: state.extended,
  outcome: state.outcome,
  lateReopened: state.lateReopened,
  lastWord: state.lastWord,
  escalated: state.escalated,
  parts: state.parts,
  mediation: state.mediation,
  mediations: state.mediations,
  mediators: state.mediators,
  agreed: state.agreed,
  barred: state.barred,
  tierOffer: state.tierOffer,
  tierOffered: state.tierOffered,
  objected: state.objected,
  budgetStretched: state.budgetStretched,
  tierBudget: state.tierBudget,
  suspended: state.suspended,
  suspendedDays: state.suspendedDays,
  merged: state.merged,
  policeReported: state.policeReported,
  recused: state.recused,
  readers: state.readers,
  outsideLaw: state.outsideLaw,
  watch: state.watch,
  watchTurns: state.watchTurns,
  representatives: state.representatives,
  followUps: state.followUps,
  absorbed: state.absorbed,
  agency: state.agency,
  judged: state.judged,
  petition: state.petition,
  repeats: state.repeats,
  withdrawal: state.withdrawal,
});
