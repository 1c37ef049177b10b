import type { Event } from '#kernel';
import type { CadreId, CaseId, SealedText } from './case-types.js';

/** One matter told twice; two that have to do with each other; two that only look alike (`docs/domain.md §5.1`). */
export type LinkVerdict = 'SAME' | 'RELATED' | 'DIFFERENT';

export type DuplicateJudged = Event<
  'DuplicateJudged',
  {
    readonly by: CadreId;
    readonly other: CaseId;
    readonly otherNo: string;
    readonly verdict: LinkVerdict;
    /** Of the case that was judged. */
    readonly caseNo: string;
    readonly reason: SealedText;
  }
>;
/** Somebody judged this case while looking at the other: both know of each other. */
export type JudgementNoted = Event<
  'JudgementNoted',
  { readonly other: CaseId; readonly otherNo: string; readonly verdict: LinkVerdict }
>;
export type CaseLinkEvent = DuplicateJudged | JudgementNoted;
