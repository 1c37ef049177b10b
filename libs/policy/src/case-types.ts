import { byCode } from './by-code.js';
import { all, caseType, oneOf, type CaseType, type Place, type Traits } from './case-type.js';
import type { CaseTypeCode } from './codes.js';

const STABILITY: Place = { functionArea: 'STABILITY', centre: 'STABILITY_MEDIATION' };
const DISPUTE: Place = { ...STABILITY, dispute: true };
const REPORT: Place = { ...STABILITY, anonymousAllowed: true, reportToPolice: true };
const CADRE_CONDUCT: Place = { functionArea: 'PARTY', centre: 'STABILITY_MEDIATION' };
const RURAL_ECONOMY: Place = { functionArea: 'ECONOMY', centre: 'RURAL_GUIDANCE' };
const INDUSTRY: Place = { functionArea: 'ECONOMY', centre: 'INDUSTRY_SERVICE' };
const RURAL_SERVICE: Place = { functionArea: 'SERVICE', centre: 'RURAL_GUIDANCE' };
const SOCIAL_SECURITY: Place = { functionArea: 'SERVICE', centre: 'SOCIAL_SECURITY' };
const OPINION: Place = { functionArea: 'SERVICE', centre: 'GENERAL_OFFICE' };
const CLEAN_VILLAGES: Place = { functionArea: 'SOCIAL', centre: 'RURAL_GUIDANCE' };
/** The safety assistants answer for hazards, in a unit that every township has. */
const SAFETY: Place = { functionArea: 'SOCIAL', centre: 'STABILITY_MEDIATION' };
/** The office is staffed round the clock. */
const DISASTER: Place = { functionArea: 'SOCIAL', centre: 'GENERAL_OFFICE' };
const VILLAGE_AFFAIRS: Place = { functionArea: 'PARTY', centre: 'RURAL_GUIDANCE' };

/** Tenure is settled in writing or not at all (`docs/domain.md §5.2`). */
const TENURE: Traits = { writtenOnly: true };
/** Family matters are not left to men alone (`docs/domain.md §5.2`). */
const FAMILY: Traits = { womanMediator: true };

const GROWING: CaseType['skillOfProduce'] = {
  ...{ FUNGUS: 'ECO-01', VEGETABLE: 'ECO-03', BAMBOO: 'ECO-04', TEA: 'ECO-06', FRUIT: 'ECO-07' },
  AQUACULTURE: 'ECO-09',
};
/** Of the two skills that serve here, one is about what grows and one about what is reared. */
const DISEASE: CaseType['skillOfProduce'] = {
  ...{ FUNGUS: 'ECO-02', VEGETABLE: 'ECO-02', BAMBOO: 'ECO-02', TEA: 'ECO-02', FRUIT: 'ECO-02' },
  ...{ LIVESTOCK: 'ECO-08', AQUACULTURE: 'ECO-08' },
};

/** The 33 types, one row each (`docs/domain.md §4.2`; anonymous intake §4.5). */
// prettier-ignore
export const CASE_TYPES = byCode<CaseTypeCode, CaseType>([
  caseType('DSP-NBR', '邻里纠纷', 'Neighbour dispute', all('STB-03'), 'S-MED', 'V', 'N', DISPUTE),
  caseType('DSP-FAM', '婚姻家庭纠纷', 'Marriage and family dispute', all('STB-03', 'STB-04'), 'S-MED', 'V', 'C', DISPUTE, FAMILY),
  caseType('DSP-SUP', '赡养抚养纠纷', 'Support and maintenance dispute', all('STB-04'), 'S-MED', 'V', 'C', DISPUTE, FAMILY),
  caseType('DSP-WTR', '用水排水纠纷', 'Water and drainage dispute', all('STB-03'), 'S-MED', 'V', 'N', DISPUTE),
  caseType('DSP-LCT', '土地承包流转纠纷', 'Land contract and transfer dispute', all('STB-06'), 'S-MED', 'V', 'N', DISPUTE, TENURE),
  caseType('DSP-HSE', '宅基地建房纠纷', 'Homestead and building dispute', all('STB-03', 'ORG-16'), 'S-MED', 'T', 'N', DISPUTE, TENURE),
  caseType('DSP-BND', '山林土地权属纠纷', 'Forest and land tenure dispute', all('STB-05'), 'S-MED', 'T', 'N', DISPUTE, TENURE),
  caseType('DSP-CON', '合同债务纠纷', 'Contract and debt dispute', all('STB-09'), 'S-MED', 'T', 'C', DISPUTE),
  caseType('DSP-ACQ', '征地补偿纠纷', 'Land acquisition compensation dispute', all('STB-08'), 'S-MED', 'K', 'N', DISPUTE, TENURE),
  caseType('DSP-LAB', '劳动报酬争议', 'Wage dispute', all('STB-07'), 'S-MEDU', 'T', 'N', DISPUTE),
  caseType('DSP-INJ', '人身损害赔偿', 'Personal injury compensation', all('STB-10'), 'S-MEDU', 'T', 'C', DISPUTE),
  caseType('DSP-CLN', '宗族群体纠纷', 'Clan and group dispute', all('STB-03', 'STB-11'), 'S-MEDU', 'T', 'C', DISPUTE),
  caseType('DSP-ADM', '边界争端', 'Boundary dispute between places', all('STB-05', 'STB-11'), 'S-MEDU', 'K', 'C', DISPUTE, { ...TENURE, channels: ['COUNTY_TRANSFER'] }),
  caseType('DSP-MAS', '群体性欠薪聚集', 'Gathering over unpaid wages', all('STB-07', 'STB-11'), 'S-EMG', 'K', 'C', DISPUTE),

  // The petitioner comes in (WINDOW), and petitions are handed down by the county too.
  caseType('PET-GEN', '信访事项', 'Petition', all('STB-02'), 'S-PET', 'T', 'C', STABILITY, { channels: ['WINDOW', 'WEB', 'LETTER', 'COUNTY_TRANSFER'] }),
  caseType('PET-CAD', '反映干部问题', 'Complaint about a cadre', all('STB-02'), 'S-PET', 'K', 'X', CADRE_CONDUCT, { channels: ['WEB', 'LETTER', 'COUNTY_TRANSFER'], anonymousAllowed: true }),

  caseType('SRV-FGS', '种养技术求助', 'Help with growing and rearing', oneOf('ECO-01', 'ECO-03', 'ECO-04', 'ECO-06', 'ECO-07', 'ECO-09'), 'S-SRV', 'V', 'N', RURAL_ECONOMY, { skillOfProduce: GROWING }),
  caseType('SRV-PST', '病虫疫情急助', 'Urgent help with pests and disease', oneOf('ECO-02', 'ECO-08'), 'S-URG', 'T', 'N', RURAL_ECONOMY, { skillOfProduce: DISEASE }),
  caseType('SRV-MKT', '销售信息求助', 'Help with selling', oneOf('ECO-12', 'ECO-13', 'ECO-14'), 'S-SRV', 'V', 'N', RURAL_ECONOMY),
  caseType('SRV-FIN', '信贷保险求助', 'Help with credit and insurance', oneOf('ECO-15', 'ECO-16'), 'S-SRV', 'T', 'C', RURAL_ECONOMY),
  caseType('SRV-ENT', '企业诉求', 'Request of an enterprise', oneOf('ECO-17', 'ECO-05', 'ECO-19', 'ECO-20', 'ORG-15'), 'S-SRV', 'T', 'N', INDUSTRY, { channels: ['ENTERPRISE'] }),

  caseType('REQ-INF', '水电路设施报修', 'Repair of water, power, roads', all('ORG-02'), 'S-STD', 'V', 'N', RURAL_SERVICE),
  caseType('REQ-AID', '救助低保诉求', 'Request for assistance', oneOf('ORG-12', 'ORG-14'), 'S-STD', 'V', 'C', SOCIAL_SECURITY),
  caseType('REQ-ENV', '环境卫生投诉', 'Complaint about the environment', all('ORG-18'), 'S-STD', 'V', 'N', CLEAN_VILLAGES),
  caseType('REQ-SAF', '安全隐患报告', 'Report of a safety hazard', oneOf('ECO-18', 'ECO-11', 'STB-16'), 'S-URG', 'T', 'N', SAFETY),
  caseType('CON-POL', '政策咨询', 'Question about policy', all('ORG-01'), 'S-QRY', 'V', 'N', RURAL_SERVICE),
  caseType('AGY-IMM', '即办代办', 'Agency done at once', all('ORG-17'), 'S-AGI', 'V', 'N', SOCIAL_SECURITY, { channels: ['WINDOW', 'STATION'] }),
  caseType('AGY-PRM', '承诺代办', 'Agency with a promised limit', all('ORG-17'), 'S-AGP', 'V', 'C', SOCIAL_SECURITY, { channels: ['WINDOW', 'STATION', 'VISIT_PROACTIVE'], skillOfItem: true }),
  caseType('INQ-VIL', '村务质询', 'Inquiry into village affairs', all('ORG-07'), 'S-INQ', 'T', 'C', VILLAGE_AFFAIRS, { channels: ['STATION', 'WEB'], anonymousAllowed: true, skillsIfMoney: ['ORG-08'] }),
  caseType('RPT-GMB', '赌博治安线索', 'Tip about gambling or public order', oneOf('STB-14', 'STB-18'), 'S-URG', 'T', 'X', REPORT),
  caseType('RPT-DOM', '家庭暴力', 'Domestic violence', all('STB-04', 'STB-13'), 'S-EMG', 'T', 'X', REPORT),
  caseType('EMG-DIS', '灾情险情', 'Disaster or imminent danger', all('STB-15'), 'S-EMG', 'V', 'N', DISASTER),
  caseType('SUG-GEN', '意见建议', 'Opinion or suggestion', all('ORG-02'), 'S-SLOW', 'V', 'N', OPINION),
]);
