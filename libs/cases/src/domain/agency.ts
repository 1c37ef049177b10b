import { reject, type Instant } from '#kernel';
import type { AgencyCourse, AgencyStage } from './agency-course.js';
import type {
  ArchiveAgency,
  CheckMaterials,
  DeliverAgency,
  EntrustAgency,
  MoveOriginal,
  RecordAgencyResult,
  RecordSaving,
  SubmitAgency,
  SupplyMaterials,
} from './case-agency.commands.js';
import type { PaperHolder } from './case-agency.events.js';
import { assertHandler, assertStage, BEFORE_RESOLVED, type CaseContext, type OpenedCase } from './case-context.js';
import type { CaseEvent } from './case.events.js';
import { evolveCase } from './case.evolve.js';
import type { Case } from './case.state.js';
import type { CaseFile } from './case-types.js';
import { resolved } from './resolving.js';
import { startWait } from './step-clock.js';
import { nextAttempt } from './step-limits.js';
import { resumed, suspended } from './suspending.js';

export const isAgency = ({ typeCode }: Pick<CaseFile, 'typeCode'>): boolean => typeCode.startsWith('AGY-');

type Entrusted = OpenedCase & { readonly agency: AgencyCourse };

function assertAgency(state: Case, ...allowed: readonly AgencyStage[]): asserts state is Entrusted {
  if (!state.file) reject('CASE_NOT_FOUND');
  if (!state.agency) return reject('NOT_ENTRUSTED');
  if (!allowed.includes(state.agency.stage)) reject('AGENCY_NOT_AT', { stage: state.agency.stage, allowed });
}

/** For nothing, and with the resident's own letter (`docs/domain.md §1.2` row 25). */
export const entrustAgency = (
  { data }: EntrustAgency,
  state: Case,
  { policy, now, actor }: CaseContext,
): CaseEvent[] => {
  assertStage(state, ...BEFORE_RESOLVED);
  if (!isAgency(state.file)) reject('NO_AGENCY_MATTER');
  if (state.agency) reject('ALREADY_ENTRUSTED');
  if (!Object.hasOwn(policy.choices.agencyItems, data.item)) reject('ITEM_UNKNOWN', { field: 'item' });
  if (data.consent.trim() === '') reject('CONSENT_LETTER_MISSING', { field: 'consent' });
  return [{ type: 'AgencyEntrusted', occurredAt: now, data: { by: actor.id, ...data } }];
};

/**
 * One look, one list: what is not on it is not asked for later. Told in time it is the first response too, and the
 * case stands still until the papers are there.
 */
export const checkMaterials = ({ data }: CheckMaterials, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'ACKNOWLEDGED', 'IN_PROGRESS');
  assertHandler(state, context);
  assertAgency(state, 'ENTRUSTED');
  const { policy, now, actor } = context;
  if (data.note.trim() === '') reject('NOTE_MISSING', { field: 'note' });
  const unknown = data.missing.find((paper) => !Object.hasOwn(policy.choices.papers, paper));
  if (unknown) reject('PAPER_UNKNOWN', { field: 'missing', paper: unknown });
  const by = actor.id;
  const told: CaseEvent[] =
    state.stage === 'ACKNOWLEDGED'
      ? [
          {
            type: 'FirstResponseRecorded',
            occurredAt: now,
            data: { by, contact: 'WINDOW', note: data.note, claimed: false },
          },
        ]
      : [];
  if (data.missing.length === 0) return [...told, { type: 'MaterialsCompleted', occurredAt: now, data: { by } }];
  const answered = told.reduce(evolveCase, state) as OpenedCase;
  const { reminder, returned } = policy.agency.missingPapers;
  const { round } = state;
  const attempt = nextAttempt(state, 'suspension');
  const wait = startWait(policy, {
    ...{ step: 'suspension', round, attempt, limit: returned, startedAt: now, remindAfter: reminder },
  });
  const missing = [...new Set(data.missing)];
  return [
    ...told,
    { type: 'MissingMaterialsListed', occurredAt: now, data: { by, missing, until: wait.dueAt } },
    suspended(answered, context, { reason: 'MATERIALS', note: data.note, until: wait.dueAt }, wait),
  ];
};

/** Reminded once; then everything goes back to the resident, and may be taken up again. */
export const papersAwaited = (state: OpenedCase, level: 'REMIND' | 'END', at: Instant): CaseEvent[] => {
  const missing = state.agency?.missing ?? [];
  if (level === 'END') return [{ type: 'AgencyReturned', occurredAt: at, data: { missing } }];
  const to = state.handler === undefined ? [] : [{ cadreId: state.handler }];
  return [{ type: 'MaterialsReminded', occurredAt: at, data: { round: state.round, missing, to } }];
};

export const supplyMaterials = (_: SupplyMaterials, state: Case, context: CaseContext): CaseEvent[] => {
  assertAgency(state, 'MISSING', 'RETURNED');
  const { now, actor } = context;
  return [
    { type: 'MaterialsCompleted', occurredAt: now, data: { by: actor.id } },
    ...resumed(state, context, 'PAPERS', now),
  ];
};

export const submitAgency = ({ data }: SubmitAgency, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'IN_PROGRESS');
  assertHandler(state, context);
  assertAgency(state, 'MATERIALS_CHECKED');
  if (data.body.trim() === '') reject('RECEIVING_BODY_MISSING', { field: 'body' });
  return [{ type: 'AgencySubmitted', occurredAt: context.now, data: { by: context.actor.id, ...data } }];
};

export const recordAgencyResult = ({ data }: RecordAgencyResult, state: Case, context: CaseContext): CaseEvent[] => {
  assertAgency(state, 'AWAITING_EXTERNAL');
  return [{ type: 'AgencyResultReceived', occurredAt: context.now, data: { by: context.actor.id, ...data } }];
};

/** Delivered is resolved: nothing is left to do but to hear how it went. */
export const deliverAgency = ({ data }: DeliverAgency, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'IN_PROGRESS');
  assertHandler(state, context);
  assertAgency(state, 'APPROVED', 'REFUSED');
  const { signedBy, result, skillsUsed } = data;
  if (!state.file.parties.some(({ partyId }) => partyId === signedBy)) reject('NOT_A_PARTY', { field: 'signedBy' });
  const held = Object.entries(state.agency.originals).flatMap(([paper, holder]) =>
    holder === 'RESIDENT' ? [] : [paper],
  );
  if (held.length > 0) reject('ORIGINALS_HELD', { papers: held });
  const outcome = state.agency.stage === 'APPROVED' ? 'SOLVED' : 'REFUSED_BY_LAW';
  return [
    { type: 'AgencyDelivered', occurredAt: context.now, data: { by: context.actor.id, signedBy } },
    ...resolved({ outcome, result, skillsUsed }, state, context),
  ];
};

export const archiveAgency = (_: ArchiveAgency, state: Case, { now, actor }: CaseContext): CaseEvent[] => {
  assertAgency(state, 'DELIVERED');
  return [{ type: 'AgencyArchived', occurredAt: now, data: { by: actor.id } }];
};

/** What the resident did not have to spend (`docs/domain.md §5.4`); nobody ever pays for it. */
export const recordSaving = ({ data }: RecordSaving, state: Case, { policy, now, actor }: CaseContext): CaseEvent[] => {
  assertStage(state, 'RESOLVED', 'CLOSED');
  if (!isAgency(state.file)) reject('NO_AGENCY_MATTER');
  if (state.agency?.saved) reject('SAVING_RECORDED');
  const { trips, days } = data;
  const { fare, dailyWage } = policy.agency.saving;
  const saving = trips * fare + dailyWage * days;
  return [{ type: 'SavingRecorded', occurredAt: now, data: { by: actor.id, trips, days, saving } }];
};

/** Lent by the resident, handed on, brought back: at any moment the case says who has which original. */
export const moveOriginal = ({ data }: MoveOriginal, state: Case, { policy, now, actor }: CaseContext): CaseEvent[] => {
  if (!state.file) return reject('CASE_NOT_FOUND');
  if (!state.agency) return reject('NOT_ENTRUSTED');
  const { paper, to: holder } = data;
  if (!Object.hasOwn(policy.choices.papers, paper)) reject('PAPER_UNKNOWN', { field: 'paper', paper });
  const before: PaperHolder = state.agency.originals[paper] ?? 'RESIDENT';
  if (before === holder) reject('PAPER_IS_THERE', { field: 'to', holder });
  return [{ type: 'OriginalMoved', occurredAt: now, data: { by: actor.id, paper, before, holder } }];
};
