import type { Command } from '#kernel';
import type { LinkVerdict } from './case-link.events.js';
import type { CaseId, SealedText } from './case-types.js';

/** A person has looked at two cases. `SAME` merges this one into the other. */
export type JudgeDuplicate = Command<
  'JudgeDuplicate',
  { readonly other: CaseId; readonly verdict: LinkVerdict; readonly reason: SealedText }
>;
/** From the other case, by reaction. */
export type NoteJudgement = Command<
  'NoteJudgement',
  { readonly other: CaseId; readonly otherNo: string; readonly verdict: LinkVerdict }
>;
export type CaseLinkCommand = JudgeDuplicate | NoteJudgement;
