import type { Instant } from '#kernel';
import { caseTypeOf, type CaseTypeCode, type Channel, type PolicySet } from '#policy';
import { isWorkingInstant } from '#working-time';
import { residents, type Resident } from '../people.js';
import { demoVillages, type DemoVillage } from '../places.js';
import { randomFor, SEED, type Random } from '../random.js';
import type { Matter, MatterParty } from './matter.js';
import { MATTER_TEXTS } from './matter-texts.js';
import { arrival, weighted } from './matter-times.js';
import {
  AFTER_HOURS,
  AMOUNT_OF,
  ANONYMOUS_SHARE,
  AT_ANY_HOUR,
  CHANNEL_WEIGHTS,
  PRODUCE_OF,
  TYPE_WEIGHTS,
} from './matter-types.js';

export interface MattersWanted {
  readonly count: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly policy: PolicySet;
  readonly seed?: number;
}

const VULNERABLE_SHARE = 0.08;
const TWO_VILLAGES_SHARE = 0.02;
const MOST_PARTIES = 2;
const AGAIN_SHARE = 0.04;
const AGAIN_WITHIN = 2 * 86_400_000;
const TOLD_TWICE: readonly CaseTypeCode[] = ['REQ-INF', 'REQ-ENV'];
const FEN = 100;

/**
 * What the people of the demo county come with between two instants, in the order of their coming; all invented. With
 * the same seed the same people come with the same matters in any fortnight: only the hours are others.
 */
export const demoMatters = ({ count, from, to, policy, seed = SEED }: MattersWanted): Matter[] => {
  const villages = demoVillages(SEED);
  const byPeople = villages.map((village) => [village, village.population] as const);
  const people = residents(count * MOST_PARTIES, seed).values();
  const drawn = Array.from({ length: count }, (_, index) => {
    const key = keyOf(index);
    const random = randomFor(`matter:${key}`, seed);
    const typeCode = weighted(random, TYPE_WEIGHTS);
    const anyHour = AT_ANY_HOUR.includes(typeCode);
    const at = arrival(randomFor(`arrival:${key}`, seed), policy.calendar, { from, to, anyHour });
    const village = weighted(random, byPeople);
    return { key, ...matterOf({ typeCode, at, village }, { random, policy, villages, people }) };
  });
  const inOrder = drawn.sort((one, other) => one.at - other.at);
  const told: Matter[] = [];
  for (const matter of inOrder) told.push(toldAgain(matter, told, randomFor(`again:${matter.key}`, seed)));
  return told;
};

/** Now and then somebody tells of what another has told some days before, in the same village. */
const toldAgain = (matter: Matter, before: readonly Matter[], random: Random): Matter => {
  if (!random.chance(AGAIN_SHARE)) return matter;
  const known = before.findLast(
    ({ typeCode, at, anonymous, twinOf }) =>
      TOLD_TWICE.includes(typeCode) && !anonymous && twinOf === undefined && matter.at - at < AGAIN_WITHIN,
  );
  if (!known) return matter;
  const { typeCode, villageIds, summary, parties } = known;
  const party = matter.parties[0] ?? parties[0];
  return {
    ...{ key: matter.key, at: matter.at, channel: matter.channel, anonymous: false },
    ...{ typeCode, villageIds, summary: `${summary}（又有村民反映）`, twinOf: known.key },
    parties: party ? [{ ...party, side: 'REPORTER' }] : [],
  };
};

const keyOf = (index: number): string => `m${String(index + 1).padStart(3, '0')}`;

interface Drawing {
  readonly random: Random;
  readonly policy: PolicySet;
  readonly villages: readonly DemoVillage[];
  readonly people: Iterator<Resident>;
}

const matterOf = (
  { typeCode, at, village }: { typeCode: CaseTypeCode; at: Instant; village: DemoVillage },
  { random, policy, villages, people }: Drawing,
): Omit<Matter, 'key'> => {
  const type = caseTypeOf(policy, typeCode);
  const channel = channelOf(random, type.channels);
  const anonymous = type.anonymousAllowed && random.chance(ANONYMOUS_SHARE[typeCode] ?? 0);
  const produce = PRODUCE_OF[typeCode];
  const amount = AMOUNT_OF[typeCode];
  const party = (side: MatterParty['side']): MatterParty => ({
    ...(people.next().value as Resident),
    side,
    vulnerable: random.chance(VULNERABLE_SHARE),
  });
  const beside = villages.filter(({ township, code }) => township === village.township && code !== village.code);
  const both = type.dispute && random.chance(TWO_VILLAGES_SHARE);
  return {
    at,
    typeCode,
    channel: isWorkingInstant(policy.calendar, at) ? channel : AFTER_HOURS,
    villageIds: both ? [village.code, random.pick(beside).code] : [village.code],
    parties: anonymous ? [] : type.dispute ? [party('APPLICANT'), party('RESPONDENT')] : [party('REPORTER')],
    anonymous,
    summary: random.pick(MATTER_TEXTS[typeCode] ?? ['{v}有事反映。']).replace('{v}', village.name),
    ...(produce && { produce: random.pick(produce) }),
    ...(amount && { amount: random.between(...amount) * FEN }),
  };
};

const channelOf = (random: Random, offered: readonly Channel[]): Channel =>
  weighted(
    random,
    offered.map((channel) => [channel, CHANNEL_WEIGHTS[channel] ?? 1] as const),
  );
