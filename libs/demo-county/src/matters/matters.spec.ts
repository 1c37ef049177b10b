import { describe, expect, it } from '@jest/globals';
import { caseTypeOf, CURRENT_POLICY } from '#policy';
import { fromIso, isWorkingInstant } from '#working-time';
import { demoMatters } from './matters.js';

const wanted = {
  count: 600,
  from: fromIso('2026-03-02T08:00+08:00'),
  to: fromIso('2026-03-16T08:00+08:00'),
  policy: CURRENT_POLICY,
};

describe('what people of the demo county come with', () => {
  const matters = demoMatters(wanted);

  it('is the same for the same seed, and another for another', () => {
    expect(demoMatters(wanted)).toEqual(matters);
    expect(demoMatters({ ...wanted, seed: 7 })).not.toEqual(matters);
  });

  it('is the same in another fortnight, at other hours', () => {
    const DAY = 86_400_000;
    const what = ({ key, typeCode, villageIds }: (typeof matters)[number]) => `${key} ${typeCode} ${villageIds.join()}`;
    const later = demoMatters({ ...wanted, from: wanted.from + 3 * DAY, to: wanted.to + 3 * DAY });
    const first = (told: typeof matters) => new Set(told.filter(({ twinOf }) => twinOf === undefined).map(what));
    const again = [...first(later)].filter((one) => first(matters).has(one));
    expect(again.length).toBeGreaterThan(0.9 * matters.length);
  });

  it('comes within the time, in order, and mostly while the counters are open', () => {
    const times = matters.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times.every((at) => at >= wanted.from && at < wanted.to)).toBe(true);
    const inHours = times.filter((at) => isWorkingInstant(CURRENT_POLICY.calendar, at));
    expect(inHours.length / times.length).toBeGreaterThan(0.6);
  });

  it('can be registered: known types, somebody who tells, two sides to a dispute, nobody where the type allows none', () => {
    for (const { typeCode, parties, anonymous, summary, twinOf } of matters) {
      const type = caseTypeOf(CURRENT_POLICY, typeCode);
      expect(anonymous ? type.anonymousAllowed : parties.length > 0).toBe(true);
      if (type.dispute && twinOf === undefined)
        expect(parties.map(({ side }) => side)).toEqual(['APPLICANT', 'RESPONDENT']);
      expect(summary).toMatch(/村/);
      expect(summary).not.toContain('{v}');
    }
  });

  it('is sometimes told twice, of the same kind and the same village, two days apart at most', () => {
    const twins = matters.filter(({ twinOf }) => twinOf !== undefined);
    expect(twins.length).toBeGreaterThan(0);
    for (const twin of twins) {
      const first = matters.find(({ key }) => key === twin.twinOf);
      expect(first).toMatchObject({ typeCode: twin.typeCode, villageIds: twin.villageIds });
      expect(twin.at - (first?.at ?? 0)).toBeLessThan(2 * 86_400_000);
    }
  });

  it('is nobody of the staff, and nobody twice', () => {
    const names = matters
      .filter(({ twinOf }) => twinOf === undefined)
      .flatMap(({ parties }) => parties.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /^.某[5-9]\d{3}$/.test(name))).toBe(true);
  });
});
