import type { Text } from './codes.js';

/** A reason or outcome that a person picks from a list. */
export interface Choice {
  readonly name: Text;
}

/** The lists people pick from, by code (`docs/domain.md §5.1`, `§5.3`). */
export interface Choices {
  readonly closeOutcomes: Readonly<Record<string, Choice>>;
  /** Each goes with a route: where the resident can turn to instead. */
  readonly rejectReasons: Readonly<Record<string, Choice & { readonly route: Text }>>;
  readonly suspendReasons: Readonly<Record<string, Choice>>;
  readonly followUpReasons: Readonly<Record<string, Choice>>;
  readonly withdrawReasons: Readonly<Record<string, Choice>>;
  /** `counted`: goes into the declines a cadre has per case. */
  readonly declineReasons: Readonly<Record<string, Choice & { readonly counted: boolean }>>;
  readonly transferBodies: Readonly<Record<string, Choice>>;
  /** What paperwork is done for residents, and which papers it asks for (§5.4). */
  readonly agencyItems: Readonly<Record<string, Choice>>;
  readonly papers: Readonly<Record<string, Choice>>;
  readonly ratings: Readonly<Record<number, Choice>>;
  readonly ratingReasons: Readonly<Record<string, Choice>>;
}

const choice = (zh: string, en: string): Choice => ({ name: { zh, en } });
const refusal = (zh: string, en: string, routeZh: string, routeEn: string): Choice & { readonly route: Text } => ({
  ...choice(zh, en),
  route: { zh: routeZh, en: routeEn },
});

/** `docs/domain.md §5.1` (outcomes, reasons), `§5.3` (ratings). */
export const CHOICES: Choices = {
  closeOutcomes: {
    SOLVED: choice('已解决', 'Solved'),
    AGREED: choice('达成协议', 'Agreed'),
    ANSWERED: choice('已答复', 'Answered'),
    EXPLAINED: choice('已解释说明', 'Explained'),
    NOT_AGREED_GUIDED: choice('未达成协议，已告知救济途径', 'Not agreed, told of the other routes'),
    REFUSED_BY_LAW: choice('依法不予支持', 'Refused by law'),
  },
  rejectReasons: {
    OUT_OF_REMIT: refusal(
      '不属于本级职责范围',
      'Outside our remit',
      '向有权处理的机关提出',
      'Turn to the authority in charge',
    ),
    BEFORE_COURT: refusal(
      '已由法院、仲裁机构受理',
      'Already before a court or an arbitration body',
      '在该程序中主张权利',
      'Plead your case in that procedure',
    ),
    DECIDED_BY_COURT: refusal(
      '已有生效裁判',
      'Already decided by a court',
      '依法申请再审或者执行',
      'Apply for a retrial or for enforcement',
    ),
    BEFORE_AUTHORITY: refusal(
      '公安或其他机关正在办理',
      'In the hands of the police or another authority',
      '向承办机关查询',
      'Ask the authority handling it',
    ),
    CRIMINAL: refusal(
      '涉嫌犯罪',
      'A criminal matter',
      '向公安机关报案，紧急时拨打110',
      'Report it to the police; call 110 in an emergency',
    ),
    STATUTORY_ROUTE: refusal(
      '应当通过诉讼、仲裁、行政复议等法定途径解决',
      'The law gives another route: court, arbitration or administrative reconsideration',
      '可到公共法律服务窗口获得免费指引',
      'The public legal service window explains the way free of charge',
    ),
    PETITION_FINALISED: refusal(
      '信访事项已经终结，无新的事实和理由',
      'The petition is final and there are no new facts or grounds',
      '有新的事实或证据的，可以重新提出',
      'New facts or evidence make a new case',
    ),
    NO_MATTER: refusal(
      '没有具体事项',
      'No definite matter',
      '补充情况后可随时再次提出',
      'Come again at any time with more details',
    ),
  },
  suspendReasons: {
    APPRAISAL: choice('鉴定、评估期间', 'Under appraisal'),
    AWAIT_PARTY: choice('等待当事人', 'Waiting for a party'),
    MATERIALS: choice('等待补充材料', 'Waiting for papers'),
    COURT: choice('等待司法程序', 'Waiting for a court'),
    FORCE_MAJEURE: choice('不可抗力', 'Force majeure'),
  },
  followUpReasons: {
    VIOLENCE: choice(
      '调解中发现暴力迹象，另案处理',
      'A sign of violence during mediation, taken up as a case of its own',
    ),
    CONTROLLED: choice(
      '现场已控制，其余问题另案办理',
      'The danger is under control, what is left is taken up as a case of its own',
    ),
    OTHER_MATTER: choice('办理中发现的其他事项，另案办理', 'Another matter came up, taken up as a case of its own'),
  },
  withdrawReasons: {
    SETTLED: choice('双方自行和解', 'Settled between the parties'),
    SOLVED_OTHERWISE: choice('已通过其他途径解决', 'Solved in another way'),
    OTHER_ROUTE: choice('选择诉讼、仲裁等其他途径', 'Going to court, arbitration or elsewhere'),
    NOT_NEEDED: choice('不再需要', 'No longer needed'),
    NO_REASON: choice('不说明原因', 'No reason given'),
  },
  declineReasons: {
    CONFLICT: { ...choice('存在利害关系，需要回避', 'Conflict of interest'), counted: false },
    OVERLOAD: { ...choice('工作量已满', 'Overload'), counted: true },
    NO_SKILL: { ...choice('不具备所需技能', 'Lacks the skill'), counted: true },
  },
  transferBodies: {
    POLICE: choice('公安机关', 'Police'),
    COURT: choice('人民法院', 'Court'),
    PROCURATORATE: choice('人民检察院', 'Procuratorate'),
    DISCIPLINE_SUPERVISION: choice('纪检监察机关', 'Discipline inspection and supervision'),
    LABOUR_ARBITRATION: choice('劳动人事争议仲裁委员会', 'Labour dispute arbitration commission'),
    LAND_ARBITRATION: choice('农村土地承包仲裁委员会', 'Rural land contract arbitration commission'),
    COUNTY_DEPARTMENT: choice('县级职能部门', 'County department'),
    PETITION_OFFICE: choice('县信访局', 'County petition office'),
    OTHER_TOWNSHIP: choice('其他乡镇', 'Another township'),
    OTHER_COUNTY: choice('县外机关', 'A body outside the county'),
  },
  agencyItems: {
    MEDICAL_CLAIM: choice('医保报销', 'Medical claim'),
    MEDICAL_PROOF: choice('医保缴费证明', 'Proof of medical insurance'),
    PENSION_YEARLY: choice('养老待遇年审', 'Yearly pension check'),
    AGE_ALLOWANCE: choice('高龄津贴', 'Old-age allowance'),
    DISABILITY_CARD: choice('残疾人证', 'Disability card'),
    LOW_INCOME: choice('低保申请', 'Subsistence allowance'),
    BUILDING_PERMIT: choice('建房许可', 'Building permit'),
    BUSINESS_LICENCE: choice('营业执照', 'Business licence'),
    FARM_SUBSIDY: choice('涉农补贴', 'Farm subsidy'),
    OTHER: choice('其他事项', 'Another matter'),
  },
  papers: {
    ID_CARD: choice('身份证', 'Identity card'),
    HOUSEHOLD_BOOK: choice('户口簿', 'Household book'),
    MARRIAGE_CERTIFICATE: choice('结婚证', 'Marriage certificate'),
    LAND_CERTIFICATE: choice('土地权属证明', 'Land certificate'),
    BANK_CARD: choice('银行卡', 'Bank card'),
    INVOICE: choice('发票', 'Invoice'),
    MEDICAL_RECORD: choice('病历', 'Medical record'),
    DISABILITY_CERTIFICATE: choice('残疾鉴定书', 'Disability certificate'),
    PHOTO: choice('照片', 'Photograph'),
    VILLAGE_PROOF: choice('村委会证明', 'Proof of the village committee'),
    APPLICATION_FORM: choice('申请表', 'Application form'),
    NEIGHBOURS_CONSENT: choice('四邻签字', "Neighbours' signatures"),
  },
  ratings: {
    5: choice('非常满意', 'Very satisfied'),
    4: choice('满意', 'Satisfied'),
    3: choice('基本满意', 'Fairly satisfied'),
    2: choice('不满意', 'Dissatisfied'),
    1: choice('非常不满意', 'Very dissatisfied'),
  },
  ratingReasons: {
    RESULT: choice('办理结果', 'The result'),
    SPEED: choice('办理速度', 'The speed'),
    ATTITUDE: choice('服务态度', 'The manner'),
    SKILL: choice('业务能力', 'The skill'),
    EXPLANATION: choice('解释说明', 'The explanation'),
    FAIRNESS: choice('公平公正', 'The fairness'),
    OUTSIDE_LAW: choice('诉求超出法律政策规定', 'The claim goes beyond law and policy'),
  },
};
