import { centreIn, type PolicySet } from '#policy';
import { DEPARTMENTS, departmentsNamed } from './county-units.js';
import type { DemoEnterprise, DemoVillage } from './places.js';
import { nth, post, times, unitOfTownship, type Post } from './posts.js';
import { randomFor } from './random.js';
import { TOWNSHIPS } from './townships.js';

/** The 752 of `docs/domain.md §2.3`: 182 of the county, 570 of the townships. */

const COUNTY_INSTRUCTORS_PER_TOWNSHIP = 3;
const ENTERPRISE_ASSISTANTS = 317;
const COUNTY_ENTERPRISE_ASSISTANTS = 32;
const COUNTY_POOL = [
  { role: 'SAFETY_ASSISTANT', count: 40, departments: ['县应急管理局', '县公安局', '县司法局', '县水利局'] },
  { role: 'SCI_TECH_ASSISTANT', count: 30, departments: ['县农业农村局', '县林业局', '县科学技术局'] },
  { role: 'FINANCE_ASSISTANT', count: 20, departments: ['县财政局', '县金融服务中心'] },
] as const;

/** One for each village: 285 of the townships, 60 of the county, three a township. */
const instructors = (villages: readonly DemoVillage[], policy: PolicySet, seed: number): Post[] => {
  const random = randomFor('county-instructors', seed);
  let county = 0;
  return TOWNSHIPS.flatMap(({ code: township, villages: count }) => {
    const own = villages.filter((village) => village.township === township);
    const fromCounty = new Set(random.shuffled(own).slice(0, COUNTY_INSTRUCTORS_PER_TOWNSHIP));
    const rural = unitOfTownship(township, centreIn(policy, 'RURAL_GUIDANCE', count));
    return own.map((village) => {
      const unit = fromCounty.has(village) ? nth(DEPARTMENTS, county++) : rural;
      return post('CADRE', 'RESIDENT_INSTRUCTOR', unit, { path: village.path, township });
    });
  });
};

/** 285 of the townships and 32 of the county: one for each key enterprise, then a second where there are enough. */
const enterpriseAssistants = (enterprises: readonly DemoEnterprise[], policy: PolicySet, seed: number): Post[] => {
  const random = randomFor('enterprise-assistants', seed);
  const withSecond = random.shuffled(enterprises).slice(0, ENTERPRISE_ASSISTANTS - enterprises.length);
  const secondFromCounty = new Set(withSecond.slice(0, COUNTY_ENTERPRISE_ASSISTANTS));
  const departments = departmentsNamed('县经济商务局', '县市场监督管理局', '县供销合作社', '县人力社保局');
  let county = 0;
  return enterprises.flatMap((enterprise) => {
    const { township, path } = enterprise;
    const villages = TOWNSHIPS.find(({ code }) => code === township)?.villages ?? 0;
    const industry = unitOfTownship(township, centreIn(policy, 'INDUSTRY_SERVICE', villages));
    const first = post('CADRE', 'ENTERPRISE_ASSISTANT', industry, { path, township });
    if (!withSecond.includes(enterprise)) return [first];
    const unit = secondFromCounty.has(enterprise) ? nth(departments, county++) : industry;
    return [first, post('CADRE', 'ENTERPRISE_ASSISTANT', unit, { path, township })];
  });
};

/** Safety, sci-tech and finance assistants serve the whole county. */
const countyPool = (): Post[] =>
  COUNTY_POOL.flatMap(({ role, count, departments }) => {
    const units = departmentsNamed(...departments);
    return times(count, (index) => post('CADRE', role, nth(units, index)));
  });

export const cadrePosts = (
  villages: readonly DemoVillage[],
  enterprises: readonly DemoEnterprise[],
  policy: PolicySet,
  seed: number,
): Post[] => [
  ...instructors(villages, policy, seed),
  ...enterpriseAssistants(enterprises, policy, seed),
  ...countyPool(),
];
