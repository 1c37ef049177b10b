import type { Calendar } from '#working-time';
import type { AgencyPolicy } from './agency-policy.js';
import type { AssignmentPolicy } from './assignment-policy.js';
import type { CaseType } from './case-type.js';
import type { CentrePolicy } from './centres.js';
import type { CertificatePolicy } from './certificate-policy.js';
import type { CaseTypeCode, ProfileCode, SkillCode } from './codes.js';
import type { DuplicatePolicy } from './duplicate-policy.js';
import type { DutyPolicy } from './duty-policy.js';
import type { EscalationPolicy } from './escalation-policy.js';
import type { FigurePolicy } from './figure-policy.js';
import type { HandlingPolicy } from './handling-policy.js';
import type { MediationPolicy } from './mediation-policy.js';
import type { ModifierPolicy } from './modifier-policy.js';
import type { NotificationPolicy } from './notification-policy.js';
import type { Choices } from './outcomes.js';
import type { OversightPolicy } from './oversight-policy.js';
import type { PetitionPolicy } from './petition-policy.js';
import type { Profile } from './profiles.js';
import type { ReviewPolicy } from './review-policy.js';
import type { RiskPolicy } from './risk-policy.js';
import type { Skill } from './skills.js';

/** Everything a county may change without new code. A case keeps the version it was registered under. */
export interface PolicySet {
  readonly version: number;
  readonly calendar: Calendar;
  /** Days before a year without published calendar on which the office is told (`docs/domain.md §2.5`). */
  readonly calendarNoticeDays: number;
  readonly skills: Readonly<Record<SkillCode, Skill>>;
  readonly caseTypes: Readonly<Record<CaseTypeCode, CaseType>>;
  readonly profiles: Readonly<Record<ProfileCode, Profile>>;
  readonly assignment: AssignmentPolicy;
  readonly modifiers: ModifierPolicy;
  readonly handling: HandlingPolicy;
  readonly duplicates: DuplicatePolicy;
  readonly duty: DutyPolicy;
  readonly mediation: MediationPolicy;
  readonly petition: PetitionPolicy;
  readonly agency: AgencyPolicy;
  readonly risk: RiskPolicy;
  readonly review: ReviewPolicy;
  readonly oversight: OversightPolicy;
  readonly figures: FigurePolicy;
  readonly escalation: EscalationPolicy;
  readonly notifications: NotificationPolicy;
  /** Hours back that a handler may claim `happenedAt` (§2.6). */
  readonly claimableHours: number;
  /** Must skills per post (`§3`, "Post map"). */
  readonly postSkills: Readonly<Record<string, readonly SkillCode[]>>;
  readonly certificates: CertificatePolicy;
  readonly centres: CentrePolicy;
  readonly choices: Choices;
}
