import type { Event, Instant } from '#kernel';
import type { RiskWatch } from './case-risk.events.js';
import type { CadreId, CaseId, CaseStage, Party, SealedText } from './case-types.js';
import type { CaseStep, PausedStepClock, StepClock } from './step-clock.js';

interface Clocks {
  readonly clocks: readonly StepClock[];
}

export type SuspendReason = 'APPRAISAL' | 'AWAIT_PARTY' | 'MATERIALS' | 'COURT' | 'FORCE_MAJEURE';
export type CaseSuspended = Event<
  'CaseSuspended',
  Clocks & {
    readonly by: CadreId;
    readonly reason: SuspendReason;
    readonly note: SealedText;
    readonly from: CaseStage;
    readonly until: Instant;
    /** They stand still until the case is resumed. */
    readonly paused: readonly PausedStepClock[];
  }
>;
export type CaseResumed = Event<
  'CaseResumed',
  Clocks & {
    readonly by: string;
    readonly because: 'DIRECTOR' | 'TIME' | 'MEDIATION_ENDED' | 'PAPERS';
    readonly days: number;
  }
>;
export type CaseMerged = Event<
  'CaseMerged',
  {
    readonly by: CadreId;
    readonly into: CaseId;
    readonly caseNo: string;
    readonly parties: readonly Party[];
  }
>;
export type CaseAbsorbed = Event<
  'CaseAbsorbed',
  {
    readonly source: CaseId;
    readonly sourceNo: string;
    readonly parties: readonly Party[];
    readonly watch?: RiskWatch;
  }
>;
/** The target was over before it heard of the merge: the source goes on by itself. */
export type AbsorptionDeclined = Event<'AbsorptionDeclined', { readonly source: CaseId }>;
export type MergeUndone = Event<
  'MergeUndone',
  Clocks & { readonly by: string; readonly into: CaseId; readonly reason: SealedText; readonly stage: CaseStage }
>;
export type AbsorptionUndone = Event<'AbsorptionUndone', { readonly source: CaseId }>;
/** Another version of the calendar: the limits that it moves, and nothing else of the case (`docs/domain.md §2.5`). */
export type DueTimeRecomputed = Event<
  'DueTimeRecomputed',
  Clocks & {
    readonly calendarVersion: number;
    readonly moved: readonly { readonly step: CaseStep; readonly from: Instant; readonly to: Instant }[];
    /** Of a suspended case: what is left of the limits that stand still, counted again. */
    readonly paused: readonly PausedStepClock[];
  }
>;
export type CaseStandingEvent =
  | CaseSuspended
  | CaseResumed
  | CaseMerged
  | CaseAbsorbed
  | AbsorptionDeclined
  | MergeUndone
  | AbsorptionUndone
  | DueTimeRecomputed;
