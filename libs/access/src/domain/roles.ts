/** `docs/domain.md §2.2`. At tier K the people of the county's units hold the same codes. */
export const ROLES = [
  'RESIDENT',
  'HOTLINE_CLERK',
  'WINDOW_CLERK',
  'PETITION_CLERK',
  'CALLBACK_CLERK',
  'RESIDENT_INSTRUCTOR',
  'ENTERPRISE_ASSISTANT',
  'SAFETY_ASSISTANT',
  'SCI_TECH_ASSISTANT',
  'FINANCE_ASSISTANT',
  'MEDIATOR',
  'CENTRE_DIRECTOR',
  'DEPUTY_LEADER',
  'CHIEF_LEADER',
  'COUNTY_MEDIATOR',
  'COUNTY_SUPERVISOR',
  'ORG_DEPT',
  'PARTY_BRANCH',
  'VILLAGE_COMMITTEE',
  'VOLUNTEER',
  'AUDITOR',
  'SYSTEM',
] as const;
export type Role = (typeof ROLES)[number];

/** Who may have an account: the system needs none, residents prove themselves in another way. */
export const STAFF: readonly Role[] = ROLES.filter((role) => role !== 'RESIDENT' && role !== 'SYSTEM');

export const isStaff = (role: string): role is Role => STAFF.some((known) => known === role);

/** Any counter takes any matter ("首接负责"). */
export const INTAKE = ['HOTLINE_CLERK', 'WINDOW_CLERK', 'PETITION_CLERK'] as const satisfies readonly Role[];

export const FIELD = [
  'RESIDENT_INSTRUCTOR',
  'ENTERPRISE_ASSISTANT',
  'SAFETY_ASSISTANT',
  'SCI_TECH_ASSISTANT',
  'FINANCE_ASSISTANT',
] as const satisfies readonly Role[];

export const LEADERS = ['DEPUTY_LEADER', 'CHIEF_LEADER'] as const satisfies readonly Role[];

/** Who may lead a case once it is assigned to him; a volunteer never does (`§1.2` row 20). */
export const HANDLERS = [
  ...FIELD,
  ...INTAKE,
  ...LEADERS,
  'MEDIATOR',
  'COUNTY_MEDIATOR',
  'CENTRE_DIRECTOR',
] as const satisfies readonly Role[];
