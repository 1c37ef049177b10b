import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CommandRejected } from '#kernel';
import { areaOf } from './area.js';
import { chooseCandidate } from './assignment.js';
import type { AssignmentQuestion } from './assignment-question.js';
import type { Candidate, CandidatePool } from './assignment.types.js';
import { groupsOf } from './hard-rules.js';
import { at, candidate, certificate, pool, POLICY, TOWNSHIP_ORDER } from './case.fixture.js';

const NOW = at('03-09 09:00');

const seldom = <T, U>(one: T, other: U) =>
  fc.oneof({ arbitrary: fc.constant(one), weight: 1 }, { arbitrary: fc.constant(other), weight: 4 });

const people = fc
  .array(
    fc.record({
      townshipId: fc.constantFrom('T01', 'T02', 'X03', 'X02', null),
      skills: fc.uniqueArray(fc.constantFrom('STB-03', 'STB-11', 'ORG-20'), { maxLength: 3 }),
      level: fc.constantFrom(1, 2),
      openLoad: fc.integer({ min: 0, max: 14 }),
      awaitingPost: seldom(true, false),
      isAway: seldom(true, false),
      kin: seldom(['li'], []),
      unit: fc.constantFrom('T01-RURAL_GUIDANCE', 'T01-OFFICE'),
    }),
    { maxLength: 14 },
  )
  .map((drawn) =>
    drawn.map(({ skills, level, isAway, ...fields }, index) =>
      candidate(`c${index}`, {
        ...fields,
        leaves: isAway ? [{ from: NOW - 1, to: NOW + 1 }] : [],
        certificates: Object.fromEntries(skills.map((skill) => [skill, certificate(level)])),
      }),
    ),
  );

const questions = fc
  .record({
    tier: fc.constantFrom('V', 'T', 'K'),
    risk: fc.constantFrom('BLUE', 'RED'),
    townshipId: fc.constantFrom('T01', 'X03'),
    all: fc.constantFrom([], ['STB-03'], ['STB-03', 'STB-11']),
    oneOf: fc.constantFrom([], [['STB-11', 'ORG-20']]),
    complaint: seldom({ targets: ['c2'], centres: ['T01-OFFICE'] }, undefined),
    order: fc.constantFrom(TOWNSHIP_ORDER, ['T01', 'T02', 'X03'], []),
  })
  .map(({ tier, risk, townshipId, all, oneOf, complaint, order }): AssignmentQuestion => {
    const must = { all, oneOf };
    return {
      needs: {
        ...{ now: NOW, responseBy: NOW, priority: 'P3', confidentiality: 'N', must, townshipId },
        ...{ tier, risk, complaint, parties: ['li', 'c1'], excluded: ['c0'], keepsRunning: false },
      },
      scored: {
        now: NOW,
        groups: groupsOf(must),
        optional: [],
        villages: [`${townshipId}-V01`],
        townshipId,
        served: new Set(),
      },
      townshipOrder: order,
    };
  });

const byArea = (candidates: readonly Candidate[]): CandidatePool => ({
  ...pool(...candidates),
  areas: new Map(
    candidates.map(({ townshipId }) => [
      townshipId,
      areaOf(candidates.filter((other) => other.townshipId === townshipId)),
    ]),
  ),
});

const answer = (asked: CandidatePool, question: AssignmentQuestion): unknown => {
  try {
    return chooseCandidate(POLICY, asked, question);
  } catch (refused) {
    if (refused instanceof CommandRejected) return [refused.code, refused.detail];
    throw refused;
  }
};

describe('a pool sorted by area', () => {
  it('gives the same choice, for the same reasons, with the same people ruled out', () => {
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(people, questions, (candidates, question) => {
        const visited = answer(pool(...candidates), question);
        outcomes.add(Array.isArray(visited) ? 'refused' : 'chosen');
        expect(answer(byArea(candidates), question)).toEqual(visited);
      }),
      { numRuns: 1_500 },
    );
    expect(outcomes.size).toBe(2);
  });
});
