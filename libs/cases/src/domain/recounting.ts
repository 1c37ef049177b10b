import type { Instant } from '#kernel';
import type { PolicySet } from '#policy';
import { asksCalendar, dueOf, pauseClock, recomputeDue, type Due } from '#working-time';
import { withReminderAfter } from './escalation.js';
import {
  goingOn,
  hasLadder,
  isStraight,
  ladderOf,
  type ClockRung,
  type PausedStepClock,
  type StepClock,
} from './step-clock.js';

/**
 * The same clock under the calendar of this policy; undefined where nothing of it moves. Only rungs still ahead are
 * set anew; one whose instant lies in the past by the new count falls due now.
 */
export const recountedStep = (policy: PolicySet, clock: StepClock, now: Instant): StepClock | undefined => {
  const due = recountedDue(policy, clock);
  const ahead = hasLadder(clock.step) ? ladderAnew(policy, clock, due, now) : waitAnew(policy, clock, due);
  const rungs = ahead.map((rung, index): ClockRung => {
    const before = clock.rungs[index];
    return rung.at === before?.at ? before : { level: rung.level, at: Math.max(rung.at, now) };
  });
  const moved = rungs.some((rung, index) => rung !== clock.rungs[index]);
  if (!moved && due.at === clock.derivation.at && due.provisional === clock.derivation.provisional) return undefined;
  return goingOn(clock, rungs, { due });
};

const recountedDue = ({ calendar }: PolicySet, { derivation }: Pick<StepClock, 'derivation'>): Due =>
  asksCalendar(derivation) ? recomputeDue(calendar, derivation) : derivation;

/** What a leader has held back is never brought forward again, and the daily reminder keeps to days that are worked. */
const ladderAnew = (policy: PolicySet, clock: StepClock, due: Due, now: Instant): readonly ClockRung[] => {
  const ladder = ladderOf(policy, { ...clock, straightToE2: isStraight(clock) }, due);
  return clock.rungs.map((rung): ClockRung => {
    if (rung.level === 'REMIND') {
      const anew = withReminderAfter(clock, now, policy).rungs.find(({ level }) => level === 'REMIND');
      return rung.at <= now ? rung : (anew ?? rung);
    }
    const at = ladder.find(({ level }) => level === rung.level)?.at ?? rung.at;
    const heldBack = rung.level === 'E3' && clock.fired.includes('E2');
    return { level: rung.level, at: heldBack ? Math.max(at, rung.at) : at };
  });
};

const waitAnew = (policy: PolicySet, clock: StepClock, due: Due): readonly ClockRung[] => {
  if (due === clock.derivation) return clock.rungs;
  const shift = due.at - clock.derivation.at;
  return clock.rungs.map(({ level, at }): ClockRung => {
    const asked = level === 'REMIND' && clock.step === 'consent' && due.derivation.cause === 'START';
    return {
      level,
      at: asked ? dueOf(policy.calendar, policy.mediation.consent.reminder, clock.startedAt).at : at + shift,
    };
  });
};

/** What is left of a limit that stands still; undefined where the calendar changes nothing of it. */
export const recountedPause = (policy: PolicySet, { clock, paused }: PausedStepClock): PausedStepClock | undefined => {
  const due = recountedDue(policy, { derivation: paused.due });
  // by the new count it would have been overdue before it was paused: it keeps what it was promised
  if (due === paused.due || paused.pausedAt > due.at) return undefined;
  const anew = pauseClock(policy.calendar, clock.limit, { due }, paused.pausedAt);
  const same = due.at === paused.due.at && due.provisional === paused.due.provisional;
  if (same && anew.remaining.n === paused.remaining.n) return undefined;
  return { clock: goingOn(clock, clock.rungs, { due }), paused: anew };
};
