import type { Text } from './codes.js';
import { deepFreeze } from './deep-freeze.js';

/** Role codes (`docs/domain.md §2.2`). At tier K the county units' people hold the same codes. */
export const ROLES = deepFreeze({
  RESIDENT: { zh: '群众', en: 'Resident' },
  HOTLINE_CLERK: { zh: '热线接线员', en: 'Hotline clerk' },
  WINDOW_CLERK: { zh: '窗口人员', en: 'Window clerk' },
  RESIDENT_INSTRUCTOR: { zh: '住村指导员', en: 'Resident instructor' },
  ENTERPRISE_ASSISTANT: { zh: '企业助理', en: 'Enterprise assistant' },
  SAFETY_ASSISTANT: { zh: '平安助理', en: 'Safety assistant' },
  SCI_TECH_ASSISTANT: { zh: '科技助理', en: 'Science and technology assistant' },
  FINANCE_ASSISTANT: { zh: '金融助理', en: 'Finance assistant' },
  MEDIATOR: { zh: '人民调解员', en: 'Mediator' },
  CALLBACK_CLERK: { zh: '回访员', en: 'Callback clerk' },
  CENTRE_DIRECTOR: { zh: '中心主任', en: 'Centre director' },
  DEPUTY_LEADER: { zh: '分管领导', en: 'Deputy leader' },
  CHIEF_LEADER: { zh: '主要领导', en: 'Chief leader' },
  COUNTY_MEDIATOR: { zh: '县级调解员', en: 'County mediator' },
  COUNTY_SUPERVISOR: { zh: '县督查员', en: 'County supervisor' },
  ORG_DEPT: { zh: '组织部', en: 'Organisation department' },
  PARTY_BRANCH: { zh: '党支部', en: 'Party branch' },
  VOLUNTEER: { zh: '志愿者', en: 'Volunteer' },
  AUDITOR: { zh: '审计员', en: 'Auditor' },
  SYSTEM: { zh: '系统', en: 'System' },
  PETITION_CLERK: { zh: '信访接待员', en: 'Petition clerk' },
  VILLAGE_COMMITTEE: { zh: '村民委员会', en: 'Village committee' },
} as const satisfies Readonly<Record<string, Text>>);

export type RoleCode = keyof typeof ROLES;
