import type { CentreKind, SkillCode } from './codes.js';
import type { RoleCode } from './roles.js';

/**
 * Must skills of a post besides the common ones (`docs/domain.md §3`, "Post map"), by role, and by unit for those who
 * work in one.
 */
export const POST_SKILLS: Readonly<Partial<Record<RoleCode | CentreKind, readonly SkillCode[]>>> = {
  RESIDENT_INSTRUCTOR: ['STB-03', 'STB-12', 'ORG-07', 'ORG-17'],
  ENTERPRISE_ASSISTANT: ['ECO-17', 'ECO-18'],
  SAFETY_ASSISTANT: ['STB-11', 'STB-14', 'ECO-18'],
  SCI_TECH_ASSISTANT: ['ECO-10', 'ECO-11'],
  FINANCE_ASSISTANT: ['ECO-15'],
  MEDIATOR: ['STB-03', 'STB-12'],
  COUNTY_MEDIATOR: ['STB-03', 'STB-12'],
  PETITION_CLERK: ['STB-02'],
  WINDOW_CLERK: ['ORG-17'],
  SOCIAL_SECURITY: ['ORG-12', 'ORG-13'],
  TOWN_CONSTRUCTION: ['ORG-16'],
  RURAL_GUIDANCE: ['STB-05', 'ECO-14', 'ORG-06', 'ORG-08'],
  GENERAL_OFFICE: ['ORG-09'],
};
