/** The county of `docs/domain.md §2.1`, its five units and its 24 departments. */
export const COUNTY = { unitId: 'county', name: '示例县', path: '/county' } as const;

export interface CountyUnit {
  readonly unitId: string;
  readonly name: string;
  readonly unitPath: string;
}

const unit = (unitId: string, name: string): CountyUnit => ({ unitId, name, unitPath: `${COUNTY.path}/${unitId}` });

export const COUNTY_UNITS = {
  mediation: unit('K-MEDIATION', '县矛盾调解中心'),
  petition: unit('K-PETITION', '县信访局'),
  command: unit('K-COMMAND', '县应急指挥中心'),
  organisation: unit('K-ORG', '县委组织部'),
  supervision: unit('K-SUPERVISION', '县督查考评室'),
} as const;

export const DEPARTMENTS: readonly CountyUnit[] = [
  '县农业农村局',
  '县林业局',
  '县水利局',
  '县科学技术局',
  '县经济商务局',
  '县市场监督管理局',
  '县应急管理局',
  '县公安局',
  '县司法局',
  '县财政局',
  '县金融服务中心',
  '县自然资源局',
  '县住房建设局',
  '县交通运输局',
  '县生态环境局',
  '县人力社保局',
  '县民政局',
  '县卫生健康局',
  '县医疗保障局',
  '县教育局',
  '县文化旅游局',
  '县供销合作社',
  '县气象局',
  '县大数据中心',
].map((name, index) => unit(`K-D${String(index + 1).padStart(2, '0')}`, name));

export const departmentsNamed = (...names: readonly string[]): readonly CountyUnit[] =>
  DEPARTMENTS.filter(({ name }) => names.includes(name));
