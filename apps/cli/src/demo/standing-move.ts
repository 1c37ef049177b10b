import { move, type Move, type Outlook } from './move.js';
import { soon } from './pace.js';
import { inThisRound, type SeenCase } from './seen-case.js';
import { noteText } from './texts.js';

const DAY = 86_400_000;
const SUSPENDED_AFTER_MINUTES = 60;
const RESUMED_AFTER_MINUTES = 500;
const MERGED_AFTER_MINUTES = 20;
const UNMERGED_AFTER_MINUTES = 300;

/** A case stands still for a while, once. */
export const suspendMove = (seen: SeenCase, { fate, now }: Outlook): Move | undefined =>
  fate.suspended === undefined || inThisRound(seen, 'CaseSuspended').length > 0 || seen.typeCode.startsWith('PET-')
    ? undefined
    : move(soon(now, SUSPENDED_AFTER_MINUTES), 'DIRECTOR', 'SuspendCase', {
        reason: seen.dispute ? 'APPRAISAL' : 'MATERIALS',
        note: noteText(fate.text),
        until: now + fate.suspended.days * DAY,
      });

/** By the director where what was waited for comes early; otherwise it goes on by itself. */
export const resumeMove = ({ fate, now }: Outlook): Move | undefined =>
  fate.suspended?.early ? move(soon(now, RESUMED_AFTER_MINUTES), 'DIRECTOR', 'ResumeCase') : undefined;

/** The same matter told twice goes on as one. */
export const mergeMove = (seen: SeenCase, { now, twin }: Outlook): Move | undefined =>
  twin === undefined || seen.timeline.some(({ type }) => type === 'MergeUndone')
    ? undefined
    : move(soon(now, MERGED_AFTER_MINUTES), 'DIRECTOR', 'MergeCase', { into: twin });

/** It was another matter after all. */
export const unmergeMove = ({ fate, now }: Outlook): Move | undefined =>
  fate.unmerged
    ? move(soon(now, UNMERGED_AFTER_MINUTES), 'DIRECTOR', 'UnmergeCase', { reason: '核对后是另一处，分开办理。' })
    : undefined;
