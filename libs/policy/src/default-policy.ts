import { AGENCY_POLICY } from './agency-policy.js';
import { ASSIGNMENT_POLICY } from './assignment-policy.js';
import { CALENDAR_V1 } from './calendars.js';
import { CASE_TYPES } from './case-types.js';
import { CENTRES } from './centres.js';
import { CERTIFICATE_POLICY } from './certificate-policy.js';
import { deepFreeze } from './deep-freeze.js';
import { DUPLICATE_POLICY } from './duplicate-policy.js';
import { DUTY_POLICY } from './duty-policy.js';
import { ESCALATION_POLICY } from './escalation-policy.js';
import { FIGURE_POLICY } from './figure-policy.js';
import { HANDLING_POLICY } from './handling-policy.js';
import { MEDIATION_POLICY } from './mediation-policy.js';
import { MODIFIER_POLICY } from './modifier-policy.js';
import { NOTIFICATION_POLICY } from './notification-policy.js';
import { CHOICES } from './outcomes.js';
import { OVERSIGHT_POLICY } from './oversight-policy.js';
import { PETITION_POLICY } from './petition-policy.js';
import type { PolicySet } from './policy-set.js';
import { POST_SKILLS } from './post-skills.js';
import { PROFILES } from './profiles.js';
import { REVIEW_POLICY } from './review-policy.js';
import { RISK_POLICY } from './risk-policy.js';
import { SKILLS } from './skills.js';

/** The defaults of `docs/domain.md`, as version 1. */
export const POLICY_V1: PolicySet = deepFreeze({
  version: 1,
  calendar: CALENDAR_V1,
  calendarNoticeDays: 60,
  skills: SKILLS,
  caseTypes: CASE_TYPES,
  profiles: PROFILES,
  assignment: ASSIGNMENT_POLICY,
  modifiers: MODIFIER_POLICY,
  handling: HANDLING_POLICY,
  duplicates: DUPLICATE_POLICY,
  duty: DUTY_POLICY,
  mediation: MEDIATION_POLICY,
  petition: PETITION_POLICY,
  agency: AGENCY_POLICY,
  risk: RISK_POLICY,
  review: REVIEW_POLICY,
  oversight: OVERSIGHT_POLICY,
  figures: FIGURE_POLICY,
  escalation: ESCALATION_POLICY,
  notifications: NOTIFICATION_POLICY,
  claimableHours: 24,
  postSkills: POST_SKILLS,
  certificates: CERTIFICATE_POLICY,
  centres: CENTRES,
  choices: CHOICES,
});
