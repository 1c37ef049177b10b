import type { Instant } from '#kernel';
import type { LadderLevel, PolicySet, StepName } from '#policy';
import {
  dueOf,
  extendDue,
  pauseClock,
  resumeClock,
  rungsOf,
  type Due,
  type Limit,
  type PausedClock,
} from '#working-time';

/** Steps that somebody owes, each with its ladder (`docs/domain.md §4.1`), and the county's decision of §5.3. */
export type OwedStep = StepName | 'countyReview';

/**
 * What has to be done beside the handling: report to the police, tell leader and county of a danger (§4.4), get the
 * receipt of the body that a case went to (§5.1); of a petition tell in writing whether it is accepted, bring each answer
 * to the petitioner, and examine it where he asks (§6). No figure of M02 counts them.
 */
export type DutyStep =
  | ('police' | 'tellLeader' | 'tellCounty' | 'transferReceipt')
  | ('notice' | 'delivery' | 'reExamination' | 'finalReview');

/**
 * What a case waits for without anybody being reminded up a ladder: the days of its tier, the parties' consent, their
 * answer to the offer of the next tier, the close after an agreement (§5.2), the end of a suspension, the word of a
 * callback clerk on a withdrawal (§5.1), the days in which an answer to a petition may be appealed (§6).
 */
export type WaitingStep =
  ('tierBudget' | 'consent' | 'tierOffer' | 'conclusion' | 'suspension') | ('freeWill' | 'appealWindow');

export type CaseStep = OwedStep | DutyStep | WaitingStep;

const OWED: Readonly<Record<OwedStep, true>> = {
  accept: true,
  assign: true,
  ack: true,
  respond: true,
  resolve: true,
  review: true,
  countyReview: true,
};
export const OWED_STEPS = Object.keys(OWED) as readonly OwedStep[];
export const isOwed = (step: CaseStep): step is OwedStep => Object.hasOwn(OWED, step);

const DUTIES: Readonly<Record<DutyStep, true>> = {
  police: true,
  tellLeader: true,
  tellCounty: true,
  transferReceipt: true,
  notice: true,
  delivery: true,
  reExamination: true,
  finalReview: true,
};
export const DUTY_STEPS = Object.keys(DUTIES) as readonly DutyStep[];
export const isDuty = (step: CaseStep): step is DutyStep => Object.hasOwn(DUTIES, step);

/** Somebody owes it: it is shown as late when it is, and somebody hears of it. */
export const hasLadder = (step: CaseStep): step is OwedStep | DutyStep => isOwed(step) || isDuty(step);

/** Missed, it is told once (E1) and stays to be done: it climbs no further (§4.4, §5.1). */
const TOLD_ONCE: readonly CaseStep[] = ['tellLeader', 'tellCounty', 'transferReceipt', 'delivery'];

/** `REMIND`: told again, daily after E3 or once of a consent; `END`: the wait is over. */
export type RungLevel = LadderLevel | 'REMIND' | 'END';

export interface ClockRung {
  readonly level: RungLevel;
  readonly at: Instant;
}

/**
 * A running time limit, decided once and kept in the event that starts it: when it is due, which rungs of the ladder
 * stand before and after, and from what it was derived.
 */
export interface StepClock {
  readonly step: CaseStep;
  readonly round: number;
  /** Counts the clocks of this step within the round, from 1. */
  readonly attempt: number;
  readonly startedAt: Instant;
  readonly limit: Limit;
  readonly dueAt: Instant;
  /** Rungs still ahead. */
  readonly rungs: readonly ClockRung[];
  readonly fired: readonly RungLevel[];
  readonly derivation: Due;
}

export interface ClockStart {
  readonly step: CaseStep;
  readonly round: number;
  readonly attempt?: number;
  readonly limit: Limit;
  readonly startedAt: Instant;
  /** A second missed acknowledgement is not reminded again: it goes to the deputy leader at once (§5.1). */
  readonly straightToE2?: boolean;
}

type ClockPolicy = Pick<PolicySet, 'calendar' | 'escalation'>;

export const startClock = ({ calendar, escalation }: ClockPolicy, start: ClockStart): StepClock => {
  const due = dueOf(calendar, start.limit, start.startedAt);
  return {
    step: start.step,
    round: start.round,
    attempt: start.attempt ?? 1,
    startedAt: start.startedAt,
    limit: start.limit,
    dueAt: due.at,
    rungs: ladderOf({ calendar, escalation }, start, due),
    fired: [],
    derivation: due,
  };
};

/** All rungs of a clock, from its due. */
export const ladderOf = ({ calendar, escalation }: ClockPolicy, start: ClockStart, due: Due): readonly ClockRung[] => {
  const ladder = rungsOf(calendar, escalation.ladder, start.limit, start.startedAt, due.at);
  if (TOLD_ONCE.includes(start.step)) return ladder.filter(({ level }) => level === 'E1');
  if (!start.straightToE2) return ladder;
  return ladder.flatMap((rung): ClockRung[] => {
    if (rung.level === 'E2') return [];
    return [rung.level === 'E1' ? { level: 'E2', at: rung.at } : rung];
  });
};

/** A later due for the same clock: its rungs are set anew, none that has fired fires twice (§2.6). */
export const extendClock = (policy: ClockPolicy, clock: StepClock, by: Limit): StepClock => {
  const due = extendDue(policy.calendar, clock.limit, clock.derivation, by);
  const rungs = ladderOf(policy, clock, due).filter((rung) => !clock.fired.includes(rung.level));
  return goingOn(clock, rungs, { due });
};

/** The same clock with other rungs ahead of it. */
export const goingOn = (
  clock: StepClock,
  rungs: readonly ClockRung[],
  { fired = clock.fired, due = clock.derivation }: { readonly fired?: readonly RungLevel[]; readonly due?: Due } = {},
): StepClock => ({
  step: clock.step,
  round: clock.round,
  attempt: clock.attempt,
  startedAt: clock.startedAt,
  limit: clock.limit,
  dueAt: due === clock.derivation ? clock.dueAt : due.at,
  rungs,
  fired,
  derivation: due,
});

export const withoutRung = (clock: StepClock, level: RungLevel): StepClock =>
  goingOn(
    clock,
    clock.rungs.filter((rung) => rung.level !== level),
    { fired: clock.fired.includes(level) ? clock.fired : [...clock.fired, level] },
  );

export const clockOf = (clocks: readonly StepClock[], step: CaseStep): StepClock | undefined =>
  clocks.find((clock) => clock.step === step);

/** Waits for something without a ladder: at the due it is over, and at `remindAfter` somebody is told once. */
export const startWait = (
  policy: ClockPolicy,
  { step, round, attempt, limit, startedAt, remindAfter }: ClockStart & { readonly remindAfter?: Limit },
): StepClock => {
  const wait = waitUntil({ step, round, attempt, limit, startedAt }, dueOf(policy.calendar, limit, startedAt));
  if (!remindAfter) return wait;
  const reminder = dueOf(policy.calendar, remindAfter, startedAt);
  return goingOn(wait, [{ level: 'REMIND', at: reminder.at }, ...wait.rungs]);
};

/** @param notBefore where the due may lie in the past: the wait is over then at once */
export const waitUntil = (
  { step, round, attempt = 1, startedAt, limit }: ClockStart,
  due: Due,
  notBefore: Instant = due.at,
): StepClock => {
  const rungs: readonly ClockRung[] = [{ level: 'END', at: Math.max(due.at, notBefore) }];
  return { step, round, attempt, startedAt, limit, dueAt: due.at, rungs, fired: [], derivation: due };
};

/** A clock that stands still, with what is left of it (`docs/domain.md §2.6`). */
export interface PausedStepClock {
  readonly clock: StepClock;
  readonly paused: PausedClock;
}

/** Nothing for a clock that goes on: an overdue step is not paused (`docs/domain.md §5.1`). */
export const pausedStep = ({ calendar }: ClockPolicy, clock: StepClock, at: Instant): PausedStepClock | undefined =>
  at > clock.dueAt ? undefined : { clock, paused: pauseClock(calendar, clock.limit, { due: clock.derivation }, at) };

/** From the new due the rungs are set anew with the profile's n; none fires twice, one already past fires now (§2.6). */
export const resumedStep = (policy: ClockPolicy, { clock, paused }: PausedStepClock, at: Instant): StepClock => {
  const due = resumeClock(policy.calendar, clock.limit, paused, at);
  const ahead = hasLadder(clock.step)
    ? ladderOf(policy, { ...clock, straightToE2: isStraight(clock) }, due)
    : clock.rungs.map(({ level, at: before }) => ({ level, at: due.at - (clock.dueAt - before) }));
  const rungs = ahead
    .filter(({ level }) => !clock.fired.includes(level))
    .map((rung) => ({ ...rung, at: Math.max(rung.at, at) }));
  return goingOn(clock, rungs, { due });
};

/** An acknowledgement whose miss goes to the deputy leader at once: it has no E1 of its own. */
export const isStraight = ({ rungs, fired, step }: StepClock): boolean =>
  step === 'ack' && !fired.includes('E1') && !rungs.some(({ level }) => level === 'E1');
