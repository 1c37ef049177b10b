import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SYSTEM, type Actor, type Instant } from '#kernel';
import { tries } from '#testing';
import { accountAgrees } from './clock-ledger.fixture.js';
import { caseDecider } from './case.decider.js';
import type { CaseCommand } from './case.commands.js';
import type { CaseEvent } from './case.events.js';
import type { Case } from './case.state.js';
import type { CaseStage } from './case-types.js';
import { command, handOver, handoversKeepLimits, livesOf, type Lived, type Move } from './case-lives.fixture.js';
import {
  accept,
  acknowledge,
  assign,
  cadre,
  candidate,
  clerk,
  deputy,
  director,
  panelist,
  pool,
  register,
  resident,
  resolve,
  respond,
} from './case.fixture.js';

const CADRES = ['anna', 'bo', 'cai', 'dan'];
const PEOPLE = pool(
  ...CADRES.map((id) => candidate(id)),
  candidate('boss', { roles: ['CENTRE_DIRECTOR'], certificates: {} }),
  candidate('kim', { townshipId: null, unit: 'K-MEDIATION' }),
  candidate('lu', { townshipId: null, unit: 'K-MEDIATION' }),
);

const panel = ['panel1', 'panel2', 'panel3'];
const MOVES: readonly Move[] = [
  command(accept(), director),
  command({ type: 'RejectCase', data: { reason: 'NOT_IN_REMIT', guidance: 'the court' } }, director),
  command(assign, director),
  ...CADRES.map((cadreId) => command({ type: 'AssignCase', data: { cadreId } }, director)),
  command(acknowledge),
  command(acknowledge, cadre('bo')),
  command({ type: 'DeclineAssignment', data: { reason: 'OVERLOAD' } }),
  command({ type: 'DeclineAssignment', data: { reason: 'CONFLICT' } }),
  command(respond),
  command({ type: 'AddProgress', data: { note: 'on it' } }),
  command(resolve),
  command({ type: 'HandleImmediately', data: { outcome: 'ANSWERED', result: 'told', skillsUsed: [] } }, clerk),
  command({ type: 'ExtendLimit', data: { by: { unit: 'WD', n: 3 }, reason: 'parts' } }, director),
  command({ type: 'ReassignCase', data: { reason: 'DIRECTOR' } }, director),
  handOver('cai'),
  handOver('stranger'),
  command({ type: 'ReassignCase', data: { reason: 'ORDER', cadreId: 'cai' } }, deputy),
  command({ type: 'TransferOut', data: { body: 'court', note: '' } }, director),
  command({ type: 'WithdrawCase', data: { reason: 'settled' } }, resident),
  ...[undefined, 1, 2, 5].flatMap((rating) =>
    [1, 2, 3].map((round) =>
      command({ type: 'ConcludeReview', data: { round, ...(rating !== undefined && { rating }) } }, SYSTEM),
    ),
  ),
  ...[1, 2, 3].map((round) => command({ type: 'ReopenOnLateRating', data: { round, rating: 1 } }, SYSTEM)),
  command(
    { type: 'DecideCountyReview', data: { verdict: 'REDO', panel, reason: 'again', remediesTold: true } },
    panelist,
  ),
  command(
    { type: 'DecideCountyReview', data: { verdict: 'UPHELD', panel, reason: 'law', remediesTold: true } },
    panelist,
  ),
  ...(['ack', 'resolve'] as const).map((step) =>
    command({ type: 'TakeEscalationAction', data: { step, action: 'REASSIGN', reason: 'late' } }, deputy),
  ),
  { kind: 'rung' },
  { kind: 'rung' },
];
const onward: readonly Move[] = [1, 1, 2, 5].map((rating) => ({ kind: 'onward', rating }));
const moves = fc.array(
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...onward) }, { weight: 1, arbitrary: fc.constantFrom(...MOVES) }),
  { maxLength: 40, size: 'max' },
);

const verdict = (given: 'REDO' | 'UPHELD'): CaseCommand => ({
  type: 'DecideCountyReview',
  data: { verdict: given, panel, reason: 'weighed', remediesTold: true },
});

/** What leads a case on from where it is. */
const next = ({ stage, round, handler, lastWord }: Case, rating: number): [CaseCommand, Actor] | undefined => {
  const byHandler = cadre(handler ?? 'nobody');
  switch (stage) {
    case 'REGISTERED':
      return [accept(), director];
    case 'ACCEPTED':
      return [assign, director];
    case 'ASSIGNED':
      return [acknowledge, byHandler];
    case 'ACKNOWLEDGED':
      return [respond, byHandler];
    case 'IN_PROGRESS':
      return [resolve, byHandler];
    case 'RESOLVED':
      return [{ type: 'ConcludeReview', data: { round, rating } }, SYSTEM];
    case 'COUNTY_REVIEW':
      return [verdict(lastWord || rating > 1 ? 'UPHELD' : 'REDO'), panelist];
    case 'CLOSED':
      return [{ type: 'ReopenOnLateRating', data: { round, rating } }, SYSTEM];
    default:
      return undefined;
  }
};

const live = livesOf({ registration: register(), people: PEOPLE, onward: next });

const FINAL: readonly CaseStage[] = ['REJECTED', 'TRANSFERRED_OUT', 'WITHDRAWN'];

const holds = (check: (lived: Lived) => void) =>
  fc.assert(
    fc.property(moves, (script) => check(live(script))),
    tries(120),
  );

describe('whatever is done to a case', () => {
  it('it has one lead handler while it is in hand, and none before', () => {
    holds(({ states }) => {
      for (const { stage, handler } of states) {
        if (['ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'RESOLVED'].includes(stage)) expect(handler).toBeDefined();
        if (['REGISTERED', 'ACCEPTED'].includes(stage)) expect(handler).toBeUndefined();
      }
    });
  });

  it('the handler is never somebody excluded from the round, nor beside himself', () => {
    holds(({ states }) => {
      for (const { handler, excluded, coHandlers } of states) {
        expect(excluded).not.toContain(handler);
        expect(coHandlers).not.toContain(handler);
      }
    });
  });

  it('it is never resolved without a first response in the round', () => {
    holds(({ events }) => {
      let responded = false;
      for (const { type } of events) {
        if (type === 'FirstResponseRecorded') responded = true;
        if (type === 'CaseReopened') responded = false;
        if (type === 'CaseResolved') expect(responded).toBe(true);
      }
    });
  });

  it('it has three rounds at most, each one after the other', () => {
    holds(({ states }) => {
      const rounds = states.map(({ round }) => round);
      expect(Math.max(...rounds)).toBeLessThanOrEqual(3);
      rounds.forEach((round, index) => expect(round - (rounds[index - 1] ?? 1)).toBeLessThanOrEqual(1));
      expect(rounds).toEqual(rounds.toSorted());
    });
  });

  it('an end is an end, but for one late word after closing', () => {
    holds(({ states, events }) => {
      const ended = states.findIndex(({ stage }) => FINAL.includes(stage));
      if (ended >= 0) expect(new Set(states.slice(ended)).size).toBe(1);
      const reopened = states.filter(({ stage }, index) => stage !== 'CLOSED' && states[index - 1]?.stage === 'CLOSED');
      expect(reopened.length).toBeLessThanOrEqual(1);
      expect(
        events.filter((event) => event.type === 'CaseReopened' && event.data.because === 'LATE_RATING').length,
      ).toBeLessThanOrEqual(1);
    });
  });

  it('no limit runs once it is over, and no step has two', () => {
    holds(({ states }) => {
      for (const { stage, clocks } of states) {
        const steps = clocks.map(({ step }) => step);
        // whoever handed it on still asks for the receipt
        if (stage === 'TRANSFERRED_OUT') expect(steps).toEqual(['transferReceipt']);
        else if (stage === 'CLOSED' || FINAL.includes(stage)) expect(steps).toEqual([]);
        expect(new Set(clocks.map(({ step }) => step)).size).toBe(clocks.length);
      }
    });
  });

  it('the resolve limit of a round only ever moves by an extension', () => {
    holds(({ events }) => {
      let due: Instant | undefined;
      for (const event of events) {
        if (event.type === 'CaseAccepted' || event.type === 'CaseReopened') due = undefined;
        const clock = 'clocks' in event.data ? event.data.clocks?.find(({ step }) => step === 'resolve') : undefined;
        if (!clock) continue;
        if (due !== undefined && event.type !== 'LimitExtended') expect(clock.dueAt).toBe(due);
        due = clock.dueAt;
      }
    });
  });

  it('a handover to whoever stands in moves no limit', () => {
    let handovers = 0;
    holds((lived) => void (handovers += handoversKeepLimits(lived)));
    expect(handovers).toBeGreaterThan(0);
  });

  it('no rung fires twice for one clock', () => {
    holds(({ events }) => {
      const fired = events.flatMap((event) => {
        if (event.type !== 'StepWarned' && event.type !== 'StepOverdue' && event.type !== 'CaseEscalated') return [];
        if (event.type === 'CaseEscalated' && event.data.because === 'DISSATISFIED') return [];
        const { round, step, attempt } = event.data;
        return [[round, step, attempt, event.type === 'CaseEscalated' ? event.data.level : event.type].join(':')];
      });
      expect(new Set(fired).size).toBe(fired.length);
    });
  });

  it('folding any part of its events gives the state it had then', () => {
    holds(({ events, states }) => {
      let state = caseDecider.initialState;
      const incremental = events.map((event) => (state = caseDecider.evolve(state, event)));
      incremental.forEach((known, index) => {
        expect(events.slice(0, index + 1).reduce(caseDecider.evolve, caseDecider.initialState)).toEqual(known);
      });
      expect(incremental.at(-1)).toEqual(states.at(-1));
    });
  });

  it('an event it does not know leaves it as it is', () => {
    holds(({ states }) => {
      const unknown = { type: 'CaseFramed', occurredAt: 0, data: {} } as unknown as CaseEvent;
      for (const state of states) expect(caseDecider.evolve(state, unknown)).toEqual(state);
    });
  });
});

describe('the lives that are tried', () => {
  it('come far enough to mean something', () => {
    const reached = new Set<CaseStage | number>();
    fc.assert(
      fc.property(moves, (script) => live(script).states.forEach(({ stage, round }) => reached.add(stage).add(round))),
      tries(200),
    );
    const far: readonly (CaseStage | number)[] = ['COUNTY_REVIEW', 'CLOSED', 'WITHDRAWN', 'TRANSFERRED_OUT', 2, 3];
    expect(far.filter((one) => !reached.has(one))).toEqual([]);
  });

  it('the account of its limits says of each running one what the case says, and its time is always in somebody’s hands', () => {
    holds(accountAgrees);
  });
});
