import { onGrid } from '#demo-county';
import { atMinute, localDayOf } from '#working-time';
import { move, type Move, type Outlook } from './move.js';
import { soon } from './pace.js';
import type { SeenMediation } from './seen-mediation.js';

const MORNING = 10 * 60;
const HEEDED_AFTER_MINUTES = 300;

/** What was promised is done on its day, after it was urged, or never (`docs/domain.md §5.2`). */
export const performanceMove = ({ owed }: SeenMediation, { fate, now }: Outlook): Move | undefined => {
  const [first] = owed;
  if (!first || fate.keepsWord === 'NEVER') return undefined;
  const { term, dueOn, dueAt, urged } = first;
  const inTime = Math.max(onGrid(atMinute(dueOn, MORNING)), soon(now, 5));
  const at = fate.keepsWord === 'IN_TIME' ? inTime : soon(urged ? now : Math.max(now, dueAt), HEEDED_AFTER_MINUTES);
  return move(at, 'HANDLER', 'RecordPerformance', { term, performedOn: localDayOf(at) }, 'mediation');
};
