import type { Limit } from '#working-time';
import type { SkillCode } from './codes.js';
import { h, m, WD } from './limits.js';
import type { RoleCode } from './roles.js';

/** What somebody is on call as. */
export type DutyPost =
  | 'LEADER'
  | 'MEDIATOR'
  | 'ENTERPRISE_ASSISTANT'
  | 'SAFETY_ASSISTANT'
  | 'SCI_TECH_ASSISTANT'
  | 'FINANCE_ASSISTANT'
  | 'OTHER';

interface PostRule {
  /** One of these roles, where any are named. */
  readonly roles: readonly RoleCode[];
  /** All of these, valid through the shift. */
  readonly skills: readonly SkillCode[];
}

/** How many of a post are on call at every hour; without the mandatory ones nothing is published. */
interface Needed {
  readonly post: DutyPost;
  readonly atLeast: number;
  readonly mandatory: boolean;
}

/** Weekly duty (`docs/domain.md §2.4`). */
export interface DutyPolicy {
  readonly posts: Readonly<Record<DutyPost, PostRule>>;
  readonly township: readonly Needed[];
  readonly county: readonly Needed[];
  /** 3+x / 1+x: days a week on site, by role. */
  readonly patterns: Readonly<Partial<Record<RoleCode, number>>>;
  /** Minute of the last working day of the week before, by which a roster is published in time. */
  readonly publishedBy: number;
  /** Minutes of a day: whoever checks in and out by these has attended it. */
  readonly attended: { readonly inBy: number; readonly outFrom: number };
  /** Whoever is on call answers and is on site within these. */
  readonly answer: Limit;
  readonly onSite: Limit;
  /** From the end of the week: when it is settled. */
  readonly settled: Limit;
}

const role = (...roles: readonly RoleCode[]): PostRule => ({ roles, skills: [] });
const needed = (post: DutyPost, atLeast: number, mandatory = false): Needed => ({ post, atLeast, mandatory });

const EVERYWHERE: readonly Needed[] = [
  needed('LEADER', 1, true),
  needed('MEDIATOR', 1, true),
  needed('ENTERPRISE_ASSISTANT', 1),
];

export const DUTY_POLICY: DutyPolicy = {
  posts: {
    LEADER: role('DEPUTY_LEADER', 'CHIEF_LEADER'),
    MEDIATOR: { roles: [], skills: ['STB-03'] },
    ENTERPRISE_ASSISTANT: role('ENTERPRISE_ASSISTANT'),
    SAFETY_ASSISTANT: role('SAFETY_ASSISTANT'),
    SCI_TECH_ASSISTANT: role('SCI_TECH_ASSISTANT'),
    FINANCE_ASSISTANT: role('FINANCE_ASSISTANT'),
    OTHER: role(),
  },
  township: EVERYWHERE,
  county: [
    ...EVERYWHERE,
    needed('SAFETY_ASSISTANT', 2),
    needed('SCI_TECH_ASSISTANT', 2),
    needed('FINANCE_ASSISTANT', 2),
  ],
  patterns: {
    RESIDENT_INSTRUCTOR: 3,
    ENTERPRISE_ASSISTANT: 1,
    SAFETY_ASSISTANT: 1,
    SCI_TECH_ASSISTANT: 1,
    FINANCE_ASSISTANT: 1,
  },
  publishedBy: 720,
  attended: { inBy: 600, outFrom: 960 },
  answer: m(30),
  onSite: h(2),
  settled: WD(1),
};
