import type { Industry, SkillCode } from '#policy';

export interface DemoTownship {
  readonly code: string;
  readonly name: string;
  readonly seat: 'TOWN' | 'TOWNSHIP';
  readonly villages: number;
  readonly population: number;
  readonly leadingIndustries: readonly Industry[];
  /** A skill nobody there holds: the gap that the county of the specification has (`docs/domain.md §9`, scenario 2). */
  readonly gap?: SkillCode;
}

const town = (
  code: string,
  name: string,
  villages: number,
  population: number,
  ...leadingIndustries: readonly Industry[]
): DemoTownship => ({
  code,
  name,
  seat: code.startsWith('T') ? 'TOWN' : 'TOWNSHIP',
  villages,
  population,
  leadingIndustries,
});

/** `docs/domain.md §2.3`, in the cyclic order of §8. */
export const TOWNSHIPS: readonly DemoTownship[] = [
  town('T01', '云坪镇', 30, 34_000, 'VEGETABLE', 'TEA'),
  town('T02', '石梁镇', 27, 22_000, 'BAMBOO'),
  town('T03', '青栏镇', 25, 18_500, 'TEA'),
  town('T04', '白渚镇', 24, 15_500, 'VEGETABLE'),
  town('T05', '枫岚镇', 22, 13_000, 'FUNGUS', 'BAMBOO'),
  town('T06', '南樟镇', 21, 11_500, 'BAMBOO', 'TEA'),
  town('T07', '杉岭镇', 19, 9_500, 'BAMBOO'),
  town('X01', '霜桥乡', 18, 9_000, 'VEGETABLE'),
  town('X02', '麦垄乡', 17, 8_200, 'FUNGUS', 'VEGETABLE'),
  { ...town('X03', '鹤坪乡', 16, 7_400, 'FUNGUS'), gap: 'ECO-02' },
  town('X04', '柏垄乡', 15, 6_800, 'FUNGUS', 'BAMBOO'),
  town('X05', '茶岗乡', 15, 6_500, 'TEA'),
  town('X06', '泉湾乡', 14, 6_200, 'VEGETABLE'),
  town('X07', '溪畔乡', 14, 5_900, 'BAMBOO'),
  town('X08', '稻岗乡', 13, 5_500, 'VEGETABLE'),
  town('X09', '月峦乡', 13, 5_200, 'TEA'),
  town('X10', '燕坞乡', 12, 4_800, 'FUNGUS'),
  town('X11', '苔源乡', 11, 4_200, 'BAMBOO', 'FUNGUS'),
  town('X12', '梓坑乡', 10, 3_500, 'BAMBOO'),
  town('X13', '雪尖乡', 9, 2_800, 'TEA'),
];

/** 3.2 people in each. */
export const HOUSEHOLDS = 62_500;
export const KEY_ENTERPRISES = 160;
