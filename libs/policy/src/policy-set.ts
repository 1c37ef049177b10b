import type { Calendar, Limit } from '#working-time';

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

/** `docs/domain.md §3`. */
export interface Skill {
  readonly code: SkillCode;
  readonly category: 'ECO' | 'STB' | 'ORG';
  readonly name: Text;
  /** Common, post, industry, elective. */
  readonly duty: 'C' | 'P' | 'I' | 'E';
  readonly validMonths: number;
  /** Case types it serves: codes, or patterns as the specification writes them (`DSP-*`, `all`). */
  readonly serves: readonly string[];
  /** Industries of §2.3 that make an `I` skill mandatory for a township. */
  readonly industries?: readonly Industry[];
}
export type Industry = 'FUNGUS' | 'BAMBOO' | 'VEGETABLE' | 'TEA';

export type StepName = 'accept' | 'assign' | 'ack' | 'respond' | 'resolve' | 'review';

/** `docs/domain.md §4.1`. A step without a limit has no clock of its own. */
export interface Profile {
  readonly code: ProfileCode;
  readonly name: Text;
  readonly priority: Priority;
  readonly limits: {
    readonly accept: Limit;
    /** `self`: the window clerk handles it at once. */
    readonly assign: Limit | 'self';
    readonly ack: Limit | null;
    /** `resolve`: answered is resolved. */
    readonly respond: Limit | 'resolve' | null;
    readonly resolve: Limit;
    /** null: no satisfaction review (petitions have appeals instead). */
    readonly review: Limit | null;
  };
  /** The resolve limit is the promise of the service item where one is named. */
  readonly resolveByItem?: boolean;
  /** Percent of the resolved cases that are reviewed. */
  readonly reviewSample: number;
  /** Upper bound of the resolve limit after an extension, where it differs from "once the original limit". */
  readonly extendableTo?: Limit;
  /** Days from acceptance by which each tier's budget ends (`§4.1`). */
  readonly tierBudgets?: Readonly<Record<Tier, number>>;
  /** Profile one priority step up (`§4.3`), where there is one. */
  readonly stepUp?: ProfileCode;
  /** Clocks that never stop (`§5.1`, `§5.7`). */
  readonly suspendable: boolean;
  readonly pausedByMobilisation: boolean;
}

/** `docs/domain.md §4.2`. */
export interface CaseType {
  readonly code: CaseTypeCode;
  readonly name: Text;
  /** Where it is offered; what comes by another channel is registered all the same. */
  readonly channels: readonly Channel[];
  readonly anonymousAllowed: boolean;
  /** All of `all`, and one of each group in `oneOf` (the one of `produce` first where it is known). */
  readonly mustSkills: { readonly all: readonly SkillCode[]; readonly oneOf: readonly (readonly SkillCode[])[] };
  /** Skills listing the type in §3 that are not its must skills. */
  readonly optionalSkills: readonly SkillCode[];
  readonly profile: ProfileCode;
  readonly tier: Tier;
  readonly confidentiality: Confidentiality;
  /** Disputes may be mediated (`DSP-*`). */
  readonly dispute: boolean;
}

export type LadderLevel = 'WARN' | 'E1' | 'E2' | 'E3';

/** Weights and bounds of §8. */
export interface AssignmentPolicy {
  readonly weights: {
    readonly skill: number;
    readonly near: number;
    readonly load: number;
    readonly quality: number;
    readonly continuity: number;
  };
  readonly skill: {
    readonly level: number;
    readonly recency: number;
    readonly optional: number;
    readonly fullLevel: number;
    readonly recencySteps: readonly { readonly days: number; readonly value: number }[];
  };
  readonly near: {
    readonly sameVillage: number;
    readonly neighbourVillage: number;
    readonly sameTownship: number;
    readonly county: number;
  };
  readonly caseWeight: Readonly<Record<Priority, number>>;
  readonly loadCap: number;
  readonly relaxedLoadCap: number;
  readonly quality: { readonly priorMean: number; readonly priorWeight: number; readonly days: number };
  readonly continuity: {
    readonly servedWithRating: number;
    readonly servedDays: number;
    readonly villageInstructor: number;
    readonly named: number;
  };
  /** At tier V the resident instructor is taken when his score is within this of the best. */
  readonly instructorMargin: number;
  readonly nightRest: { readonly restHours: number; readonly afterWorkedHours: number };
  readonly neighbourTownships: number;
  readonly decimals: number;
  readonly explained: number;
}

/** `docs/domain.md §4.4`. */
export interface RiskPolicy {
  readonly violence: readonly [none: number, sign: number, grave: number];
  readonly group: readonly { readonly from: number; readonly score: number }[];
  readonly relapse: { readonly days: number; readonly second: number; readonly third: number };
  readonly vulnerable: number;
  /** `from` in fen. */
  readonly amount: readonly { readonly from: number; readonly score: number }[];
  readonly age: readonly { readonly overDays: number; readonly score: number }[];
  readonly levels: { readonly RED: number; readonly ORANGE: number; readonly YELLOW: number };
  readonly forcedRedGroup: number;
}

export interface ReviewPolicy {
  readonly minAttempts: number;
  readonly minDays: number;
  readonly minChannels: number;
  readonly lateRating: Limit;
  /** Ratings up to this one are dissatisfied. */
  readonly dissatisfiedUpTo: number;
  readonly maxRounds: number;
  readonly reopenedAssign: Limit;
  readonly countyReview: Limit;
  readonly appealToCountyReview: Limit;
  readonly panelSize: number;
}

/** What happens on a rung besides the ladder's instants (`§5.1`). */
export interface EscalationPolicy {
  /** Time of the deputy leader to choose at E2: P1/P2 and the others. */
  readonly actionLimit: { readonly urgent: Limit; readonly ordinary: Limit };
  /** An accepted reason holds E3 back at most this share of the step's limit. */
  readonly holdShare: number;
  /** Minutes after midnight of the daily reminder after E3. */
  readonly dailyReminderAt: number;
  /** Declines that count per case. */
  readonly maxDeclines: number;
}

/** Everything a county may change without new code. A case keeps the version it was registered under. */
export interface PolicySet {
  readonly version: number;
  readonly calendar: Calendar;
  readonly skills: Readonly<Record<SkillCode, Skill>>;
  readonly caseTypes: Readonly<Record<CaseTypeCode, CaseType>>;
  readonly profiles: Readonly<Record<ProfileCode, Profile>>;
  readonly assignment: AssignmentPolicy;
  readonly risk: RiskPolicy;
  readonly review: ReviewPolicy;
  readonly escalation: EscalationPolicy;
  /** Hours back that a handler may claim `happenedAt` (§2.6). */
  readonly claimableHours: number;
  /** Must skills per post (`§3`, "Post map"). */
  readonly postSkills: Readonly<Record<string, readonly SkillCode[]>>;
}
