import { onGrid } from '#demo-county';
import type { Instant } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import { addWorkingMinutes } from '#working-time';
import { move, type Move, type Outlook } from './move.js';
import type { SeenCase, SeenClock } from './seen-case.js';
import { orderText } from './texts.js';

const AFTER_MINUTES = 40;

/** Once a step has come to him, the leader does one thing about it (`docs/domain.md §5.1`, E2). */
export const leaderMove = (seen: SeenCase, { fate, now }: Outlook): Move | undefined => {
  const clock = seen.clocks.find(({ fired }) => fired.includes('E2') && !fired.includes('E3'));
  if (!clock || clock.step === 'countyReview') return undefined;
  const since = seen.timeline.findLastIndex(
    ({ type, data }) => type === 'CaseEscalated' && data['step'] === clock.step,
  );
  const told = seen.timeline[since];
  const acted = seen.timeline.slice(since).some(({ type }) => type === 'EscalationActionTaken');
  if (!told || acted) return undefined;
  const at = Math.max(onGrid(addWorkingMinutes(CURRENT_POLICY.calendar, told.at, AFTER_MINUTES)), onGrid(now + 1));
  const action = actionOn(seen, clock, fate.order);
  return move(at, 'DEPUTY', 'TakeEscalationAction', {
    step: clock.step,
    reason: orderText(action.action),
    ...action,
  });
};

type LeaderAction = { readonly action: string; readonly holdUntil?: Instant };

/** Without a handler there is nobody to replace, without a rung ahead nothing to hold: then it is an order. */
const actionOn = ({ handler }: SeenCase, clock: SeenClock, wanted: string): LeaderAction => {
  const ordered = { action: 'ORDER' };
  if (wanted === 'ORDER') return ordered;
  if (wanted === 'REASSIGN') {
    const ofHandler = ['ack', 'respond', 'resolve'].includes(clock.step);
    return handler !== undefined && ofHandler ? { action: wanted } : ordered;
  }
  const e3 = clock.rungs.find(({ level }) => level === 'E3');
  return e3 ? { action: wanted, holdUntil: e3.at } : ordered;
};
