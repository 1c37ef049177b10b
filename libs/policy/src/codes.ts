/** Two texts for people, Chinese first. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type SkillCode = string;

export type CaseTypeCode = string;

export type ProfileCode =
  | 'S-EMG'
  | 'S-URG'
  | 'S-STD'
  | 'S-SLOW'
  | 'S-QRY'
  | 'S-SRV'
  | 'S-MED'
  | 'S-MEDU'
  | 'S-AGI'
  | 'S-AGP'
  | 'S-PET'
  | 'S-INQ';

/** Most urgent first. */
export type Priority = 'P1' | 'P2' | 'P3' | 'P4';

/** Village, township, county. */
export type Tier = 'V' | 'T' | 'K';

/** Normal, confidential, sealed. */
export type Confidentiality = 'N' | 'C' | 'X';

export type Channel =
  | 'HOTLINE'
  | 'WINDOW'
  | 'STATION'
  | 'WEB'
  | 'LETTER'
  | 'VISIT_PROACTIVE'
  | 'MARKET_DAY'
  | 'ENTERPRISE'
  | 'POLICE_REFERRAL'
  | 'COURT_REFERRAL'
  | 'COUNTY_TRANSFER'
  | 'DUTY_PATROL';

export type RiskLevel = 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE';

/** The six units of a township (`docs/domain.md §2.1`). */
export type CentreKind =
  | 'GENERAL_OFFICE'
  | 'RURAL_GUIDANCE'
  | 'INDUSTRY_SERVICE'
  | 'STABILITY_MEDIATION'
  | 'SOCIAL_SECURITY'
  | 'TOWN_CONSTRUCTION';

/** The five functions of a township (`docs/domain.md §1.2` row 35). */
export type FunctionArea = 'ECONOMY' | 'SOCIAL' | 'SERVICE' | 'STABILITY' | 'PARTY';

/** What a resident's question about growing or rearing is about. */
export type Produce = 'FUNGUS' | 'VEGETABLE' | 'BAMBOO' | 'TEA' | 'FRUIT' | 'LIVESTOCK' | 'AQUACULTURE';

export type Industry = 'FUNGUS' | 'BAMBOO' | 'VEGETABLE' | 'TEA';

export type StepName = 'accept' | 'assign' | 'ack' | 'respond' | 'resolve' | 'review';
