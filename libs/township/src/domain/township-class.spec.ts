import { describe, expect, it } from '@jest/globals';
import { centresOf, CURRENT_POLICY } from '#policy';
import { classOf, functionsOf, neighbourTownships, neighbourVillages } from '#township/domain';

describe('a township of so many villages', () => {
  it.each([
    [18, 'A', 6],
    [17, 'B', 5],
    [12, 'B', 5],
    [11, 'C', 4],
  ])('with %i is of class %s and has %i centres', (villages, townshipClass, centres) => {
    expect(classOf(CURRENT_POLICY, villages)).toBe(townshipClass);
    expect(centresOf(CURRENT_POLICY, villages)).toHaveLength(centres);
  });

  it('owns every function exactly once, in a centre it has', () => {
    for (const villages of [9, 15, 30]) {
      const owned = centresOf(CURRENT_POLICY, villages).flatMap((centre) =>
        functionsOf(CURRENT_POLICY, villages, centre),
      );
      expect([...owned].sort()).toEqual(Object.keys(CURRENT_POLICY.centres.names).sort());
    }
  });

  it('gives no function to a centre it does not have', () => {
    expect(functionsOf(CURRENT_POLICY, 9, 'TOWN_CONSTRUCTION')).toEqual([]);
  });
});

describe('neighbours', () => {
  it('of a village are the numbers beside it, within the township', () => {
    expect(neighbourVillages('T01-V07', 30)).toEqual(['T01-V06', 'T01-V08']);
    expect(neighbourVillages('T01-V01', 30)).toEqual(['T01-V02']);
    expect(neighbourVillages('T01-V30', 30)).toEqual(['T01-V29']);
  });

  it('of a township go round the list of the county', () => {
    const cycle = ['T01', 'T02', 'T03', 'X01', 'X02', 'X03'];
    expect(neighbourTownships('T01', cycle, 2)).toEqual(['X03', 'T02', 'X02', 'T03']);
  });
});
