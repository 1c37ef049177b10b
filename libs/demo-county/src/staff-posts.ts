import { centreIn, centresOf, type CentreKind, type PolicySet, type SkillCode } from '#policy';
import { functionsOf } from '#township/domain';
import { COUNTY, COUNTY_UNITS, DEPARTMENTS } from './county-units.js';
import { townshipPath, type DemoVillage } from './places.js';
import { nth, post, times, unitOfTownship, type Post } from './posts.js';
import { randomFor } from './random.js';
import { TOWNSHIPS, type DemoTownship } from './townships.js';

/** The staff beside the 752 and the lay mediators (`docs/domain.md §2.3`). */

/** Specialities of the five mediators of a township, so that every kind of dispute finds one. */
const TOWNSHIP_MEDIATORS: readonly (readonly SkillCode[])[] = [
  ['STB-04', 'STB-13'],
  ['STB-05', 'STB-06', 'STB-19'],
  ['STB-04', 'STB-07', 'STB-09'],
  ['STB-08', 'STB-10', 'ORG-16'],
  ['STB-11', 'STB-14', 'STB-18'],
];
/** Specialities of the twelve of the county, one set after the other. */
const COUNTY_MEDIATORS: readonly (readonly SkillCode[])[] = [
  ['STB-07', 'STB-11', 'STB-09'],
  ['STB-05', 'STB-11', 'STB-08'],
  ['STB-08', 'STB-06', 'STB-19'],
  ['STB-04', 'STB-13', 'STB-10'],
];
const COUNTY_MEDIATOR_COUNT = 12;
const COUNTY_SUPERVISOR_COUNT = 4;
const LAY_MEDIATORS_PER_VILLAGE = 3;
/** The post map is silent about these two; they lead the work of their centre's people. */
const MEDIATION_DIRECTOR: readonly SkillCode[] = ['STB-03', 'STB-12', 'STB-11'];
const INDUSTRY_DIRECTOR: readonly SkillCode[] = ['ECO-17', 'ECO-18'];

const director = (policy: PolicySet, { code: township, villages }: DemoTownship, centre: CentreKind): Post => {
  const functions = functionsOf(policy, villages, centre);
  return post('STAFF', 'CENTRE_DIRECTOR', unitOfTownship(township, centre), {
    township,
    posts: ['CENTRE_DIRECTOR', ...functions],
    specialities: [
      ...(functions.includes('STABILITY_MEDIATION') ? MEDIATION_DIRECTOR : []),
      ...(functions.includes('INDUSTRY_SERVICE') ? INDUSTRY_DIRECTOR : []),
    ],
  });
};

const staffOfTownship = (policy: PolicySet, township: DemoTownship): Post[] => {
  const { code, villages } = township;
  const here = { township: code };
  const seat = { unitId: code, unitPath: townshipPath(code) };
  const office = unitOfTownship(code, centreIn(policy, 'GENERAL_OFFICE', villages));
  const stability = unitOfTownship(code, centreIn(policy, 'STABILITY_MEDIATION', villages));
  return [
    post('STAFF', 'CHIEF_LEADER', seat, here),
    post('STAFF', 'DEPUTY_LEADER', seat, here),
    ...centresOf(policy, villages).map((centre) => director(policy, township, centre)),
    post('STAFF', 'WINDOW_CLERK', office, here),
    post('STAFF', 'WINDOW_CLERK', office, here),
    post('STAFF', 'HOTLINE_CLERK', office, here),
    post('STAFF', 'PETITION_CLERK', stability, here),
    post('STAFF', 'CALLBACK_CLERK', office, here),
    ...TOWNSHIP_MEDIATORS.map((specialities, index) => {
      const gender = index % 2 === 0 ? 'FEMALE' : 'MALE';
      return post('STAFF', 'MEDIATOR', stability, { ...here, specialities, gender });
    }),
  ];
};

const staffOfCounty = (): Post[] => {
  const { mediation, petition, command, organisation, supervision } = COUNTY_UNITS;
  const seat = { unitId: COUNTY.unitId, unitPath: COUNTY.path };
  const directed = [mediation, petition, command, organisation, supervision, ...DEPARTMENTS];
  return [
    post('STAFF', 'CHIEF_LEADER', seat),
    post('STAFF', 'DEPUTY_LEADER', seat),
    ...directed.map((unit) => {
      const specialities = unit === mediation ? MEDIATION_DIRECTOR : unit === petition ? ['STB-02'] : [];
      return post('STAFF', 'CENTRE_DIRECTOR', unit, { specialities });
    }),
    post('STAFF', 'WINDOW_CLERK', petition),
    post('STAFF', 'WINDOW_CLERK', petition),
    post('STAFF', 'HOTLINE_CLERK', command),
    post('STAFF', 'PETITION_CLERK', petition),
    post('STAFF', 'CALLBACK_CLERK', petition),
    ...times(COUNTY_MEDIATOR_COUNT, (index) => {
      const gender = index % 2 === 0 ? 'FEMALE' : 'MALE';
      return post('STAFF', 'COUNTY_MEDIATOR', mediation, { specialities: nth(COUNTY_MEDIATORS, index), gender });
    }),
    ...times(COUNTY_SUPERVISOR_COUNT, () => post('STAFF', 'COUNTY_SUPERVISOR', supervision)),
    post('STAFF', 'AUDITOR', supervision),
    post('STAFF', 'ORG_DEPT', organisation),
  ];
};

export const staffPosts = (policy: PolicySet): Post[] => [
  ...TOWNSHIPS.flatMap((township) => staffOfTownship(policy, township)),
  ...staffOfCounty(),
];

/** Three in each village, at least one of them a woman. */
export const layMediatorPosts = (villages: readonly DemoVillage[], seed: number): Post[] => {
  const random = randomFor('lay-mediators', seed);
  return villages.flatMap(({ code, path, township }) => {
    const woman = random.below(LAY_MEDIATORS_PER_VILLAGE);
    return times(LAY_MEDIATORS_PER_VILLAGE, (index) => {
      const gender = index === woman || random.chance(0.3) ? 'FEMALE' : 'MALE';
      return post('LAY_MEDIATOR', 'MEDIATOR', { unitId: code, unitPath: path }, { township, gender });
    });
  });
};
