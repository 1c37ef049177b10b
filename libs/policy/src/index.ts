export type { AssignmentPolicy } from './assignment-policy.js';
export { matchesCaseType } from './case-type-patterns.js';
export type { CaseType, MustSkills } from './case-type.js';
export type { CentrePolicy } from './centres.js';
export type { CertificatePolicy } from './certificate-policy.js';
export { CHANNELS } from './channels.js';
export type * from './codes.js';
export { POLICY_V1 } from './default-policy.js';
export type { DuplicatePolicy } from './duplicate-policy.js';
export type { DutyPolicy, DutyPost } from './duty-policy.js';
export type { EscalationPolicy } from './escalation-policy.js';
export type { HandlingPolicy } from './handling-policy.js';
export {
  caseTypeOf,
  centreIn,
  centresOf,
  extendedAtMost,
  mandatorySkillsOf,
  mustSkillsOf,
  optionalSkillsOf,
  profileOf,
  reopenedResolve,
  skillOf,
  skillsServing,
  stepUp,
  type SkillFacts,
} from './lookups.js';
export type { MediationPolicy } from './mediation-policy.js';
export type { ModifierPolicy } from './modifier-policy.js';
export type { NotificationPolicy } from './notification-policy.js';
export type { Choice, Choices } from './outcomes.js';
export type { PolicySet } from './policy-set.js';
export { policyDifferences, type PolicyDifference } from './policy-differences.js';
export { CURRENT_POLICY, POLICIES, policyOf } from './policy-versions.js';
export type { Profile, RespondKind } from './profiles.js';
export type { ReviewPolicy } from './review-policy.js';
export type { RiskPolicy, RiskWatch } from './risk-policy.js';
export { isNotLonger, limitOf, withPromises, type PromisedLimit } from './promised-limits.js';
export { ROLES, type RoleCode } from './roles.js';
export type { Skill } from './skills.js';
export type { LadderLevel } from '#working-time';
