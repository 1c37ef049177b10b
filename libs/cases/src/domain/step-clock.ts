import type { Instant } from '#kernel';
import type { LadderLevel, PolicySet, StepName } from '#policy';
import { dueOf, extendDue, rungsOf, type Due, type Limit } from '#working-time';

/** The timed steps of a case (`docs/domain.md §4.1`) and the county's decision of §5.3. */
export type CaseStep = StepName | 'countyReview';

/** `REMIND` is the daily reminder that follows E3 until the step is done. */
export type RungLevel = LadderLevel | 'REMIND';

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

const ladderOf = ({ calendar, escalation }: ClockPolicy, start: ClockStart, due: Due): readonly ClockRung[] => {
  const ladder = rungsOf(calendar, escalation.ladder, start.limit, start.startedAt, due.at);
  if (!start.straightToE2) return ladder;
  return ladder.flatMap((rung): ClockRung[] => {
    if (rung.level === 'E2') return [];
    return [rung.level === 'E1' ? { level: 'E2', at: rung.at } : rung];
  });
};

/** A later due for the same clock: its rungs are set anew, none that has fired fires twice (§2.6). */
export const extendClock = (policy: ClockPolicy, clock: StepClock, by: Limit): StepClock => {
  const due = extendDue(policy.calendar, clock.limit, clock.derivation, by);
  const rungs = ladderOf(policy, { ...clock }, due).filter((rung) => !clock.fired.includes(rung.level));
  return { ...clock, dueAt: due.at, derivation: due, rungs };
};

export const withoutRung = (clock: StepClock, level: RungLevel): StepClock => ({
  ...clock,
  rungs: clock.rungs.filter((rung) => rung.level !== level),
  fired: clock.fired.includes(level) ? clock.fired : [...clock.fired, level],
});

export const clockOf = (clocks: readonly StepClock[], step: CaseStep): StepClock | undefined =>
  clocks.find((clock) => clock.step === step);
