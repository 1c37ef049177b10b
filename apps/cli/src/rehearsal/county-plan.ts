import { cadreStream, townshipPathOf, villageCodeOf, type RegisterCadreWithRecord } from '#cadres/domain';
import { demoCounty } from '#demo-county';
import type { Actor, AnyCommand, Instant } from '#kernel';
import { centresOf, CURRENT_POLICY } from '#policy';
import { orgUnitStream, villageCode, type CreateUnit } from '#township/domain';
import { startOfDay, localDayOf } from '#working-time';
import type { InlineCounty, PersonSelector, Scenario } from './scenario.js';

/** Somebody who acts in a rehearsal. */
export interface Person extends Actor {
  readonly unitId: string;
}

export interface CountyPlan {
  /** Commands in the order in which a county is founded. */
  readonly founding: readonly { readonly stream: string; readonly command: AnyCommand }[];
  /** Whoever serves there, in the order of their ids. */
  readonly cadres: readonly PlannedCadre[];
}

export interface PlannedCadre {
  readonly cadreId: string;
  readonly role: string;
  readonly unitId: string;
  /** Where the role is served. */
  readonly path: string;
  readonly skills: readonly string[];
  readonly female: boolean;
}

/** The county of a scenario, founded on the day it starts. */
export const countyPlan = ({ county, at }: Pick<Scenario, 'county' | 'at'>): CountyPlan => {
  const founding = county === 'demo' ? demoFounding(at) : inlineFounding(county, at);
  const registrations = founding
    .map(({ command }) => command)
    .filter((command): command is RegisterCadreWithRecord => command.type === 'RegisterCadreWithRecord');
  return { founding, cadres: registrations.map(plannedCadre) };
};

const plannedCadre = ({ data }: RegisterCadreWithRecord): PlannedCadre => {
  const { cadreId, unitId, unitPath, kind, gender } = data.registration;
  const posting = data.postings[0];
  return {
    cadreId,
    role: kind === 'LAY_MEDIATOR' ? '' : (posting?.role ?? ''),
    unitId,
    path: posting?.path ?? unitPath,
    skills: data.certificates.map(({ skill }) => skill),
    female: gender === 'FEMALE',
  };
};

const demoFounding = (at: Instant): CountyPlan['founding'] =>
  demoCounty({ now: at, policy: CURRENT_POLICY })
    .waves.flat()
    .map(({ stream, command }) => ({ stream, command }));

const unit = (data: CreateUnit['data']): CountyPlan['founding'][number] => ({
  stream: orgUnitStream(data.unitId),
  command: { type: 'CreateUnit', data } satisfies CreateUnit,
});

const inlineFounding = ({ townships, cadres }: InlineCounty, at: Instant): CountyPlan['founding'] => {
  const countyUnits = ['K-MEDIATION', 'K-PETITION', 'K-COMMAND', 'K-ORG', 'K-SUPERVISION'];
  return [
    unit({ unitId: 'county', name: 'county', profile: { kind: 'COUNTY' } }),
    ...countyUnits.map((unitId) =>
      unit({ unitId, name: unitId, parentId: 'county', profile: { kind: 'COUNTY_UNIT' } }),
    ),
    ...townships.flatMap(({ code, villages }) => [
      unit({
        unitId: code,
        name: code,
        parentId: 'county',
        profile: { kind: 'TOWNSHIP', seat: 'TOWN', villageCount: villages, leadingIndustries: [] },
      }),
      ...centresOf(CURRENT_POLICY, villages).map((centre) =>
        unit({ unitId: `${code}-${centre}`, name: centre, parentId: code, profile: { kind: 'CENTRE', centre } }),
      ),
      ...Array.from({ length: villages }, (_, index) => {
        const unitId = villageCode(code, index + 1);
        const profile = { kind: 'VILLAGE', number: index + 1, population: 0, households: 0 } as const;
        return unit({ unitId, name: unitId, parentId: code, profile });
      }),
    ]),
    ...cadres.map((cadre) => ({
      stream: cadreStream(cadre.id),
      command: inlineCadre(cadre, startOfDay(localDayOf(at))),
    })),
  ];
};

const inlineCadre = (
  { id, role, at, skills }: InlineCounty['cadres'][number],
  today: Instant,
): RegisterCadreWithRecord => {
  const path = pathOf(at);
  const village = villageCodeOf(path);
  // who lives in a village belongs to the rural centre of its township
  const unitPath = village === undefined ? path : `${townshipPathOf(path)}/${at.split('-')[0]}-RURAL_GUIDANCE`;
  return {
    type: 'RegisterCadreWithRecord',
    data: {
      registration: {
        cadreId: id,
        kind: 'CADRE',
        personRef: `person-${id}`,
        roles: [],
        unitId: unitPath.split('/').at(-1)!,
        unitPath,
      },
      postings: [{ postingId: `${id}-1`, role, path, from: today }],
      certificates: Object.entries(skills).map(([skill, level]) => ({
        skill,
        level,
        validFrom: today,
        evidence: { kind: 'DOCUMENT', reference: `certificate-${id}-${skill}`, sha256: '0'.repeat(64) },
      })),
    },
  };
};

/** `T01-V07`, `T01-RURAL_GUIDANCE`, `T01`, `K-MEDIATION`, `county` → the path of the place. */
const pathOf = (code: string): string => {
  if (code === 'county') return '/county';
  const [, township] = /^([A-Z]\d{2})-/.exec(code) ?? [];
  return township === undefined ? `/county/${code}` : `/county/${township}/${code}`;
};

/** What somebody may act on: his village, else his township, else the county. */
const jurisdictionOf = (path: string): string =>
  villageCodeOf(path) !== undefined ? path : (townshipPathOf(path) ?? '/county');

/** Nobody in the county fits a name of the scenario. */
export class NobodyFits extends Error {
  override readonly name = 'NobodyFits';
}

export const personOf = ({ cadreId, role, path, unitId }: PlannedCadre): Person => ({
  id: cadreId,
  role,
  path: jurisdictionOf(path),
  unitId,
});

export const choosePerson = (plan: CountyPlan, name: string, selector: PersonSelector): Person => {
  const { id, role, at, skill, nth } = selector;
  const path = at === undefined ? undefined : pathOf(at);
  const fitting = plan.cadres.filter(
    (cadre) =>
      (id === undefined || cadre.cadreId === id) &&
      (role === undefined || cadre.role === role) &&
      (path === undefined || cadre.path === path || cadre.path.startsWith(`${path}/`)) &&
      (skill === undefined || cadre.skills.includes(skill)),
  );
  const chosen = fitting[nth - 1];
  if (!chosen) throw new NobodyFits(`${name}: ${fitting.length} fit ${JSON.stringify(selector)}`);
  return personOf(chosen);
};
