import type { RoleCode } from '#policy';
import type { DemoCadre } from './staffing.js';

/** Somebody of the county who can log in; the station makes the password. */
export interface DemoAccount {
  readonly login: string;
  readonly cadreId: string;
  readonly personRef: string;
  readonly role: RoleCode;
  /** Jurisdiction: village, township or county. */
  readonly path: string;
  readonly unitId: string;
}

interface Wanted {
  readonly login: string;
  readonly role: RoleCode;
  /** Path the role is served at. */
  readonly at: string;
  /** The how-manieth of that role there. */
  readonly nth?: number;
  readonly path: string;
}

const inTownship = (code: string): readonly Wanted[] => {
  const path = `/county/${code}`;
  const unit = (kind: string): string => `${path}/${code}-${kind}`;
  const at = code.toLowerCase();
  const instructor = (village: string): Wanted => ({
    login: `instructor.${at}-${village.toLowerCase()}`,
    role: 'RESIDENT_INSTRUCTOR',
    at: unit(village),
    path: unit(village),
  });
  return [
    { login: `clerk.${at}`, role: 'WINDOW_CLERK', at: unit('GENERAL_OFFICE'), path },
    { login: `hotline.${at}`, role: 'HOTLINE_CLERK', at: unit('GENERAL_OFFICE'), path },
    { login: `callback.${at}`, role: 'CALLBACK_CLERK', at: unit('GENERAL_OFFICE'), path },
    { login: `petition.${at}`, role: 'PETITION_CLERK', at: unit('STABILITY_MEDIATION'), path },
    { login: `director.${at}`, role: 'CENTRE_DIRECTOR', at: unit('STABILITY_MEDIATION'), path },
    { login: `director.rural.${at}`, role: 'CENTRE_DIRECTOR', at: unit('RURAL_GUIDANCE'), path },
    { login: `mediator.${at}`, role: 'MEDIATOR', at: unit('STABILITY_MEDIATION'), path },
    { login: `mediator2.${at}`, role: 'MEDIATOR', at: unit('STABILITY_MEDIATION'), nth: 1, path },
    instructor('V07'),
    instructor('V08'),
    { login: `deputy.${at}`, role: 'DEPUTY_LEADER', at: path, path },
    { login: `chief.${at}`, role: 'CHIEF_LEADER', at: path, path },
  ];
};

const ofCounty = (login: string, role: RoleCode, unit: string, nth = 0): Wanted => ({
  login: `${login}.county`,
  role,
  at: `/county/${unit}`,
  nth,
  path: '/county',
});

const WANTED: readonly Wanted[] = [
  ...inTownship('T01'),
  ...inTownship('X03'),
  { login: 'chief.county', role: 'CHIEF_LEADER', at: '/county', path: '/county' },
  ofCounty('director', 'CENTRE_DIRECTOR', 'K-MEDIATION'),
  ofCounty('mediator', 'COUNTY_MEDIATOR', 'K-MEDIATION'),
  ofCounty('callback', 'CALLBACK_CLERK', 'K-PETITION'),
  ofCounty('supervisor', 'COUNTY_SUPERVISOR', 'K-SUPERVISION'),
  ofCounty('panel1', 'COUNTY_SUPERVISOR', 'K-SUPERVISION', 1),
  ofCounty('panel2', 'COUNTY_SUPERVISOR', 'K-SUPERVISION', 2),
  ofCounty('panel3', 'COUNTY_SUPERVISOR', 'K-SUPERVISION', 3),
  ofCounty('auditor', 'AUDITOR', 'K-SUPERVISION'),
  ofCounty('org', 'ORG_DEPT', 'K-ORG'),
];

/** Enough people to walk a case from intake to county review in T01, and the skill gap of X03. */
export const demoAccounts = (cadres: readonly DemoCadre[]): DemoAccount[] =>
  WANTED.map(({ login, role, at, nth = 0, path }) => {
    const found = cadres.filter(({ post }) => post.role === role && post.path === at && post.kind !== 'LAY_MEDIATOR');
    const holder = found[nth];
    if (!holder) throw new Error(`nobody serves as ${role} at ${at}`);
    return { login, cadreId: holder.cadreId, personRef: holder.personRef, role, path, unitId: holder.post.unitId };
  });
