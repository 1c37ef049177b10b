import { describe, expect, it } from '@jest/globals';
import { CommandRejected, fold, SYSTEM } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import { orgUnit, type CreateUnit, type OrgUnit, type OrgUnitContext } from '#township/domain';

const now = Date.UTC(2026, 0, 5);
const base: OrgUnitContext = { now, actor: SYSTEM, policy: CURRENT_POLICY };
const none = orgUnit.initialState;

const created = (data: CreateUnit['data'], parent?: OrgUnit): OrgUnit =>
  fold(orgUnit, orgUnit.decide({ type: 'CreateUnit', data }, none, { ...base, ...(parent && { parent }) }));

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof CommandRejected) return error.code;
    throw error;
  }
  return 'ACCEPTED';
};

const county = created({ unitId: 'county', name: '示例县', profile: { kind: 'COUNTY' } });
const township = (villageCount: number): OrgUnit =>
  created(
    {
      unitId: 'T01',
      name: '云坪镇',
      parentId: 'county',
      profile: { kind: 'TOWNSHIP', seat: 'TOWN', villageCount, leadingIndustries: ['TEA'] },
    },
    county,
  );
const village = (number: number): CreateUnit['data'] => ({
  unitId: `T01-V0${number}`,
  name: '上垟村',
  parentId: 'T01',
  profile: { kind: 'VILLAGE', number, population: 900, households: 281 },
});

describe('a unit of the county', () => {
  it('has a path below its one parent', () => {
    expect(township(30).path).toBe('/county/T01');
    expect(created(village(7), township(30)).path).toBe('/county/T01/T01-V07');
  });

  it('learns its class from the number of villages', () => {
    expect([30, 17, 9].map((villages) => township(villages).townshipClass)).toEqual(['A', 'B', 'C']);
  });

  it('takes over the functions of the centres its class does without', () => {
    const rural = created(
      {
        unitId: 'T01-RURAL_GUIDANCE',
        name: '农村工作指导中心',
        parentId: 'T01',
        profile: { kind: 'CENTRE', centre: 'RURAL_GUIDANCE' },
      },
      township(9),
    );
    expect(rural.functions).toEqual(['RURAL_GUIDANCE', 'INDUSTRY_SERVICE', 'TOWN_CONSTRUCTION']);
  });

  it('is refused where its class has no such centre', () => {
    const construction: CreateUnit['data'] = {
      unitId: 'T01-TOWN_CONSTRUCTION',
      name: '村镇建设管理中心',
      parentId: 'T01',
      profile: { kind: 'CENTRE', centre: 'TOWN_CONSTRUCTION' },
    };
    expect(codeOf(() => created(construction, township(12)))).toBe('CENTRE_NOT_OF_CLASS');
    expect(codeOf(() => created(construction, township(18)))).toBe('ACCEPTED');
  });

  it('is refused without its parent, under a wrong kind of parent, or twice', () => {
    expect(codeOf(() => created(village(1)))).toBe('PARENT_NOT_ACTIVE');
    expect(codeOf(() => created({ ...village(1), parentId: 'county' }, county))).toBe('PARENT_OF_WRONG_KIND');
    const there = created(village(1), township(30));
    const again = { type: 'CreateUnit', data: village(1) } as const;
    expect(codeOf(() => orgUnit.decide(again, there, { ...base, parent: township(30) }))).toBe('UNIT_EXISTS');
  });

  it('is refused as a village beyond the number of villages', () => {
    expect(codeOf(() => created(village(8), township(7)))).toBe('VILLAGE_NUMBER_INVALID');
  });

  it('closes once, and not while units are open below it', () => {
    const open = township(30);
    const close = { type: 'CloseUnit', data: {} } as const;
    expect(codeOf(() => orgUnit.decide(close, open, { ...base, openChildren: ['T01-V01'] }))).toBe('UNIT_HAS_CHILDREN');
    const events = orgUnit.decide(close, open, base);
    expect(events.map((event) => event.type)).toEqual(['UnitClosed']);
    expect(orgUnit.decide(close, fold(orgUnit, events, open), base)).toEqual([]);
  });

  it('keeps its office and its mediation centre whatever happens', () => {
    const office = created(
      {
        unitId: 'T01-GENERAL_OFFICE',
        name: '党政综合办公室',
        parentId: 'T01',
        profile: { kind: 'CENTRE', centre: 'GENERAL_OFFICE' },
      },
      township(9),
    );
    expect(codeOf(() => orgUnit.decide({ type: 'CloseUnit', data: {} }, office, base))).toBe('CENTRE_ALWAYS_EXISTS');
  });
});
