import { reject } from '#kernel';
import type { CaseContext } from './case-context.js';
import type { JudgeDuplicate, NoteJudgement } from './case-link.commands.js';
import type { CaseEvent } from './case.events.js';
import type { Case } from './case.state.js';
import { assertMayBeOne, mergeCase } from './merging.js';

/** Whether two cases are one is a person's word with a reason; a judged pair is not suggested again (§5.1). */
export const judgeDuplicate = ({ data }: JudgeDuplicate, state: Case, context: CaseContext): CaseEvent[] => {
  const { file } = state;
  if (!file) return reject('CASE_NOT_FOUND');
  const { target, now, actor } = context;
  const { other, verdict, reason } = data;
  if (other === file.caseId) reject('MERGE_INTO_ITSELF', { field: 'other' });
  if (!target?.file) return reject('TARGET_NOT_FOUND', { field: 'other' });
  if (reason.trim() === '') reject('REASON_MISSING', { field: 'reason' });
  assertMayBeOne(file, target.file, 'other');
  if (state.judged[other]?.verdict === verdict && verdict !== 'SAME') return [];
  const merged = verdict === 'SAME' ? mergeCase({ type: 'MergeCase', data: { into: other } }, state, context) : [];
  const { caseNo } = file;
  const judged = { by: actor.id, other, otherNo: target.file.caseNo, verdict, caseNo, reason };
  return [{ type: 'DuplicateJudged', occurredAt: now, data: judged }, ...merged];
};

export const noteJudgement = ({ data }: NoteJudgement, state: Case, { now }: CaseContext): CaseEvent[] => {
  if (!state.file) return reject('CASE_NOT_FOUND');
  if (state.judged[data.other]?.verdict === data.verdict) return [];
  return [{ type: 'JudgementNoted', occurredAt: now, data }];
};
