import { describe, expect, it } from '@jest/globals';
import { CURRENT_POLICY } from '#policy';
import type { OrgUnitEvent } from '#township/domain';
import { County } from './county.js';

type Created = Extract<OrgUnitEvent, { type: 'UnitCreated' }>['data'];
const created = (data: Omit<Created, 'name' | 'path'>): OrgUnitEvent => ({
  type: 'UnitCreated',
  occurredAt: 0,
  data: { name: data.unitId, path: `/county/${data.unitId}`, ...data },
});
const township = (unitId: string): OrgUnitEvent =>
  created({
    unitId,
    parentId: 'K',
    profile: { kind: 'TOWNSHIP', seat: 'TOWN', villageCount: 2, leadingIndustries: [] },
  });
const village = (unitId: string, parentId: string): OrgUnitEvent =>
  created({ unitId, parentId, profile: { kind: 'VILLAGE', number: 1, population: 400, households: 120 } });
const centre = (parentId: string): OrgUnitEvent =>
  created({
    unitId: `${parentId}-RURAL_GUIDANCE`,
    parentId,
    profile: { kind: 'CENTRE', centre: 'RURAL_GUIDANCE' },
    functions: ['RURAL_GUIDANCE', 'INDUSTRY_SERVICE'],
  });

const county = (): County => {
  const folded = new County();
  for (const event of [
    township('T02'),
    township('T01'),
    centre('T01'),
    village('T01-V01', 'T01'),
    village('T01-V02', 'T01'),
    village('T02-V01', 'T02'),
  ]) {
    folded.apply(event);
  }
  return folded;
};
const place = (typeCode: string, ...villages: readonly string[]) =>
  county().placeOf(CURRENT_POLICY, typeCode, villages);

describe('where a case lies', () => {
  it('is the township of its first village, and the centre that answers for its type there', () => {
    expect(place('REQ-INF', 'T01-V01')).toEqual({
      townshipId: 'T01',
      villageIds: ['T01-V01'],
      otherTownships: [],
      centre: 'T01-RURAL_GUIDANCE',
      countyCentre: 'K-MEDIATION',
    });
  });

  it('goes to the centre that took over the work of one the township does not have', () => {
    expect(place('SRV-ENT', 'T01-V01').centre).toBe('T01-RURAL_GUIDANCE');
  });

  it('names the other townships it touches', () => {
    expect(place('REQ-INF', 'T01-V01', 'T02-V01', 'T01-V02').otherTownships).toEqual(['T02']);
  });

  it('is refused for a village that nobody knows', () => {
    expect(() => place('REQ-INF', 'T01-V09')).toThrow('VILLAGE_UNKNOWN');
  });

  it('keeps the townships in the order in which they were founded', () => {
    expect(county().townshipOrder).toEqual(['T02', 'T01']);
  });
});
