import { describe, expect, it } from '@jest/globals';
import { cadre, canLead, holds, levelOf, type CadreRecord } from '#cadres/domain';
import { fold, SYSTEM, type Instant } from '#kernel';
import { CURRENT_POLICY, mandatorySkillsOf } from '#policy';
import { neighbourTownships, orgUnit, type OrgUnit } from '#township/domain';
import { demoCounty, type DemoCounty } from '#demo-county';

const policy = CURRENT_POLICY;
const now: Instant = Date.parse('2026-07-06T10:00+08:00');
const county = demoCounty({ now, policy });

/** Everything decided by the domain's own rules, as a load would. */
const decided = ({ waves }: DemoCounty): { units: Map<string, OrgUnit>; records: CadreRecord[] } => {
  const units = new Map<string, OrgUnit>();
  const records: CadreRecord[] = [];
  for (const entry of waves.flat()) {
    if (entry.aggregate === 'org-unit') {
      const { parentId = '', unitId } = entry.command.data;
      const parent = units.get(parentId);
      const context = { now, actor: SYSTEM, policy, ...(parent && { parent }) };
      units.set(unitId, fold(orgUnit, orgUnit.decide(entry.command, orgUnit.initialState, context)));
    } else {
      const events = cadre.decide(entry.command, cadre.initialState, { now, actor: SYSTEM, policy });
      const { record } = fold(cadre, events);
      if (record) records.push(record);
    }
  }
  return { units, records };
};

const { units, records } = decided(county);
const unitsOf = (kind: string): OrgUnit[] => [...units.values()].filter(({ profile }) => profile?.kind === kind);
const total = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);
const distinct = (values: readonly unknown[]): number => new Set(values).size;
const cadres = records.filter(({ kind }) => kind === 'CADRE');
const inRole = (people: readonly CadreRecord[], role: string): CadreRecord[] =>
  people.filter(({ roles }) => roles.some((one) => one === role));
const ofCounty = ({ unitPath }: CadreRecord): boolean => unitPath.startsWith('/county/K-');
const populationOf = ({ profile }: OrgUnit): number => (profile?.kind === 'VILLAGE' ? profile.population : 0);
const householdsOf = ({ profile }: OrgUnit): number => (profile?.kind === 'VILLAGE' ? profile.households : 0);
const townships = unitsOf('TOWNSHIP').map(({ unitId }) => unitId);
const servingIn = (township: string): CadreRecord[] =>
  records.filter((record) => record.townshipPath === `/county/${township}`);
const commonSkills = mandatorySkillsOf(policy, []);

describe('the places of the demo county', () => {
  it('are 20 townships, 345 villages, 200,000 people in 62,500 households', () => {
    const villages = unitsOf('VILLAGE');
    expect(townships).toHaveLength(20);
    expect(villages).toHaveLength(345);
    expect(total(villages.map(populationOf))).toBe(200_000);
    expect(total(villages.map(householdsOf))).toBe(62_500);
    expect(villages.every((village) => populationOf(village) > 0 && householdsOf(village) > 0)).toBe(true);
  });

  it.each([
    ['T01', 30, 34_000],
    ['T07', 19, 9_500],
    ['X01', 18, 9_000],
    ['X03', 16, 7_400],
    ['X13', 9, 2_800],
  ])('give %s its %i villages and %i people', (township, count, population) => {
    const villages = unitsOf('VILLAGE').filter(({ parentId }) => parentId === township);
    expect(villages).toHaveLength(count);
    expect(total(villages.map(populationOf))).toBe(population);
  });

  it('split into 168 villages of towns and 177 of townships', () => {
    const seatOf = (unit: OrgUnit): string => {
      const profile = units.get(unit.parentId ?? '')?.profile;
      return profile?.kind === 'TOWNSHIP' ? profile.seat : '';
    };
    const villages = unitsOf('VILLAGE');
    expect(villages.filter((village) => seatOf(village) === 'TOWN')).toHaveLength(168);
    expect(total(villages.filter((village) => seatOf(village) === 'TOWN').map(populationOf))).toBe(124_000);
    expect(villages.filter((village) => seatOf(village) === 'TOWNSHIP')).toHaveLength(177);
  });

  it('never give two villages of a township one name', () => {
    for (const township of townships) {
      const names = unitsOf('VILLAGE').filter(({ parentId }) => parentId === township);
      expect(distinct(names.map(({ name }) => name))).toBe(names.length);
      expect(names.every(({ name }) => /^[上下前后里外东西大小].村$/.test(name))).toBe(true);
    }
  });

  it('give each township the centres of its class', () => {
    const centres = (township: string): number =>
      unitsOf('CENTRE').filter(({ parentId }) => parentId === township).length;
    expect([centres('T01'), centres('X01'), centres('X02'), centres('X10'), centres('X11')]).toEqual([6, 6, 5, 5, 4]);
    expect(unitsOf('CENTRE')).toHaveLength(8 * 6 + 9 * 5 + 3 * 4);
  });

  it('have the county units, 24 departments and 160 key enterprises with names of their own', () => {
    expect(unitsOf('COUNTY_UNIT')).toHaveLength(5 + 24);
    expect(unitsOf('ENTERPRISE')).toHaveLength(160);
    expect(distinct(unitsOf('ENTERPRISE').map(({ name }) => name))).toBe(160);
    const inVillage = ({ profile }: OrgUnit): boolean => profile?.kind === 'ENTERPRISE' && units.has(profile.village);
    expect(unitsOf('ENTERPRISE').every(inVillage)).toBe(true);
  });

  it('have one or two leading industries in each township', () => {
    const numbers = unitsOf('TOWNSHIP').map(({ profile }) =>
      profile?.kind === 'TOWNSHIP' ? profile.leadingIndustries.length : 0,
    );
    expect(numbers.every((count) => count === 1 || count === 2)).toBe(true);
  });
});

describe('the cadres of the demo county', () => {
  it('are 752: 182 of the county and 570 of the townships, by role as specified', () => {
    const byRole = (people: readonly CadreRecord[]): number[] =>
      [
        'RESIDENT_INSTRUCTOR',
        'ENTERPRISE_ASSISTANT',
        'SAFETY_ASSISTANT',
        'SCI_TECH_ASSISTANT',
        'FINANCE_ASSISTANT',
      ].map((role) => inRole(people, role).length);
    expect(cadres).toHaveLength(752);
    expect(byRole(cadres.filter(ofCounty))).toEqual([60, 32, 40, 30, 20]);
    expect(byRole(cadres.filter((record) => !ofCounty(record)))).toEqual([285, 285, 0, 0, 0]);
  });

  it('put one resident instructor into every village', () => {
    const served = inRole(cadres, 'RESIDENT_INSTRUCTOR').flatMap(({ villages }) => villages);
    expect([...served].sort()).toEqual(
      unitsOf('VILLAGE')
        .map(({ unitId }) => unitId)
        .sort(),
    );
  });

  it('put at least one of 317 assistants into every key enterprise', () => {
    const paths = inRole(cadres, 'ENTERPRISE_ASSISTANT').flatMap(({ postings }) => postings.map(({ path }) => path));
    expect(paths).toHaveLength(317);
    expect(new Set(paths)).toEqual(new Set(unitsOf('ENTERPRISE').map(({ path }) => path)));
  });

  it('hold the 8 common skills and two to five others, those of the post among them', () => {
    for (const record of cadres) {
      const others = record.certificates.length - commonSkills.length;
      expect(others).toBeGreaterThanOrEqual(2);
      expect(others).toBeLessThanOrEqual(5);
      for (const skill of mandatorySkillsOf(policy, record.roles)) expect(holds(record, skill, now)).toBe(true);
    }
    expect(commonSkills).toHaveLength(8);
  });

  it('hold certificates that are valid today', () => {
    for (const record of records) {
      for (const { skill } of record.certificates) expect(levelOf(record, skill, now)).toBeGreaterThan(0);
    }
  });

  it('have some certificates near their end, none of them of a post', () => {
    const soon = now + policy.certificates.expiringDays * 86_400_000;
    const ending = cadres.flatMap((record) =>
      record.certificates.filter(({ validTo }) => validTo < soon).map(({ skill }) => ({ record, skill })),
    );
    expect(ending.length).toBeGreaterThan(0);
    for (const { record, skill } of ending) expect(mandatorySkillsOf(policy, record.roles)).not.toContain(skill);
  });
});

describe('the staff beside them', () => {
  it('are in each township leaders, directors, clerks and five mediators, women among them', () => {
    for (const township of townships) {
      const staff = servingIn(township).filter(({ kind }) => kind === 'STAFF');
      const count = (role: string): number => inRole(staff, role).length;
      const clerks = ['WINDOW_CLERK', 'HOTLINE_CLERK', 'PETITION_CLERK', 'CALLBACK_CLERK'].map(count);
      expect([count('CHIEF_LEADER'), count('DEPUTY_LEADER'), ...clerks]).toEqual([1, 1, 2, 1, 1, 1]);
      expect(count('CENTRE_DIRECTOR')).toBe(unitsOf('CENTRE').filter(({ parentId }) => parentId === township).length);
      expect(count('MEDIATOR')).toBe(5);
      expect(inRole(staff, 'MEDIATOR').filter(({ gender }) => gender === 'FEMALE').length).toBeGreaterThanOrEqual(2);
    }
  });

  it('are in the county twelve mediators and enough supervisors for a panel of its own', () => {
    expect(inRole(records, 'COUNTY_MEDIATOR')).toHaveLength(12);
    expect(inRole(records, 'COUNTY_SUPERVISOR').length).toBeGreaterThan(policy.review.panelSize);
    expect(inRole(records, 'AUDITOR')).toHaveLength(1);
  });

  it('are three lay mediators in every village, on the register, one of them a woman, and none may lead', () => {
    const lay = records.filter(({ kind }) => kind === 'LAY_MEDIATOR');
    expect(lay).toHaveLength(1_035);
    for (const { unitId } of unitsOf('VILLAGE')) {
      const here = lay.filter((record) => record.unitId === unitId);
      expect(here).toHaveLength(3);
      expect(here.some(({ gender }) => gender === 'FEMALE')).toBe(true);
      expect(here.every((record) => holds(record, 'STB-03', now) && !canLead(record))).toBe(true);
    }
  });
});

describe('the skills of the demo county', () => {
  const industrySkills = (township: string): string[] => {
    const profile = units.get(township)?.profile;
    const leading = profile?.kind === 'TOWNSHIP' ? profile.leadingIndustries : [];
    return Object.values(policy.skills)
      .filter(({ industries }) => industries?.some((one) => leading.includes(one)))
      .map(({ code }) => code);
  };
  const holdersIn = (township: string, skills: readonly string[], level = 1): CadreRecord[] =>
    servingIn(township).filter(
      (record) => canLead(record) && skills.every((skill) => holds(record, skill, now, level)),
    );

  it('leave X03 without anybody for fungus diseases though its neighbours have somebody', () => {
    expect(holdersIn('X03', ['ECO-02'])).toEqual([]);
    expect(industrySkills('X03')).toContain('ECO-02');
    const neighbours = neighbourTownships('X03', townships, policy.assignment.neighbourTownships);
    expect(neighbours).toHaveLength(4);
    expect(neighbours.some((township) => holdersIn(township, ['ECO-02']).length > 0)).toBe(true);
  });

  it('have a holder of every leading industry in its township, that gap aside', () => {
    for (const township of townships) {
      for (const skill of industrySkills(township)) {
        const gap = township === 'X03' && skill === 'ECO-02';
        expect([township, skill, holdersIn(township, [skill]).length > 0]).toEqual([township, skill, !gap]);
      }
    }
  });

  it('let every case of a village or township find one person with all its must skills', () => {
    for (const township of townships) {
      for (const { code, tier, mustSkills } of Object.values(policy.caseTypes)) {
        if (tier === 'K' || code === 'SRV-PST') continue;
        const able = holdersIn(township, mustSkills.all).filter((record) =>
          mustSkills.oneOf.every((group) => group.some((skill) => holds(record, skill, now))),
        );
        expect([township, code, able.length > 0]).toEqual([township, code, true]);
      }
    }
  });

  it('let a report of violence find somebody at level 2 in every township', () => {
    for (const township of townships) expect(holdersIn(township, ['STB-04', 'STB-13'], 2).length).toBeGreaterThan(0);
  });

  it('let a case of the county find one person with all its must skills at level 2', () => {
    const countyPeople = records.filter((record) => record.townshipPath === undefined && canLead(record));
    for (const { code, tier, mustSkills } of Object.values(policy.caseTypes)) {
      if (tier !== 'K') continue;
      const able = countyPeople.filter((record) => mustSkills.all.every((skill) => holds(record, skill, now, 2)));
      expect([code, able.length > 0]).toEqual([code, true]);
    }
  });

  it('let a gambling tip find two holders in different centres of a township', () => {
    for (const township of townships) {
      expect(distinct(holdersIn(township, ['STB-14']).map(({ unitId }) => unitId))).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('the people of the demo county', () => {
  it('share no id, no label and no phone', () => {
    const { people } = county;
    expect(people).toHaveLength(records.length);
    for (const key of ['ref', 'name', 'phone', 'commandId'] as const) {
      expect(distinct(people.map((person) => person[key]))).toBe(people.length);
    }
    expect(distinct(records.map(({ cadreId }) => cadreId))).toBe(records.length);
    expect(new Set(records.map(({ personRef }) => personRef))).toEqual(new Set(people.map(({ ref }) => ref)));
  });

  it('have invented labels and phones', () => {
    for (const { name, phone } of county.people) {
      expect(name).toMatch(/^.某\d{4}$/);
      expect(phone).toMatch(/^000-\d{4}-\d{4}$/);
    }
    expect(distinct(county.people.map(({ name }) => name[0]))).toBe(20);
  });

  it('are named in no command', () => {
    const commands = JSON.stringify(county.waves);
    expect(commands).not.toContain('某');
    expect(commands).not.toMatch(/000-\d{4}-\d{4}/);
  });

  it('have accounts enough to walk a case in T01', () => {
    const logins = county.accounts.map(({ login }) => login);
    expect(distinct(logins)).toBe(logins.length);
    expect(distinct(county.accounts.map(({ cadreId }) => cadreId))).toBe(logins.length);
    expect(logins).toEqual(
      expect.arrayContaining([
        ...['clerk.t01', 'director.t01', 'instructor.t01-v07', 'instructor.t01-v08', 'deputy.t01', 'chief.t01'],
        ...['callback.t01', 'supervisor.county', 'panel1.county', 'panel2.county', 'panel3.county'],
        ...['auditor.county', 'org.county'],
      ]),
    );
    for (const { cadreId, role } of county.accounts) {
      expect(inRole(records, role).map((record) => record.cadreId)).toContain(cadreId);
    }
  });
});

describe('the generator', () => {
  it('gives the same county for the same seed and day, and another for another seed', () => {
    const later = demoCounty({ now: now + 3_600_000, policy });
    expect(JSON.stringify(later)).toBe(JSON.stringify(county));
    expect(JSON.stringify(demoCounty({ now, policy, seed: 7 }))).not.toBe(JSON.stringify(county));
  });

  it('names every command once, and the parent of a unit before it', () => {
    const ids = county.waves.flat().map(({ commandId }) => commandId);
    expect(distinct(ids)).toBe(ids.length);
    expect(distinct(county.waves.flat().map(({ stream }) => stream))).toBe(ids.length);
  });

  it('founds the townships one after the other, in the cyclic order of the county', () => {
    const founding = county.waves.filter((wave) =>
      wave.some((entry) => entry.aggregate === 'org-unit' && entry.command.data.profile.kind === 'TOWNSHIP'),
    );
    expect(founding.map((wave) => wave.length)).toEqual(townships.map(() => 1));
    expect([townships[0], townships[7], townships[19]]).toEqual(['T01', 'X01', 'X13']);
  });

  it('is right on any day of the year', () => {
    for (const day of ['2026-02-28', '2027-03-31', '2028-02-29']) {
      const at = Date.parse(`${day}T23:59+08:00`);
      const commands = demoCounty({ now: at, policy }).waves.flat();
      for (const entry of commands) {
        if (entry.aggregate === 'cadre') {
          expect(() =>
            cadre.decide(entry.command, cadre.initialState, { now: at, actor: SYSTEM, policy }),
          ).not.toThrow();
        }
      }
    }
  });
});
