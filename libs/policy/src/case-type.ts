import { EVERY_CHANNEL } from './channels.js';
import { servesCaseType } from './case-type-patterns.js';
import type {
  CaseTypeCode,
  CentreKind,
  Channel,
  Confidentiality,
  FunctionArea,
  Produce,
  ProfileCode,
  SkillCode,
  Text,
  Tier,
} from './codes.js';
import { SKILLS } from './skills.js';

/** All of `all`, and any one of each group in `oneOf`. */
export interface MustSkills {
  readonly all: readonly SkillCode[];
  readonly oneOf: readonly (readonly SkillCode[])[];
}

/** `docs/domain.md §4.2`. */
export interface CaseType {
  readonly code: CaseTypeCode;
  readonly name: Text;
  /** Where it is offered; what comes by another channel is registered all the same. */
  readonly channels: readonly Channel[];
  readonly anonymousAllowed: boolean;
  /** First-listed first: the lead handler holds that one. `mustSkillsOf` applies the three fields that follow. */
  readonly mustSkills: MustSkills;
  /** The one skill of a `oneOf` group that this produce asks for. */
  readonly skillOfProduce?: Readonly<Partial<Record<Produce, SkillCode>>>;
  /** Needed besides where the matter is about money. */
  readonly skillsIfMoney?: readonly SkillCode[];
  /** The skill of the service item is needed besides. */
  readonly skillOfItem?: boolean;
  /** Skills listing the type in §3 that are not its must skills. */
  readonly optionalSkills: readonly SkillCode[];
  readonly profile: ProfileCode;
  readonly tier: Tier;
  readonly confidentiality: Confidentiality;
  /** Disputes may be mediated (`DSP-*`). */
  readonly dispute: boolean;
  /** Tenure: only a written agreement will do (`§5.2`). */
  readonly writtenOnly: boolean;
  /** At least one woman among those who mediate (`§5.2`). */
  readonly womanMediator: boolean;
  /** Reported to the police within `RiskPolicy.policeReport` of acceptance, whatever the risk score says. */
  readonly reportToPolice: boolean;
  readonly functionArea: FunctionArea;
  /** The township unit it goes to; where that one is merged, `centreIn` says which takes its place. */
  readonly centre: CentreKind;
}

export const all = (...skills: SkillCode[]): MustSkills => ({ all: skills, oneOf: [] });
export const oneOf = (...skills: SkillCode[]): MustSkills => ({ all: [], oneOf: [skills] });

/** What a type has besides the columns of the table. `functionArea` and `centre` it must have. */
export type Traits = Partial<Omit<CaseType, 'optionalSkills'>>;
export type Place = Traits & Pick<CaseType, 'functionArea' | 'centre'>;

/** One row of the table, offered on every channel unless its traits say otherwise; the optional skills follow. */
export const caseType = (
  code: CaseTypeCode,
  zh: string,
  en: string,
  mustSkills: MustSkills,
  profile: ProfileCode,
  tier: Tier,
  confidentiality: Confidentiality,
  place: Place,
  traits: Traits = {},
): CaseType => {
  const type = {
    ...{ code, name: { zh, en }, channels: EVERY_CHANNEL, mustSkills, profile, tier, confidentiality },
    ...{ anonymousAllowed: false, dispute: false, writtenOnly: false, womanMediator: false, reportToPolice: false },
    ...place,
    ...traits,
  };
  const must = new Set([...mustSkills.all, ...mustSkills.oneOf.flat()]);
  const optionalSkills = Object.values(SKILLS)
    .filter((skill) => servesCaseType(skill, type) && !must.has(skill.code))
    .map((skill) => skill.code);
  return { ...type, optionalSkills };
};
