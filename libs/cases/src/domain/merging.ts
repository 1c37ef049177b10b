import { reject } from '#kernel';
import { dueOf } from '#working-time';
import type { AbsorbCase, MergeCase, UndoAbsorption, UnmergeCase } from './case.commands.js';
import { assertStage, BEFORE_RESOLVED, type CaseContext, type OpenedCase } from './case-context.js';
import type { CaseEvent } from './case.events.js';
import type { Case } from './case.state.js';
import { raisedByJoining } from './raising-priority.js';
import { recountedStep } from './recounting.js';
import { watchAfterJoining } from './risk-watch.js';

const isOpen = ({ stage }: Case): boolean => BEFORE_RESOLVED.includes(stage);

/** The same matter told twice, which a person has confirmed: one case goes on, whoever told it stays a party (§5.1). */
export const mergeCase = ({ data }: MergeCase, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'REGISTERED', 'ACCEPTED');
  const { target, now, actor } = context;
  const { file } = state;
  if (data.into === file.caseId) reject('MERGE_INTO_ITSELF', { field: 'into' });
  if (!target?.file) return reject('TARGET_NOT_FOUND', { field: 'into' });
  if (!isOpen(target)) reject('TARGET_OVER', { field: 'into', stage: target.stage });
  assertMayBeOne(file, target.file, 'into');
  return [
    {
      type: 'CaseMerged',
      occurredAt: now,
      data: { by: actor.id, into: data.into, caseNo: file.caseNo, parties: file.parties },
    },
  ];
};

/** What is sealed or anonymous is never laid together with anything: it would tell who it was. */
export const assertMayBeOne = (
  source: OpenedCase['file'],
  target: OpenedCase['file'],
  field: 'into' | 'other',
): void => {
  const secret = [source, target].some(({ confidentiality, anonymous }) => confidentiality === 'X' || anonymous);
  if (secret) reject('SECRET_NOT_MERGED', { field });
  if (source.confidentiality !== target.confidentiality) reject('CONFIDENTIALITY_DIFFERS', { field });
};

/** By reaction, after the merge is recorded: a target that is over meanwhile says so, and the source goes on by itself. */
export const absorbCase = ({ data }: AbsorbCase, state: Case, { now, policy }: CaseContext): CaseEvent[] => {
  if (!state.file) return reject('CASE_NOT_FOUND');
  const { source, sourceNo, parties } = data;
  if (Object.hasOwn(state.absorbed, source)) return [];
  if (!isOpen(state)) return [{ type: 'AbsorptionDeclined', occurredAt: now, data: { source } }];
  const known = new Set(state.file.parties.map(({ partyId }) => partyId));
  const joining = parties.filter(({ partyId }) => !known.has(partyId));
  const file = { ...state.file, parties: [...state.file.parties, ...joining] };
  const watch = watchAfterJoining(policy, state, file, now);
  return [
    { type: 'CaseAbsorbed', occurredAt: now, data: { source, sourceNo, parties: joining, ...(watch && { watch }) } },
    ...raisedByJoining(policy, { ...state, file: state.file }, joining, now),
  ];
};

/** Its limits are as if they had never stopped, by the calendar of today; what fell due meanwhile fires now. */
export const unmergeCase = ({ data }: UnmergeCase, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'MERGED');
  const { merged } = state;
  if (!merged) return reject('NOT_IN_STAGE', { stage: state.stage, allowed: ['MERGED'] });
  const { policy, now, actor } = context;
  if (!data.targetOver && now > dueOf(policy.calendar, policy.handling.unmergeWithin, merged.at).at) {
    reject('UNMERGE_TOO_LATE', { days: policy.handling.unmergeWithin.n });
  }
  if (!data.targetOver && data.reason.trim() === '') reject('REASON_MISSING', { field: 'reason' });
  const clocks = merged.clocks
    .map((clock) => recountedStep(policy, clock, now) ?? clock)
    .map((clock) => ({ ...clock, rungs: clock.rungs.map((rung) => ({ ...rung, at: Math.max(rung.at, now) })) }));
  return [
    {
      type: 'MergeUndone',
      occurredAt: now,
      data: { by: actor.id, into: merged.into, reason: data.reason, stage: merged.from, clocks },
    },
  ];
};

/** By reaction; whether the target is over meanwhile does not matter. */
export const undoAbsorption = ({ data }: UndoAbsorption, state: Case, { now }: CaseContext): CaseEvent[] =>
  Object.hasOwn(state.absorbed, data.source)
    ? [{ type: 'AbsorptionUndone', occurredAt: now, data: { source: data.source } }]
    : [];
