import { expect } from '@jest/globals';
import type { Lived } from './case-lives.fixture.js';
import { clockLedger } from './clock-ledger.js';
import { inWhoseHands } from './in-whose-hands.js';
import type { StepClock } from './step-clock.js';

/** Each limit that runs or stands still is told as the case tells it, and no time is in nobody's hands but after an end. */
export const accountAgrees = ({ states, events }: Lived): void => {
  const state = states.at(-1)!;
  const ledger = clockLedger(events);
  const told = (paused: boolean) =>
    ledger
      .filter((entry) => !entry.end && entry.paused === paused)
      .map(({ step, dueAt }) => [step, dueAt])
      .sort();
  const listed = (clocks: readonly StepClock[]) => clocks.map(({ step, dueAt }) => [step, dueAt]).sort();
  expect(told(false)).toEqual(listed(state.clocks));
  const standing = state.stage === 'SUSPENDED' ? (state.suspended?.paused ?? []) : [];
  expect(told(true)).toEqual(listed(standing.map(({ clock }) => clock)));

  const holdings = inWhoseHands(events);
  expect(holdings[0]?.from).toBe(events[0]?.occurredAt);
  const over = ['CLOSED', 'REJECTED', 'TRANSFERRED_OUT', 'WITHDRAWN'].includes(state.stage);
  expect(holdings.at(-1)?.to === undefined).toBe(!over);
  const anew = events.filter(({ type }) => type === 'CaseReopened' || type === 'CountyReviewOpened');
  const reopened = new Set(anew.map(({ occurredAt }) => occurredAt));
  holdings.slice(1).forEach(({ from }, index) => {
    if (from !== holdings[index]?.to) expect(reopened).toContain(from);
  });
};
