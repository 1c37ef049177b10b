import { villageCode } from '#township/domain';
import { apportion } from './apportion.js';
import { randomFor } from './random.js';
import { HOUSEHOLDS, KEY_ENTERPRISES, TOWNSHIPS } from './townships.js';

export interface DemoVillage {
  readonly code: string;
  readonly path: string;
  readonly township: string;
  readonly number: number;
  readonly name: string;
  readonly population: number;
  readonly households: number;
}

export interface DemoEnterprise {
  readonly code: string;
  readonly path: string;
  readonly township: string;
  readonly name: string;
  readonly village: string;
}

export const townshipPath = (code: string): string => `/county/${code}`;

const PREFIXES = [...'上下前后里外东西大小'];
const STEMS = [...'垟坑源畈岙垄坪湾塘桥墩岭洋坞际埠田林'];
const VILLAGE_NAMES = PREFIXES.flatMap((prefix) => STEMS.map((stem) => `${prefix}${stem}村`));

const LUCKY = [...'兴达丰盛恒瑞泰祥安源'];
const TRADES = ['竹木制品厂', '食用菌专业合作社', '茶厂', '蔬菜加工厂', '机械配件厂', '塑料制品厂', '酒坊', '工艺品厂'];
const ENTERPRISE_NAMES = LUCKY.flatMap((one) => LUCKY.flatMap((other) => TRADES.map((trade) => one + other + trade)));

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

/** All 345 villages; people and households add up for each township and for the county. */
export const demoVillages = (seed: number): DemoVillage[] => {
  const random = randomFor('villages', seed);
  const householdsOf = apportion(
    HOUSEHOLDS,
    TOWNSHIPS.map(({ population }) => population),
  );
  return TOWNSHIPS.flatMap(({ code, villages, population }, index) => {
    const names = random.shuffled(VILLAGE_NAMES).slice(0, villages);
    const people = apportion(
      population,
      names.map(() => random.between(60, 140)),
    );
    const households = apportion(householdsOf[index] ?? 0, people);
    return names.map((name, at) => {
      const village = villageCode(code, at + 1);
      return {
        code: village,
        path: `${townshipPath(code)}/${village}`,
        township: code,
        number: at + 1,
        name,
        population: people[at] ?? 0,
        households: households[at] ?? 0,
      };
    });
  });
};

/** The 160 key enterprises: two in each township, the others where the people are. */
export const demoEnterprises = (seed: number): DemoEnterprise[] => {
  const random = randomFor('enterprises', seed);
  const names = random.shuffled(ENTERPRISE_NAMES);
  const counts = apportion(
    KEY_ENTERPRISES,
    TOWNSHIPS.map(({ population }) => population),
    2,
  );
  return TOWNSHIPS.flatMap(({ code: township, villages }, index) =>
    Array.from({ length: counts[index] ?? 0 }, (_, at) => {
      const code = `${township}-E${String(at + 1).padStart(2, '0')}`;
      return {
        code,
        path: `${townshipPath(township)}/${code}`,
        township,
        name: names[sum(counts.slice(0, index)) + at] ?? '',
        village: villageCode(township, random.between(1, villages)),
      };
    }),
  );
};
