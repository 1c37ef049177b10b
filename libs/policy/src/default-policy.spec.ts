import { describe, expect, it } from '@jest/globals';
import { CHANNELS, CURRENT_POLICY, POLICY_V1, policyOf, ROLES, skillsServing, type Text } from '#policy';

const isText = (value: object): value is Text => 'zh' in value || 'en' in value;
const parts = (value: unknown): object[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(parts)] : [];
const types = Object.values(POLICY_V1.caseTypes);
const mustOf = ({ mustSkills, skillsIfMoney = [], skillOfProduce = {} }: (typeof types)[number]): string[] => [
  ...[...mustSkills.all, ...mustSkills.oneOf.flat(), ...skillsIfMoney, ...Object.values(skillOfProduce)],
];

describe('the default policy', () => {
  it('is frozen to its last leaf, as are the lists beside it', () => {
    expect(
      parts([POLICY_V1, ROLES, CHANNELS])
        .slice(1)
        .filter((part) => !Object.isFrozen(part)),
    ).toEqual([]);
  });

  it('speaks Chinese and English everywhere', () => {
    const texts = parts([POLICY_V1, ROLES, CHANNELS]).filter(isText);
    expect(texts.length).toBeGreaterThan(180);
    expect(texts.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || !/^[\x20-\x7e]+$/.test(en))).toEqual([]);
  });

  it.each(types)('gives $code a profile, skills that exist and skills that serve it', (type) => {
    expect(POLICY_V1.profiles).toHaveProperty(type.profile);
    expect(POLICY_V1.centres.names).toHaveProperty(type.centre);
    for (const code of [...mustOf(type), ...type.optionalSkills]) expect(POLICY_V1.skills).toHaveProperty(code);
    const listing = Object.values(POLICY_V1.skills).filter(({ serves }) =>
      serves.some((pattern) => pattern === type.code || pattern === `${type.code.slice(0, 4)}*`),
    );
    expect(listing.length).toBeGreaterThan(0);
  });

  it.each(types)('never counts a must skill of $code as optional, and forgets none that serves it', (type) => {
    const must = new Set([...type.mustSkills.all, ...type.mustSkills.oneOf.flat()]);
    expect(type.optionalSkills.filter((code) => must.has(code))).toEqual([]);
    const serving = skillsServing(POLICY_V1, type.code).map(({ code }) => code);
    expect(new Set([...must, ...type.optionalSkills])).toEqual(new Set([...serving, ...must]));
  });

  it('asks each produce for a skill of its own group', () => {
    for (const { skillOfProduce = {}, mustSkills } of types)
      expect(mustSkills.oneOf.flat()).toEqual(expect.arrayContaining(Object.values(skillOfProduce)));
  });

  it('has eight common skills, and posts that ask for known ones', () => {
    expect(Object.values(POLICY_V1.skills).filter(({ duty }) => duty === 'C')).toHaveLength(8);
    for (const code of Object.values(POLICY_V1.postSkills).flat()) expect(POLICY_V1.skills).toHaveProperty(code);
  });

  it('steps up by one priority exactly', () => {
    for (const profile of Object.values(POLICY_V1.profiles)) {
      if (!profile.stepUp) continue;
      const above = POLICY_V1.profiles[profile.stepUp];
      expect(Number(profile.priority.slice(1)) - Number(above.priority.slice(1))).toBe(1);
    }
  });

  it('gives every rejected resident a route', () => {
    for (const { route } of Object.values(POLICY_V1.choices.rejectReasons)) expect(route.zh).not.toBe('');
  });
});

describe('policy versions', () => {
  it('are found by number', () => {
    expect(policyOf(1)).toBe(POLICY_V1);
    expect(policyOf(CURRENT_POLICY.version)).toBe(CURRENT_POLICY);
  });

  it('that nobody published are refused', () => {
    expect(() => policyOf(99)).toThrow(
      expect.objectContaining({ code: 'POLICY_VERSION_UNKNOWN', detail: { version: 99 } }),
    );
  });
});
