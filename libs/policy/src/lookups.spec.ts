import { describe, expect, it } from '@jest/globals';
import {
  caseTypeOf,
  centreIn,
  centresOf,
  extendedAtMost,
  mandatorySkillsOf,
  matchesCaseType,
  mustSkillsOf,
  optionalSkillsOf,
  POLICY_V1 as policy,
  profileOf,
  reopenedResolve,
  skillOf,
  skillsServing,
  stepUp,
  type CaseType,
} from '#policy';

const type = (code: string): CaseType => caseTypeOf(policy, code);
const refused = (code: string): unknown => expect.objectContaining({ name: 'CommandRejected', code });

describe('a lookup', () => {
  it('finds by code', () => {
    expect(type('DSP-WTR').name.zh).toBe('用水排水纠纷');
    expect(profileOf(policy, 'S-MED').name.zh).toBe('纠纷');
    expect(skillOf(policy, 'STB-03').name.zh).toBe('人民调解');
  });

  it.each(['DSP-XXX', '', 'constructor', '__proto__'])('refuses the unknown code "%s"', (code) => {
    expect(() => caseTypeOf(policy, code)).toThrow(refused('CASE_TYPE_UNKNOWN'));
    expect(() => profileOf(policy, code)).toThrow(refused('PROFILE_UNKNOWN'));
    expect(() => skillOf(policy, code)).toThrow(refused('SKILL_UNKNOWN'));
  });
});

describe('a vulnerable party raises the priority one step', () => {
  it.each([
    ['S-SLOW', 'S-STD', 'P3'],
    ['S-STD', 'S-URG', 'P2'],
    ['S-SRV', 'S-URG', 'P2'],
    ['S-MED', 'S-MEDU', 'P2'],
  ])('%s becomes %s', (from, to, priority) => {
    expect(stepUp(policy, profileOf(policy, from))).toEqual({ profile: profileOf(policy, to), priority });
  });

  it.each([
    ['S-QRY', 'P3'],
    ['S-AGI', 'P3'],
    ['S-AGP', 'P2'],
    ['S-PET', 'P2'],
    ['S-INQ', 'P2'],
  ])('%s keeps its limits and weighs as %s', (code, priority) => {
    expect(stepUp(policy, profileOf(policy, code))).toEqual({ profile: profileOf(policy, code), priority });
  });

  it.each([
    ['S-URG', 'P2'],
    ['S-MEDU', 'P2'],
    ['S-EMG', 'P1'],
  ])('but never above P2: %s stays %s', (code, priority) => {
    expect(stepUp(policy, profileOf(policy, code))).toEqual({ profile: profileOf(policy, code), priority });
  });
});

describe('patterns of what a skill serves', () => {
  it('name all, a family, the written, the confidential', () => {
    expect(matchesCaseType('all', type('EMG-DIS'))).toBe(true);
    expect(matchesCaseType('DSP-*', type('DSP-FAM'))).toBe(true);
    expect(matchesCaseType('DSP-*', type('PET-GEN'))).toBe(false);
    expect(matchesCaseType('DSP-* written', type('DSP-BND'))).toBe(true);
    expect(matchesCaseType('DSP-* written', type('DSP-NBR'))).toBe(false);
    expect(matchesCaseType('CONFIDENTIAL+', type('DSP-FAM'))).toBe(true);
    expect(matchesCaseType('CONFIDENTIAL+', type('RPT-DOM'))).toBe(true);
    expect(matchesCaseType('CONFIDENTIAL+', type('DSP-NBR'))).toBe(false);
  });

  it('leave out work that is no case', () => {
    for (const { code } of Object.values(policy.caseTypes))
      expect(matchesCaseType('visits', type(code)) || matchesCaseType('service days', type(code))).toBe(false);
  });

  it('give the skills that serve a type', () => {
    const serving = skillsServing(policy, 'DSP-WTR').map(({ code }) => code);
    expect(serving).toEqual(['STB-01', 'STB-03', 'STB-12', 'ORG-05', 'ORG-19']);
    expect(type('DSP-WTR').optionalSkills).toEqual(['STB-01', 'STB-12', 'ORG-05', 'ORG-19']);
  });
});

describe('the must skills of a case', () => {
  it('are any one of the group while the produce is not known', () => {
    expect(mustSkillsOf(type('SRV-PST'))).toEqual({ all: [], oneOf: [['ECO-02', 'ECO-08']] });
  });

  it('are settled by the produce', () => {
    expect(mustSkillsOf(type('SRV-PST'), 'FUNGUS')).toEqual({ all: ['ECO-02'], oneOf: [] });
    expect(mustSkillsOf(type('SRV-PST'), 'LIVESTOCK')).toEqual({ all: ['ECO-08'], oneOf: [] });
    expect(mustSkillsOf(type('SRV-FGS'), 'TEA')).toEqual({ all: ['ECO-06'], oneOf: [] });
  });

  it('stay any one of the group for a produce the type does not know', () => {
    expect(mustSkillsOf(type('SRV-FGS'), 'LIVESTOCK')).toEqual(type('SRV-FGS').mustSkills);
    expect(mustSkillsOf(type('REQ-SAF'), 'TEA')).toEqual(type('REQ-SAF').mustSkills);
  });

  it('grow with money and with the service item, which then are no longer optional', () => {
    const inquiry = type('INQ-VIL');
    expect(mustSkillsOf(inquiry).all).toEqual(['ORG-07']);
    const withMoney = mustSkillsOf(inquiry, undefined, { money: true });
    expect(withMoney.all).toEqual(['ORG-07', 'ORG-08']);
    expect(inquiry.optionalSkills).toContain('ORG-08');
    expect(optionalSkillsOf(inquiry, withMoney)).not.toContain('ORG-08');

    const agency = mustSkillsOf(type('AGY-PRM'), undefined, { itemSkill: 'ORG-13' });
    expect(agency.all).toEqual(['ORG-17', 'ORG-13']);
    expect(optionalSkillsOf(type('AGY-PRM'), agency)).toEqual(['STB-01', 'ORG-05', 'ORG-16', 'ORG-19', 'ORG-20']);
    expect(mustSkillsOf(type('AGY-IMM'), undefined, { itemSkill: 'ORG-13' }).all).toEqual(['ORG-17']);
  });

  it('of a cadre are the common ones and those of his posts, each once', () => {
    const skills = mandatorySkillsOf(policy, ['RESIDENT_INSTRUCTOR', 'MEDIATOR', 'RESIDENT']);
    expect(skills).toHaveLength(8 + 4);
    expect(new Set(skills).size).toBe(skills.length);
  });
});

describe('limits that follow from others', () => {
  it('are extended at most once the original, or to the bound of the table', () => {
    expect(extendedAtMost(profileOf(policy, 'S-STD'))).toEqual({ unit: 'WD', n: 14 });
    expect(extendedAtMost(profileOf(policy, 'S-QRY'))).toEqual({ unit: 'WD', n: 3 });
    expect(extendedAtMost(profileOf(policy, 'S-PET'))).toEqual({ unit: 'CD', n: 90 });
  });

  it('are halved, rounded up, in a reopened round', () => {
    expect(reopenedResolve(policy, profileOf(policy, 'S-STD'))).toEqual({ unit: 'WD', n: 4 });
    expect(reopenedResolve(policy, profileOf(policy, 'S-QRY'))).toEqual({ unit: 'WD', n: 1 });
    expect(reopenedResolve(policy, profileOf(policy, 'S-MEDU'))).toEqual({ unit: 'CD', n: 8 });
    expect(reopenedResolve(policy, profileOf(policy, 'S-EMG'))).toEqual({ unit: 'h', n: 12 });
  });
});

describe('the units of a township', () => {
  it('follow from its number of villages', () => {
    expect([30, 18, 17, 12, 11, 9].map((villages) => centresOf(policy, villages).length)).toEqual([6, 6, 5, 5, 4, 4]);
  });

  it('take over the work of those it does not have', () => {
    expect(centreIn(policy, 'TOWN_CONSTRUCTION', 18)).toBe('TOWN_CONSTRUCTION');
    expect(centreIn(policy, 'TOWN_CONSTRUCTION', 17)).toBe('RURAL_GUIDANCE');
    expect(centreIn(policy, 'INDUSTRY_SERVICE', 12)).toBe('INDUSTRY_SERVICE');
    expect(centreIn(policy, 'INDUSTRY_SERVICE', 11)).toBe('RURAL_GUIDANCE');
    expect(centreIn(policy, 'STABILITY_MEDIATION', 9)).toBe('STABILITY_MEDIATION');
  });
});
