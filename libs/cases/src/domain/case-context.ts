import { reject, type Context, type Instant } from '#kernel';
import { withPromises, type PolicySet, type PromisedLimit } from '#policy';
import type { CaseCommand } from './case.commands.js';
import type { CandidatePool } from './assignment.types.js';
import type { CaseFile, CaseStage, Place, TownshipId, UnitId } from './case-types.js';
import type { Case } from './case.state.js';

/** What the command handler gathers for a decision about a case. */
export interface CaseContext extends Context {
  /** The set in force for a new case, the pinned one for a case that has its own. */
  readonly policy: PolicySet;
  /** For `RegisterCase`: what lies outside the command. */
  readonly intake?: {
    readonly caseNo: string;
    readonly reviewDraw: number;
    readonly place: Place;
    /** Units of those who are complained of. */
    readonly targetUnits?: readonly UnitId[];
    /** What township and county have promised for such a case. */
    readonly promised?: readonly PromisedLimit[];
  };
  /** Unit of whoever acts, where he belongs to one. */
  readonly actorUnit?: UnitId;
  /** For every command that may (re)assign. */
  readonly pool?: CandidatePool;
  /** For a wait of a case in mediation: how far its mediation has come. */
  readonly mediation?: MediationFacts;
  /** For `JudgeDuplicate` the case that is compared, for `MergeCase` the case that is to take this one in, for `LinkFinalPetition` the petition that is final. */
  readonly target?: Case;
  /** Townships in the county's cyclic order (`docs/domain.md §8` R2). */
  readonly townshipOrder?: readonly TownshipId[];
}

/** What a case asks of its mediation when a wait is over: the mediation's own stream knows first. */
export interface MediationFacts {
  readonly consented: boolean;
  /** The session that is fixed and not held yet. */
  readonly session?: { readonly startsAt: Instant; readonly endsAt: Instant };
}

/** The limits of this case: of its pinned set, shortened by what had been promised when it was registered. */
export const withItsPromises = (context: CaseContext, { file }: Case): CaseContext => {
  const promised = file ? file.promised : context.intake?.promised;
  return promised ? { ...context, policy: withPromises(context.policy, promised) } : context;
};

/** A case that exists: its file is there. */
export type OpenedCase = Case & { readonly file: CaseFile };

/** @throws CommandRejected `CASE_NOT_FOUND`, `NOT_IN_STAGE` naming the stage it is in and those it should be in. */
export function assertStage(state: Case, ...allowed: readonly CaseStage[]): asserts state is OpenedCase {
  if (!state.file) reject('CASE_NOT_FOUND');
  if (!allowed.includes(state.stage)) reject('NOT_IN_STAGE', { stage: state.stage, allowed });
}

/** Every stage before `RESOLVED` in which work goes on. */
export const BEFORE_RESOLVED: readonly CaseStage[] = [
  'REGISTERED',
  'ACCEPTED',
  'ASSIGNED',
  'ACKNOWLEDGED',
  'IN_PROGRESS',
  'IN_MEDIATION',
  'SUSPENDED',
];

/** @throws CommandRejected `REASSIGNED_MEANWHILE` to whoever had the case before, `NOT_THE_HANDLER` to others, `RECUSED` */
export const assertHandler = (state: Case, { actor }: Pick<CaseContext, 'actor'>): void => {
  if (state.recused.includes(actor.id)) reject('RECUSED');
  if (state.handler === actor.id) return;
  if (state.pastHandlers.includes(actor.id)) reject('REASSIGNED_MEANWHILE');
  reject('NOT_THE_HANDLER');
};

/** Only the handler gives these: whoever had the case before hears that, whatever stage it is in by now. */
const OF_THE_HANDLER: readonly CaseCommand['type'][] = [
  'Acknowledge',
  'DeclineAssignment',
  'RecordFirstResponse',
  'AddProgress',
  'ResolveCase',
  'StartMediation',
  'BarMediation',
];

/** @throws CommandRejected `REASSIGNED_MEANWHILE` */
export const assertNotReplaced = ({ type }: CaseCommand, state: Case, { actor }: Pick<CaseContext, 'actor'>): void => {
  const { handler, pastHandlers, stage } = state;
  if (handler === undefined || handler === actor.id || !pastHandlers.includes(actor.id)) return;
  if (OF_THE_HANDLER.includes(type) && BEFORE_RESOLVED.includes(stage)) reject('REASSIGNED_MEANWHILE');
};
