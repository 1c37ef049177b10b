import { describe, expect, it } from '@jest/globals';
import { CommandRejected } from '#kernel';
import { chooseByHand, chooseCandidate } from './assignment.js';
import type { AssignmentQuestion } from './assignment-question.js';
import type { Candidate, HardRule } from './assignment.types.js';
import { at, candidate, certificate, pool, POLICY, TOWNSHIP_ORDER, type CandidateFields } from './case.fixture.js';
import { groupsOf } from './hard-rules.js';

type Needs = AssignmentQuestion['needs'];

const NOW = at('03-09 09:00');
const MUST = { all: ['ORG-02'], oneOf: [] };
const question = (
  needs: Partial<Needs> = {},
  scored: Partial<AssignmentQuestion['scored']> = {},
): AssignmentQuestion => ({
  needs: {
    now: NOW,
    responseBy: at('03-10 17:30'),
    priority: 'P3',
    risk: 'BLUE',
    confidentiality: 'N',
    tier: 'V',
    townshipId: 'T01',
    must: MUST,
    parties: ['li'],
    complaint: undefined,
    excluded: [],
    keepsRunning: false,
    ...needs,
  },
  scored: {
    now: NOW,
    groups: groupsOf(needs.must ?? MUST),
    optional: [],
    villages: ['T01-V07'],
    townshipId: 'T01',
    served: new Set(),
    ...scored,
  },
  townshipOrder: TOWNSHIP_ORDER,
});

const choose = (candidates: readonly Candidate[], asked: AssignmentQuestion = question()) =>
  chooseCandidate(POLICY, pool(...candidates), asked);
const refusal = (act: () => unknown): CommandRejected => {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof CommandRejected) return thrown;
    throw thrown;
  }
  throw new Error('nothing was refused');
};
const skilled = (skills: Record<string, 1 | 2 | 3>): CandidateFields => ({
  certificates: Object.fromEntries(Object.entries(skills).map(([skill, level]) => [skill, certificate(level)])),
});

describe('each hard rule rules out alone', () => {
  /** `out` breaks one rule, `in` stays: out is named under his rule, in is chosen. */
  const cases: readonly [HardRule, string, CandidateFields, Partial<Needs>][] = [
    ['H1', 'who has left', { active: false }, {}],
    ['H1', 'who waits for a post', { awaitingPost: true }, {}],
    ['H1', 'who is on leave now', { leaves: [{ from: at('03-08 00:00'), to: at('03-09 12:00') }] }, {}],
    [
      'H1',
      'who goes on leave within the response limit',
      { leaves: [{ from: at('03-10 17:30'), to: at('03-13 00:00') }] },
      {},
    ],
    ['H2', 'who lacks the skill', skilled({ 'ORG-01': 3 }), {}],
    ['H2', 'whose certificate ended this morning', { certificates: { 'ORG-02': certificate(2, NOW) } }, {}],
    ['H2', 'who is at level 1 where the risk is ORANGE', skilled({ 'ORG-02': 1 }), { risk: 'ORANGE' }],
    ['H2', 'who is at level 1 where the risk is RED', skilled({ 'ORG-02': 1 }), { risk: 'RED' }],
    ['H2', 'who is at level 1 in an emergency', skilled({ 'ORG-02': 1 }), { priority: 'P1' }],
    ['H4', 'who is a party', { cadreId: 'li' }, {}],
    ['H4', 'who is kin of a party', { kin: ['li'] }, {}],
    ['H4', 'who is complained of', {}, { complaint: { targets: ['out'], centres: [] } }],
    [
      'H4',
      'who is kin of him who is complained of',
      { kin: ['boss'] },
      { complaint: { targets: ['boss'], centres: [] } },
    ],
    [
      'H4',
      'whose centre is complained of',
      { unit: 'T01-OFFICE' },
      { complaint: { targets: ['boss'], centres: ['T01-OFFICE'] } },
    ],
    ['H4', 'who declined or had an earlier round', {}, { excluded: ['out'] }],
    ['H5', 'whose load would go above the cap', { openLoad: 11 }, {}],
    ['H6', 'who is mobilised', { mobilised: true }, {}],
    ['H7', 'who is not on call for an urgent case', { onCall: false }, { priority: 'P2' }],
    ['H7', 'who cannot be reached in an emergency', { reachable: false }, { priority: 'P1' }],
    [
      'H8',
      'who is not certified in privacy for a confidential case',
      skilled({ 'ORG-02': 2 }),
      { confidentiality: 'C' },
    ],
    ['H8', 'nor for a sealed one', skilled({ 'ORG-02': 2 }), { confidentiality: 'X' }],
    ['H10', 'who has worked through the night', { restUntil: at('03-09 09:01') }, {}],
  ];

  it.each(cases)('%s: %s', (rule, _, broken, needs) => {
    const out = candidate('out', broken);
    const { handler, decision } = choose([out, candidate('in')], question(needs));
    expect(handler).toBe('in');
    expect(decision.excluded).toEqual({ [rule]: [out.cadreId] });
  });

  it('H3: another township is not even named', () => {
    const { handler, decision } = choose([candidate('far', { townshipId: 'T02' }), candidate('in')]);
    expect(handler).toBe('in');
    expect(decision.excluded).toEqual({});
  });

  it('H3: the county handles at the county, a township does not', () => {
    const [of, county] = [candidate('township'), candidate('county', { townshipId: null })];
    expect(choose([of, county], question({ tier: 'K' })).handler).toBe('county');
    expect(choose([of, county], question({ tier: 'T' })).handler).toBe('township');
  });
});

describe('what a hard rule lets pass', () => {
  const only = (fields: CandidateFields, needs: Partial<Needs> = {}) =>
    choose([candidate('one', fields)], question(needs)).decision.relaxed;

  it('leave that begins after the response limit, or has ended', () => {
    expect(only({ leaves: [{ from: at('03-10 17:31'), to: at('03-13 00:00') }] })).toBeUndefined();
    expect(only({ leaves: [{ from: at('03-02 00:00'), to: NOW }] })).toBeUndefined();
  });

  it('a load that reaches the cap exactly, any load in an emergency', () => {
    expect(only({ openLoad: 10 })).toBeUndefined();
    expect(only({ openLoad: 40 }, { priority: 'P1' })).toBeUndefined();
  });

  it('a mobilised cadre where the clocks go on', () => {
    expect(only({ mobilised: true }, { keepsRunning: true })).toBeUndefined();
  });

  it('somebody off call where nothing is urgent', () => {
    expect(only({ onCall: false, reachable: false })).toBeUndefined();
  });

  it('somebody without rest in an emergency', () => {
    expect(only({ restUntil: at('03-09 12:00') }, { priority: 'P1' })).toBeUndefined();
  });

  it('level 1 where level 2 is held in another must skill', () => {
    const must = { all: ['STB-07', 'STB-11'], oneOf: [] };
    expect(only(skilled({ 'STB-07': 1, 'STB-11': 2 }), { must, risk: 'RED' })).toBeUndefined();
  });

  it('either skill of two alternatives', () => {
    expect(only(skilled({ 'STB-18': 1 }), { must: { all: [], oneOf: [['STB-14', 'STB-18']] } })).toBeUndefined();
  });
});

it('names the first rule that is broken: area, presence, conflict, skill, load', () => {
  const broken = candidate('out', { awaitingPost: true, kin: ['li'], certificates: {}, openLoad: 20 });
  expect(choose([broken, candidate('in')]).decision.excluded).toEqual({ H1: ['out'] });
  expect(choose([{ ...broken, awaitingPost: false }, candidate('in')]).decision.excluded).toEqual({ H4: ['out'] });
  expect(choose([{ ...broken, awaitingPost: false, kin: [] }, candidate('in')]).decision.excluded).toEqual({
    H2: ['out'],
  });
});

describe('the score', () => {
  it('adds up as worked by hand', () => {
    const day = 86_400_000;
    const wu = candidate('wu', {
      villages: ['T01-V08'],
      openLoad: 5,
      certificates: {
        'STB-03': certificate(1),
        'STB-04': certificate(3),
        'STB-13': certificate(1),
        'ORG-20': certificate(1),
      },
      // one use within 180 days, one within 365: recency (1 + 0.5) ÷ 2
      skillUse: { 'STB-03': NOW - 100 * day, 'STB-04': NOW - 200 * day },
      steps: [
        { at: NOW - 181 * day, onTime: false }, // too old to count
        { at: NOW - 30 * day, onTime: false },
        { at: NOW - 20 * day, onTime: true },
        { at: NOW - 10 * day, onTime: true },
      ],
      ratings: [
        { at: NOW - 6 * day, rating: 2 },
        { at: NOW - 5 * day, rating: 5 },
      ],
    });
    const must = { all: ['STB-03', 'STB-04'], oneOf: [] };
    const { decision } = choose(
      [wu],
      question({ must }, { optional: ['STB-12', 'STB-13', 'STB-19'], preferred: 'wu' }),
    );
    // Skill 0.6·(0.5 + 1)/2 + 0.25·0.75 + 0.15·1/3 = 0.45 + 0.1875 + 0.05
    // Near, the next village 0.8; Load 1 − 5/12
    // Quality ½·(2 + 4)/(3 + 5) + ½·(1 + 4)/(2 + 5) = 0.375 + 0.357142…
    // Continuity, named by the resident 0.5
    // 40·0.6875 + 20·0.8 + 20·0.583333… + 10·0.732142… + 10·0.5 = 27.5 + 16 + 11.666666… + 7.321428… + 5
    expect(decision.ranked[0]?.parts).toEqual({
      skill: expect.closeTo(0.6875, 10),
      near: 0.8,
      load: expect.closeTo(7 / 12, 10),
      quality: expect.closeTo(0.732142857, 8),
      continuity: 0.5,
    });
    expect(decision.ranked[0]?.score).toBe(67.4881);
  });

  const parts = (fields: CandidateFields, scored: Partial<AssignmentQuestion['scored']> = {}) =>
    choose([candidate('one', fields)], question({}, scored)).decision.ranked[0]!.parts;

  it('is nearest in the village, then next to it, in the township, in the county', () => {
    expect(parts({ villages: ['T01-V07'] }).near).toBe(1);
    expect(parts({ villages: ['T01-V06'] }).near).toBe(0.8);
    expect(parts({ villages: ['T01-V09'] }).near).toBe(0.6);
    expect(parts({ villages: ['T02-V08'] }).near).toBe(0.6);
  });

  it('takes the nearest of several villages', () => {
    expect(parts({ villages: ['T01-V20'] }, { villages: ['T01-V07', 'T01-V20'] }).near).toBe(1);
  });

  it('starts a newcomer at four of five on time and satisfied', () => {
    expect(parts({}).quality).toBeCloseTo(0.8, 10);
  });

  it('knows who has served the household well, the instructor of the village, and whom the resident names', () => {
    expect(parts({}, { served: new Set(['one']) }).continuity).toBe(1);
    expect(parts({}, { served: new Set(['other']) }).continuity).toBe(0);
    expect(parts({ villages: ['T01-V07'] }).continuity).toBe(0.7);
    expect(parts({ villages: ['T01-V07'] }, { preferred: 'one' }).continuity).toBe(1);
    expect(parts({}, { preferred: 'one' }).continuity).toBe(0.5);
  });

  it('is never below nothing for load', () => {
    expect(
      choose([candidate('one', { openLoad: 30 })], question({ priority: 'P1' })).decision.ranked[0]!.parts.load,
    ).toBe(0);
  });

  it('keeps the best five with their parts, best first', () => {
    const { decision } = choose(['a', 'b', 'c', 'd', 'e', 'f'].map((id, load) => candidate(id, { openLoad: load })));
    expect(decision.ranked.map(({ cadreId }) => cadreId)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('a tie', () => {
  /** As good at level 3 as at level 2: only the tie tells them apart. */
  const certificates = { 'ORG-02': certificate(3) };
  const light = POLICY.assignment.weights.load / POLICY.assignment.loadCap;

  it('goes to the lower load', () => {
    // the named resident’s choice makes up for one unit of load exactly
    const policy = {
      ...POLICY,
      assignment: { ...POLICY.assignment, continuity: { ...POLICY.assignment.continuity, named: (2 * light) / 10 } },
    };
    const heavy = candidate('a', { openLoad: 2 });
    const { handler, decision } = chooseCandidate(
      policy,
      pool(heavy, candidate('b')),
      question({}, { preferred: 'a' }),
    );
    expect(new Set(decision.ranked.map(({ score }) => score)).size).toBe(1);
    expect(handler).toBe('b');
  });

  it('then to him who has waited longest, first of all to him who never had a case', () => {
    const [late, early] = [candidate('a', { lastAssignedAt: 2 }), candidate('b', { lastAssignedAt: 1 })];
    expect(choose([late, early]).handler).toBe('b');
    expect(choose([late, early, candidate('c')]).handler).toBe('c');
  });

  it('then to the higher level', () => {
    expect(choose([candidate('a'), candidate('b', { certificates })]).handler).toBe('b');
  });

  it('then to the lowest id, in whatever order they come', () => {
    expect(choose([candidate('b'), candidate('a')]).handler).toBe('a');
    expect(choose([candidate('a'), candidate('b')]).handler).toBe('a');
  });
});

describe('the resident instructor of the village', () => {
  const instructor = (openLoad: number) => candidate('instructor', { villages: ['T01-V07'], openLoad });
  /** Lives in the next village, has served the household well, has nothing on his desk. */
  const rival = candidate('rival', { villages: ['T01-V08'], ratings: [{ at: NOW - 1, rating: 5 }] });
  const asked = (tier: Needs['tier']) => question({ tier }, { served: new Set(['rival']) });

  it('gets the case of the village within five points of the best', () => {
    const chosen = choose([instructor(2), rival], asked('V'));
    const [best, second] = chosen.decision.ranked;
    expect(best!.cadreId).toBe('rival');
    expect(best!.score - second!.score).toBeLessThanOrEqual(5);
    expect(chosen).toMatchObject({ handler: 'instructor', decision: { chosenBy: 'RESIDENT_INSTRUCTOR' } });
  });

  it('does not beyond five points', () => {
    const chosen = choose([instructor(10), rival], asked('V'));
    expect(chosen).toMatchObject({ handler: 'rival', decision: { chosenBy: 'SCORE' } });
  });

  it('has no such right above the village', () => {
    expect(choose([instructor(2), rival], asked('T')).handler).toBe('rival');
  });
});

describe('where nobody is left the pool opens step by step', () => {
  it('R1: level 1 with a mentor of level 2 beside him', () => {
    const learner = candidate('learner', skilled({ 'ORG-02': 1 }));
    const mentor = candidate('mentor', { townshipId: null, ...skilled({ 'ORG-02': 2 }) });
    const chosen = choose([learner, mentor], question({ risk: 'RED' }));
    expect(chosen).toMatchObject({ handler: 'learner', coHandlers: ['mentor'], decision: { relaxed: 'R1' } });
    expect(refusal(() => choose([learner], question({ risk: 'RED' }))).code).toBe('NO_CANDIDATE');
  });

  it('R2: two townships before and two after, around the list', () => {
    for (const near of ['X02', 'X03', 'T02', 'T03']) {
      const chosen = choose([candidate('near', { townshipId: near })]);
      expect(chosen).toMatchObject({ handler: 'near', decision: { relaxed: 'R2', missingSkill: 'ORG-02' } });
    }
    expect(refusal(() => choose([candidate('far', { townshipId: 'T04' })])).code).toBe('NO_CANDIDATE');
  });

  it('R3: the county’s own people', () => {
    const chosen = choose([candidate('county', { townshipId: null })]);
    expect(chosen.decision).toMatchObject({ relaxed: 'R3', missingSkill: 'ORG-02' });
  });

  it('R4: a higher load; no skill was missing', () => {
    const { decision } = choose([candidate('busy', { openLoad: 13 })]);
    expect(decision.relaxed).toBe('R4');
    expect(decision).not.toHaveProperty('missingSkill');
    expect(refusal(() => choose([candidate('busy', { openLoad: 14 })])).code).toBe('NO_CANDIDATE');
  });

  it('steps add up: R4 reaches the county’s loaded people too', () => {
    expect(choose([candidate('county', { townshipId: null, openLoad: 13 })]).decision.relaxed).toBe('R4');
  });

  it('takes the first step that gives somebody, and says who was ruled out at first', () => {
    const chosen = choose([
      candidate('unskilled', { certificates: {} }),
      candidate('near', { townshipId: 'T02' }),
      candidate('county', { townshipId: null }),
    ]);
    expect(chosen).toMatchObject({ handler: 'near', decision: { relaxed: 'R2', excluded: { H2: ['unskilled'] } } });
  });

  it('names of several must skills the one that the township lacks, of alternatives the first', () => {
    const must = { all: ['ORG-02', 'ORG-18'], oneOf: [] };
    const here = candidate('here');
    const near = candidate('near', { townshipId: 'T02', ...skilled({ 'ORG-02': 1, 'ORG-18': 1 }) });
    expect(choose([here, near], question({ must })).decision.missingSkill).toBe('ORG-18');
    const either = { all: [], oneOf: [['STB-14', 'STB-18']] };
    expect(refusal(() => choose([here], question({ must: either }))).detail).toEqual({ missingSkill: 'STB-14' });
  });

  it('R5: by the director’s hand, what he lacks is shown', () => {
    const byHand = (one: Candidate, needs: Partial<Needs> = {}) =>
      chooseByHand(POLICY, pool(one, candidate('other')), question(needs), one.cadreId);
    expect(byHand(candidate('a', { certificates: {} })).decision).toMatchObject({
      chosenBy: 'HAND',
      relaxed: 'R5',
      missingSkill: 'ORG-02',
    });
    expect(byHand(candidate('a', { openLoad: 30 })).decision).toMatchObject({ relaxed: 'R5' });
    expect(byHand(candidate('a')).decision).not.toHaveProperty('relaxed');
  });

  it('R5: but never in a conflict, in absence, or without the office the case asks for', () => {
    const refused = (one: Candidate, needs: Partial<Needs> = {}) =>
      refusal(() => chooseByHand(POLICY, pool(one), question(needs), one.cadreId));
    expect(refused(candidate('a', { kin: ['li'] }))).toMatchObject({
      code: 'CANDIDATE_RULED_OUT',
      detail: { rule: 'H4' },
    });
    expect(refused(candidate('a', { awaitingPost: true }))).toMatchObject({ detail: { rule: 'H1' } });
    expect(refused(candidate('a', { certificates: {} }), { confidentiality: 'C' })).toMatchObject({
      detail: { rule: 'H8' },
    });
    expect(refusal(() => chooseByHand(POLICY, pool(), question(), 'nobody')).code).toBe('CANDIDATE_UNKNOWN');
  });
});

describe('several must skills', () => {
  const must = { all: ['STB-07', 'STB-11'], oneOf: [] };
  const lead = candidate('lead', skilled({ 'STB-07': 1 }));
  const helper = candidate('helper', skilled({ 'STB-11': 2 }));

  it('go to one who holds them all', () => {
    const both = candidate('both', { ...skilled({ 'STB-07': 1, 'STB-11': 1 }), openLoad: 8 });
    expect(choose([lead, helper, both], question({ must }))).toMatchObject({ handler: 'both', coHandlers: [] });
  });

  it('else to the holder of the first, with co-handlers for the others and nothing relaxed', () => {
    const chosen = choose([helper, lead], question({ must }));
    expect(chosen).toMatchObject({ handler: 'lead', coHandlers: ['helper'] });
    expect(chosen.decision).not.toHaveProperty('relaxed');
  });

  it('want level 2 in one of them where the case is grave: the team has it', () => {
    const needs = { must, priority: 'P1' } as const;
    expect(choose([lead, helper], question(needs))).toMatchObject({ handler: 'lead', coHandlers: ['helper'] });
    const beginner = candidate('beginner', skilled({ 'STB-11': 1 }));
    const chosen = choose([lead, beginner, helper], question(needs));
    expect(chosen).toMatchObject({ handler: 'lead', coHandlers: ['helper'] });
    expect(refusal(() => choose([lead, beginner], question(needs))).code).toBe('NO_CANDIDATE');
  });

  it('R1: two beginners and a mentor from the county', () => {
    const beginner = candidate('beginner', skilled({ 'STB-11': 1 }));
    const mentor = candidate('mentor', { townshipId: null, ...skilled({ 'STB-07': 3 }) });
    expect(choose([lead, beginner, mentor], question({ must, risk: 'RED' }))).toMatchObject({
      handler: 'lead',
      coHandlers: ['beginner', 'mentor'],
      decision: { relaxed: 'R1' },
    });
  });
});

it('gives the same result for the same inputs, in whatever order the pool is', () => {
  const people = ['c', 'a', 'e', 'b', 'd'].map((id, load) =>
    candidate(id, { openLoad: load % 2, lastAssignedAt: load }),
  );
  const one = choose(people);
  expect(choose(people.toReversed())).toEqual(one);
});
