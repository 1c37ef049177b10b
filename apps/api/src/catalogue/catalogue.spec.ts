import { describe, expect, it } from '@jest/globals';
import { CURRENT_POLICY } from '#policy';
import type { Named } from './catalogue.answers.js';
import { catalogueOf } from './catalogue.js';

describe('the catalogue of the policy in force', () => {
  const catalogue = catalogueOf(CURRENT_POLICY);

  it('names every case type, channel, skill and role in both languages', () => {
    const { caseTypes, channels, skills, roles, profiles, choices } = catalogue;
    expect(caseTypes).toHaveLength(33);
    expect(skills).toHaveLength(59);
    expect(profiles).toHaveLength(12);
    const lists: readonly Named[][] = [
      caseTypes,
      channels,
      skills,
      roles,
      profiles,
      ...(Object.values(choices) as Named[][]),
    ];
    for (const { code, name } of lists.flat()) expect([code, name.zh, name.en]).not.toContain('');
  });

  it('tells where a refused resident can turn to', () => {
    for (const { route } of catalogue.choices.rejectReasons) expect(route.zh).not.toBe('');
  });

  it('leaves out steps that have no clock of their own', () => {
    const profile = (code: string) => catalogue.profiles.find((one) => one.code === code);
    expect(profile('S-AGI')?.limits).toEqual({
      accept: { unit: 'WH', n: 0.5 },
      resolve: { unit: 'WD', n: 1 },
      review: { unit: 'WD', n: 3 },
    });
    expect(profile('S-QRY')?.limits.respond).toBeUndefined();
  });

  it('gives the most that a limit can be extended by', () => {
    const extension = (code: string) => catalogue.profiles.find((one) => one.code === code)?.extension;
    expect(extension('S-STD')).toEqual({ unit: 'WD', n: 7 });
    expect(extension('S-QRY')).toEqual({ unit: 'WD', n: 2 });
    expect(extension('S-PET')).toEqual({ unit: 'CD', n: 30 });
  });

  it('can be sent as it is', () => {
    expect(JSON.parse(JSON.stringify(catalogue))).toEqual(catalogue);
  });
});
