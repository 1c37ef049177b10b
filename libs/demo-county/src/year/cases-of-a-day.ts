import type { RegisterCase } from '#cases/domain';
import type { Actor, Instant } from '#kernel';
import { caseTypeOf, type CaseType, type CaseTypeCode, type PolicySet } from '#policy';
import { addDays, atMinute, isWorkingDay, type LocalDay } from '#working-time';
import { apportion } from '../apportion.js';
import { demoVillages, type DemoVillage } from '../places.js';
import { randomFor, SEED, type Random } from '../random.js';
import type { Officers } from './officers.js';

/** A resident comes with something. */
export interface Arrival {
  readonly at: Instant;
  readonly command: RegisterCase;
  readonly actor: Actor;
}

export interface Year {
  readonly from: LocalDay;
  readonly days: number;
  /** How many cases come within it. */
  readonly cases: number;
  readonly policy: PolicySet;
  readonly officers: Officers;
  readonly seed?: number;
}

/** How often each type comes, by weight; what comes seldom in a county comes seldom here. */
const FREQUENCY: Readonly<Record<CaseTypeCode, number>> = {
  ...{ 'DSP-NBR': 60, 'DSP-FAM': 45, 'DSP-SUP': 20, 'DSP-WTR': 30, 'DSP-LCT': 30, 'DSP-HSE': 25, 'DSP-BND': 15 },
  ...{ 'DSP-CON': 30, 'DSP-ACQ': 6, 'DSP-LAB': 25, 'DSP-INJ': 15, 'DSP-CLN': 3, 'DSP-ADM': 1, 'DSP-MAS': 1 },
  ...{ 'PET-GEN': 30, 'PET-CAD': 4, 'SRV-FGS': 60, 'SRV-PST': 20, 'SRV-MKT': 30, 'SRV-FIN': 30, 'SRV-ENT': 30 },
  ...{ 'REQ-INF': 150, 'REQ-AID': 60, 'REQ-ENV': 60, 'REQ-SAF': 30, 'CON-POL': 120, 'AGY-IMM': 120, 'AGY-PRM': 90 },
  ...{ 'INQ-VIL': 10, 'RPT-GMB': 6, 'RPT-DOM': 4, 'EMG-DIS': 4, 'SUG-GEN': 40 },
};

const WEEKEND_SHARE = 0.3;
const OPEN_FROM = 8 * 60;
const OPEN_UNTIL = 20 * 60;
const HOUSEHOLDS_KNOWN = 120;

/** Cases of one day of the year, in the order in which they come: the same seed always gives the same. */
export const casesOfDay = (year: Year): ((day: number) => readonly Arrival[]) => {
  const { from, days, cases, policy, officers, seed = SEED } = year;
  const village = byWeight(demoVillages(seed), ({ households }) => households);
  const type = byWeight(Object.keys(FREQUENCY), (code) => FREQUENCY[code]!);
  const weights = Array.from({ length: days }, (_, day) =>
    isWorkingDay(policy.calendar, addDays(from, day)) ? 1 : WEEKEND_SHARE,
  );
  let sum = 0;
  const ends = apportion(cases, weights).map((ofDay) => (sum += ofDay));
  return (day) => {
    const first = ends[day - 1] ?? 0;
    const date = addDays(from, day);
    return Array.from({ length: (ends[day] ?? first) - first }, (_, index) => {
      const random = randomFor(`case ${first + index}`, seed);
      const place = village(random);
      return {
        at: atMinute(date, random.between(OPEN_FROM, OPEN_UNTIL)),
        command: registration(caseIdOf(first + index), place, caseTypeOf(policy, type(random)), random),
        actor: officers.at('HOTLINE_CLERK', `${place.township}-GENERAL_OFFICE`),
      };
    }).sort((one, other) => one.at - other.at);
  };
};

const caseIdOf = (number: number): string => `y${String(number).padStart(6, '0')}`;

/** Draws the heavier more often. */
const byWeight = <T>(items: readonly T[], weightOf: (item: T) => number): ((random: Random) => T) => {
  const drawn = items.flatMap((item) => Array<T>(weightOf(item)).fill(item));
  return (random) => random.pick(drawn);
};

const registration = (caseId: string, village: DemoVillage, type: CaseType, random: Random): RegisterCase => {
  const anonymous = type.anonymousAllowed && random.chance(0.3);
  const produce =
    type.skillOfProduce && random.pick(Object.keys(type.skillOfProduce) as (keyof typeof type.skillOfProduce)[]);
  const sides = type.dispute ? (['APPLICANT', 'RESPONDENT'] as const) : (['REPORTER'] as const);
  return {
    type: 'RegisterCase',
    data: {
      caseId,
      typeCode: type.code,
      channel: random.pick(type.channels),
      villageIds: [village.code],
      parties: anonymous
        ? []
        : sides.map((side, index) => ({
            partyId: `${caseId}-p${index + 1}`,
            side,
            vulnerable: random.chance(0.1),
            householdId: `${village.code}-h${random.below(HOUSEHOLDS_KNOWN)}`,
          })),
      anonymous,
      summary: type.name.zh,
      ...(produce !== undefined && { produce }),
      ...(type.code === 'DSP-CON' && { amount: random.between(1, 500) * 100_000 }),
    },
  };
};
