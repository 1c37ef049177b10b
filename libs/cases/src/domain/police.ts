import { reject } from '#kernel';
import { caseTypeOf } from '#policy';
import type { RecordPoliceResult, ReportToPolice } from './case-duty.commands.js';
import { assertStage, BEFORE_RESOLVED, type CaseContext, type OpenedCase } from './case-context.js';
import type { CaseEvent } from './case.events.js';
import type { Case } from './case.state.js';
import type { RiskSigns } from './case-types.js';
import { startClock, type StepClock } from './step-clock.js';

const GRAVE = 2;

/** A likely crime or public-order matter is told to the police at once, counted from the acceptance (`docs/domain.md §4.4`). */
export const policeClock = (
  { file, round, policeReported }: OpenedCase,
  { policy, now }: CaseContext,
  signs: RiskSigns,
): StepClock[] => {
  const owed = caseTypeOf(policy, file.typeCode).reportToPolice || signs.weapon || signs.violence === GRAVE;
  if (!owed || policeReported) return [];
  return [
    startClock(policy, { step: 'police', round, limit: policy.risk.policeReport[file.priority], startedAt: now }),
  ];
};

/** Whoever sees the need may tell them, before anything else if it must be. */
export const reportToPolice = ({ data }: ReportToPolice, state: Case, { now, actor }: CaseContext): CaseEvent[] => {
  assertStage(state, ...BEFORE_RESOLVED, 'RESOLVED');
  if (state.policeReported) reject('ALREADY_REPORTED');
  if (data.note.trim() === '') reject('NOTE_MISSING', { field: 'note' });
  return [{ type: 'PoliceReported', occurredAt: now, data: { by: actor.id, note: data.note } }];
};

/** However the case stands by then: the police take their time. A later word replaces the one before. */
export const recordPoliceResult = (
  { data }: RecordPoliceResult,
  state: Case,
  { now, actor }: CaseContext,
): CaseEvent[] => {
  if (!state.file) return reject('CASE_NOT_FOUND');
  if (!state.policeReported) reject('NOT_REPORTED');
  return [{ type: 'PoliceResultRecorded', occurredAt: now, data: { by: actor.id, ...data } }];
};
