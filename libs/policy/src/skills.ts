import { byCode } from './by-code.js';
import type { Industry, SkillCode, Text } from './codes.js';

/** `docs/domain.md §3`. */
export interface Skill {
  readonly code: SkillCode;
  readonly category: 'ECO' | 'STB' | 'ORG';
  readonly name: Text;
  /** Common, post, industry, elective. */
  readonly duty: 'C' | 'P' | 'I' | 'E';
  readonly validMonths: number;
  /**
   * What it serves: case type codes, patterns (`all`, `optional`, `DSP-*`, `DSP-* written`, `CONFIDENTIAL+`) or work
   * that is no case (`visits`, `reports`, `service days`). `servesCaseType` reads them.
   */
  readonly serves: readonly string[];
  /** Industries of §2.3 that make an `I` skill mandatory for a township. */
  readonly industries?: readonly Industry[];
}

const skill = (
  code: SkillCode,
  zh: string,
  en: string,
  duty: Skill['duty'],
  validMonths: number,
  serves: readonly string[] = [],
  industries?: readonly Industry[],
): Skill => ({
  code,
  category: code.slice(0, 3) as Skill['category'],
  name: { zh, en },
  duty,
  validMonths,
  serves,
  ...(industries && { industries }),
});

/** The catalogue of 59 (`docs/domain.md §3`). */
export const SKILLS = byCode<SkillCode, Skill>([
  skill('ECO-01', '食用菌栽培', 'Fungus growing', 'I', 36, ['SRV-FGS'], ['FUNGUS']),
  skill('ECO-02', '食用菌病虫害', 'Fungus diseases and pests', 'I', 36, ['SRV-PST'], ['FUNGUS']),
  skill('ECO-03', '高山蔬菜', 'Highland vegetables', 'I', 36, ['SRV-FGS'], ['VEGETABLE']),
  skill('ECO-04', '笋竹培育', 'Bamboo stands and shoots', 'I', 36, ['SRV-FGS'], ['BAMBOO']),
  skill('ECO-05', '竹木加工', 'Bamboo and timber processing', 'I', 36, ['SRV-ENT'], ['BAMBOO']),
  skill('ECO-06', '茶叶种制', 'Tea growing and making', 'I', 36, ['SRV-FGS'], ['TEA']),
  skill('ECO-07', '果树栽培', 'Fruit growing', 'E', 36, ['SRV-FGS']),
  skill('ECO-08', '畜禽防疫', 'Livestock disease prevention', 'E', 24, ['SRV-PST']),
  skill('ECO-09', '水产养殖', 'Aquaculture', 'E', 36, ['SRV-FGS']),
  skill('ECO-10', '林业管护', 'Forestry care', 'P', 36, ['DSP-BND']),
  skill('ECO-11', '农产品安全', 'Produce safety', 'P', 36, ['REQ-SAF']),
  skill('ECO-12', '市场营销', 'Marketing', 'E', 36, ['SRV-MKT']),
  skill('ECO-13', '电商', 'E-commerce', 'E', 24, ['SRV-MKT']),
  skill('ECO-14', '合作社辅导', 'Advice to co-operatives', 'P', 36, ['SRV-MKT']),
  skill('ECO-15', '小额信贷', 'Micro-credit', 'P', 36, ['SRV-FIN']),
  skill('ECO-16', '农险理赔', 'Crop insurance claims', 'E', 36, ['SRV-FIN']),
  skill('ECO-17', '企业助办', 'Help with enterprise matters', 'P', 36, ['SRV-ENT']),
  skill('ECO-18', '安全生产', 'Work safety', 'P', 24, ['REQ-SAF']),
  skill('ECO-19', '项目申报', 'Project applications', 'E', 36, ['SRV-ENT']),
  skill('ECO-20', '乡村旅游', 'Rural tourism', 'E', 36, ['SRV-ENT']),

  skill('STB-01', '法律基础', 'Basic law', 'C', 60, ['all']),
  skill('STB-02', '信访接待', 'Receiving petitions', 'P', 36, ['PET-*']),
  skill('STB-03', '人民调解', "People's mediation", 'P', 36, ['DSP-*']),
  skill('STB-04', '婚姻家庭调解', 'Marriage and family mediation', 'E', 36, ['DSP-FAM', 'DSP-SUP', 'RPT-DOM']),
  skill('STB-05', '山林权属调处', 'Settling forest and land tenure', 'P', 36, ['DSP-BND', 'DSP-ADM']),
  skill('STB-06', '土地承包调解', 'Land contract mediation', 'E', 36, ['DSP-LCT']),
  skill('STB-07', '劳动争议调解', 'Labour dispute mediation', 'E', 36, ['DSP-LAB', 'DSP-MAS']),
  skill('STB-08', '征地拆迁调处', 'Settling land acquisition', 'E', 36, ['DSP-ACQ']),
  skill('STB-09', '合同债务调处', 'Settling contracts and debts', 'E', 36, ['DSP-CON']),
  skill('STB-10', '人身损害调处', 'Settling personal injury', 'E', 36, ['DSP-INJ']),
  skill('STB-11', '群体事件处置', 'Handling mass incidents', 'P', 24, ['DSP-MAS', 'DSP-CLN', 'DSP-ADM']),
  skill('STB-12', '排查研判', 'Risk screening', 'P', 36, ['DSP-*']),
  skill('STB-13', '心理疏导', 'Counselling', 'E', 36, ['DSP-FAM', 'RPT-DOM']),
  skill('STB-14', '巡防禁赌', 'Patrol against gambling', 'P', 24, ['RPT-GMB']),
  skill('STB-15', '防汛防台避险', 'Flood and typhoon safety', 'C', 24, ['EMG-DIS']),
  skill('STB-16', '森林与消防', 'Forest and house fires', 'E', 24, ['REQ-SAF', 'EMG-DIS']),
  skill('STB-17', '应急救护', 'First aid', 'E', 24, ['EMG-DIS']),
  skill('STB-18', '反诈防范', 'Fraud prevention', 'E', 24, ['RPT-GMB']),
  skill('STB-19', '协议与司法确认', 'Agreements and judicial confirmation', 'E', 36, ['DSP-* written']),

  skill('ORG-01', '三农政策', 'Rural policy', 'C', 60, ['CON-POL']),
  skill('ORG-02', '群众工作方法', 'Working with residents', 'C', 60, ['REQ-INF', 'SUG-GEN']),
  skill('ORG-03', '民情走访建档', 'Visits and household archives', 'C', 60, ['visits']),
  skill('ORG-04', '公文与半月报', 'Documents and half-month reports', 'C', 60, ['reports']),
  skill('ORG-05', '信息系统', 'Information systems', 'C', 60, ['all']),
  skill('ORG-06', '村级选举', 'Village elections', 'P', 36, ['INQ-VIL']),
  skill('ORG-07', '村务公开', 'Disclosure of village affairs', 'P', 36, ['INQ-VIL']),
  skill('ORG-08', '三资管理', 'Village funds, assets and resources', 'P', 36, ['INQ-VIL']),
  skill('ORG-09', '党员教育', 'Party member education', 'P', 36),
  skill('ORG-10', '党员标杆', 'Party member benchmarks', 'E', 36),
  skill('ORG-11', '志愿组织', 'Organising volunteers', 'E', 36, ['service days']),
  skill('ORG-12', '社会救助', 'Social assistance', 'P', 36, ['REQ-AID']),
  skill('ORG-13', '医保报销', 'Medical insurance claims', 'P', 36, ['AGY-PRM']),
  skill('ORG-14', '养老助残', 'Care for the old and the disabled', 'E', 36, ['REQ-AID']),
  skill('ORG-15', '就业服务', 'Employment service', 'E', 36, ['SRV-ENT']),
  skill('ORG-16', '建房审批', 'Building permits', 'P', 36, ['DSP-HSE', 'AGY-PRM']),
  skill('ORG-17', '政务代办', 'Agency for residents', 'P', 36, ['AGY-*']),
  skill('ORG-18', '环境整治', 'Environmental clean-up', 'E', 36, ['REQ-ENV']),
  skill('ORG-19', '方言沟通', 'Speaking the dialect', 'E', 60, ['optional']),
  skill('ORG-20', '隐私保密', 'Privacy and secrecy', 'C', 36, ['CONFIDENTIAL+']),
]);
