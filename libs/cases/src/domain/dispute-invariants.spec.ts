import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SYSTEM, type Actor, type Instant } from '#kernel';
import { tries } from '#testing';
import { accountAgrees } from './clock-ledger.fixture.js';
import { caseProcess } from './case-process.js';
import type { CaseCommand } from './case.commands.js';
import {
  afterOrder,
  command,
  handOver,
  handoversKeepLimits,
  livesOf,
  type Lived,
  type Move,
  type World,
} from './case-lives.fixture.js';
import {
  accept,
  acknowledge,
  assign,
  cadre,
  candidate,
  cases,
  certificate,
  deputy,
  director,
  li,
  pool,
  register,
  resident,
  respond,
} from './case.fixture.js';
import type { CaseStage } from './case-types.js';
import type { Case } from './case.state.js';
import { mediate, wang } from './dispute.fixture.js';

const SKILLS = { certificates: { 'STB-03': certificate(2), 'ORG-20': certificate(1) } };
const PEOPLE = pool(
  ...['anna', 'bo', 'cai', 'dan'].map((id) => candidate(id, SKILLS)),
  candidate('boss', { roles: ['CENTRE_DIRECTOR'], certificates: {} }),
  ...['kay', 'lu'].map((id) => candidate(id, { ...SKILLS, townshipId: null, unit: 'K-MEDIATION' })),
);

const DAY = 86_400_000;
const idOf = ({ mediation }: Case): string => mediation?.mediationId ?? 'none';
const concluding =
  (outcome: 'AGREED' | 'FAILED' | 'TERMINATED' | 'DECLINED', violence = false) =>
  (state: Case): CaseCommand => ({
    type: 'ConcludeMediation',
    data: { mediationId: idOf(state), outcome, ...(violence && { violence: true as const }) },
  });
const result = { result: 'settled', skillsUsed: [] };
const suspended =
  (days: number) =>
  (state: Case): CaseCommand => ({
    type: 'SuspendCase',
    data: { reason: 'APPRAISAL', note: 'a survey', until: (state.acceptedAt ?? 0) + days * DAY },
  });

const MOVES: readonly Move[] = [
  command(mediate),
  ...(['AGREED', 'FAILED', 'TERMINATED', 'DECLINED'] as const).map((outcome) => command(concluding(outcome), SYSTEM)),
  command(concluding('TERMINATED', true), SYSTEM),
  command((state) => ({ type: 'NoteConsents', data: { mediationId: idOf(state) } }), SYSTEM),
  command({ type: 'BarMediation', data: { bar: 'COURT', note: 'a suit' } }),
  ...(['HANDLER', 'LEADER', 'PARTIES'] as const).map((because) =>
    command({ type: 'RaiseTier', data: { because, reason: 'beyond us' } }, because === 'LEADER' ? deputy : 'handler'),
  ),
  command({ type: 'ObjectToRaise', data: { party: 'li' } }),
  ...['li', 'wang'].flatMap((party) =>
    [true, false].map((accepts) => command({ type: 'AnswerTierOffer', data: { party, accepts } })),
  ),
  ...[5, 12, 25].map((days) => command(suspended(days), director)),
  command({ type: 'ResumeCase', data: {} }, director),
  command({ type: 'MergeCase', data: { into: 'c2' } }, director),
  command({ type: 'UnmergeCase', data: { reason: 'not the same' } }, director),
  command(
    { type: 'AbsorbCase', data: { source: 'c3', sourceNo: 'N3', parties: [{ ...li, partyId: 'zhao' }] } },
    SYSTEM,
  ),
  command({ type: 'UndoAbsorption', data: { source: 'c3' } }, SYSTEM),
  command({ type: 'ReassignCase', data: { reason: 'DIRECTOR' } }, director),
  handOver('cai'),
  handOver('stranger'),
  command({ type: 'DeclineAssignment', data: { reason: 'CONFLICT' } }),
  command({ type: 'ResolveCase', data: { outcome: 'EXPLAINED', ...result } }),
  command({ type: 'ResolveCase', data: { outcome: 'AGREED', ...result } }),
  command({ type: 'WithdrawCase', data: { reason: 'settled' } }, resident),
  { kind: 'rung' },
  { kind: 'rung' },
  { kind: 'rung' },
  { kind: 'rung' },
];

/** What leads a dispute on: to mediation, and by what comes of it. */
const onward = (state: Case, rating: number): [CaseCommand, Actor] | undefined => {
  const byHandler = cadre(state.handler ?? 'nobody');
  switch (state.stage) {
    case 'REGISTERED':
      return [accept(), director];
    case 'ACCEPTED':
      return [assign, director];
    case 'ASSIGNED':
      return [acknowledge, byHandler];
    case 'ACKNOWLEDGED':
      return [respond, byHandler];
    case 'IN_PROGRESS':
      return state.agreed
        ? [{ type: 'ResolveCase', data: { outcome: 'AGREED', ...result } }, byHandler]
        : [mediate, byHandler];
    case 'IN_MEDIATION':
      return [concluding(rating > 1 ? 'AGREED' : 'FAILED')(state), SYSTEM];
    case 'SUSPENDED':
      return [{ type: 'ResumeCase', data: {} }, director];
    case 'MERGED':
      return [{ type: 'UnmergeCase', data: { reason: 'not the same' } }, director];
    case 'RESOLVED':
      return [{ type: 'ConcludeReview', data: { round: state.round, rating } }, SYSTEM];
    default:
      return undefined;
  }
};

const world: World = {
  registration: register({ typeCode: 'DSP-WTR', parties: [li, wang] }),
  people: PEOPLE,
  onward,
  known: { target: cases.accepted({ caseId: 'c2', typeCode: 'DSP-WTR' }).state() },
};
const live = livesOf(world);

const moves = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.constantFrom<Move>(...[1, 1, 2, 5].map((rating) => ({ kind: 'onward' as const, rating }))),
    },
    { weight: 3, arbitrary: fc.constantFrom(...MOVES) },
  ),
  { maxLength: 40, size: 'max' },
);
const holds = (check: (lived: Lived) => void) =>
  fc.assert(
    fc.property(moves, (script) => check(live(script))),
    tries(300),
  );

const OVER: readonly CaseStage[] = ['CLOSED', 'REJECTED', 'TRANSFERRED_OUT', 'WITHDRAWN', 'MERGED'];
const RANK = { V: 0, T: 1, K: 2 } as const;

describe('whatever is done to a dispute', () => {
  it('one mediation is under way at a time, and goes on while the case changes hands', () => {
    holds(({ states, events }) => {
      for (const { mediation, stage } of states) {
        if (mediation) expect(['IN_MEDIATION', 'ACCEPTED', 'ASSIGNED', 'SUSPENDED']).toContain(stage);
      }
      let open: string | undefined;
      for (const event of events) {
        if (event.type === 'MediationRequested') {
          expect(open).toBeUndefined();
          open = event.data.mediationId;
        }
        if (event.type === 'MediationConcluded') {
          expect(event.data.mediationId).toBe(open);
          open = undefined;
        }
      }
    });
  });

  it('it goes up one tier at a time and never down', () => {
    holds(({ states }) => {
      const tiers = states.map(({ file }) => RANK[file!.tier]);
      tiers.forEach((tier, index) => expect([0, 1]).toContain(tier - (tiers[index - 1] ?? 0)));
    });
  });

  it('it is resolved only after a first response at its tier and in its round, and as agreed only where there is an agreement', () => {
    holds(({ events }) => {
      let [responded, agreed] = [false, false];
      for (const event of events) {
        if (event.type === 'FirstResponseRecorded') responded = true;
        if (event.type === 'CaseReopened' || event.type === 'TierRaised') responded = false;
        if (event.type === 'MediationConcluded') agreed = event.data.outcome === 'AGREED';
        if (event.type === 'CaseReopened') agreed = false;
        if (event.type !== 'CaseResolved') continue;
        expect(responded).toBe(true);
        expect(event.data.outcome === 'AGREED').toBe(agreed);
      }
    });
  });

  it('every rung that is ordered is gone afterwards, so that no order is ever given again', () => {
    holds(({ states }) => {
      for (const state of states) {
        const { rungs } = caseProcess.timetable(state);
        for (const rung of rungs) {
          const after = afterOrder(state, rung, world);
          const same = caseProcess.timetable(after).rungs.filter((one) => JSON.stringify(one) === JSON.stringify(rung));
          expect(same).toEqual([]);
        }
      }
    });
  });

  it('nothing runs once it is over or merged, and no step has two limits', () => {
    holds(({ states }) => {
      for (const { stage, clocks } of states) {
        if (OVER.includes(stage)) expect(clocks).toEqual([]);
        expect(new Set(clocks.map(({ step }) => step)).size).toBe(clocks.length);
      }
    });
  });

  it('while it stands still nothing is due but its end, and what was overdue before', () => {
    holds(({ states }) => {
      for (const { suspended: standing, clocks } of states) {
        if (!standing) continue;
        for (const { step, dueAt } of clocks) {
          expect(step === 'suspension' || dueAt < standing.at).toBe(true);
        }
      }
    });
  });

  it('a handover to whoever stands in moves no limit, even while it stands still', () => {
    let handovers = 0;
    holds((lived) => void (handovers += handoversKeepLimits(lived)));
    expect(handovers).toBeGreaterThan(0);
  });

  it('the limit to resolve moves only by an extension, a pause, or a new round', () => {
    holds(({ events }) => {
      let due: Instant | undefined;
      for (const event of events) {
        if (event.type === 'CaseAccepted' || event.type === 'CaseReopened' || event.type === 'CaseResumed') {
          due = undefined;
        }
        const clock = 'clocks' in event.data ? event.data.clocks?.find(({ step }) => step === 'resolve') : undefined;
        if (!clock) continue;
        if (due !== undefined && event.type !== 'LimitExtended') expect(clock.dueAt).toBe(due);
        due = clock.dueAt;
      }
    });
  });
});

describe('the disputes that are tried', () => {
  it('come far enough to mean something', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(moves, (script) => {
        const { states, events } = live(script);
        states.forEach(({ stage, file }) => reached.add(stage).add(`tier ${file!.tier}`));
        events.forEach(({ type }) => reached.add(type));
      }),
      tries(400),
    );
    const far = [
      ...['IN_MEDIATION', 'SUSPENDED', 'MERGED', 'CLOSED', 'tier T', 'tier K', 'NextTierOffered', 'TierOfferAnswered'],
      ...['FollowUpCaseOpened', 'ConsentReminded', 'CaseResumed', 'MergeUndone', 'TierRaiseObjected', 'CaseReopened'],
    ];
    expect(far.filter((one) => !reached.has(one))).toEqual([]);
  });

  it('the account of its limits says of each running one what the case says, and its time is always in somebody’s hands', () => {
    holds(accountAgrees);
  });
});
