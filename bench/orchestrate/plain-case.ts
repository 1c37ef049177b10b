import type { Actor, Instant } from '#kernel';
import { CURRENT_POLICY, type PolicySet } from '#policy';
import {
  pastWork,
  type Candidate,
  type CandidatePool,
  type Case,
  type CaseCommand,
  type CaseContext,
} from '#cases/domain';
import { matter, SIGNS, villageOf } from '../lifecycle.matter.js';

const YEAR = 365 * 86_400_000;

/** The commands that are given together, one after the other, and who gives each. */
export type Step = readonly { readonly command: (state: Case) => CaseCommand; readonly by: (state: Case) => string }[];

export const registered = (caseId: string, number: number): Step => {
  const { parties: _, ...about } = matter(number);
  const parties = [{ partyId: `party-${number}`, side: 'REPORTER', vulnerable: false }] as const;
  return [{ command: () => ({ type: 'RegisterCase', data: { ...about, caseId, parties } }), by: () => 'clerk' }];
};

const given = (command: CaseCommand, by: (state: Case) => string): Step => [{ command: () => command, by }];
const director = (): string => 'director';
const handler = ({ handler: id }: Case): string => id ?? '';

const accept = given({ type: 'AcceptCase', data: { signs: SIGNS } }, director);
const assign = given({ type: 'AssignCase', data: {} }, director);
const acknowledge = given({ type: 'Acknowledge', data: {} }, handler);
const respond = given({ type: 'RecordFirstResponse', data: { contact: 'VISIT', note: '到现场看过' } }, handler);
const resolve = given(
  { type: 'ResolveCase', data: { outcome: 'SOLVED', result: '已修好', skillsUsed: ['ORG-02'] } },
  handler,
);
const conclude = given({ type: 'ConcludeReview', data: { round: 1, rating: 5 } }, () => 'system');

/** After its registration: every transition by itself. Each changes the timetable, so each is a doorbell. */
export const ONE_BY_ONE: readonly Step[] = [accept, assign, acknowledge, respond, resolve, conclude];

/** As a day of a busy centre looks to a bridge that is behind: intake, handling, review. */
export const IN_THREE = {
  intake: [...accept, ...assign],
  later: [[...acknowledge, ...respond, ...resolve], conclude] as readonly Step[],
};

/** The policy in force, but the first warning comes `afterMs` after the registration. */
export const warningSoon = (afterMs: number): PolicySet => {
  const { escalation, profiles } = CURRENT_POLICY;
  const { ladder } = escalation;
  const accepted = { ...profiles['S-STD'].limits, accept: { unit: 'h', n: 1 } as const };
  return {
    ...CURRENT_POLICY,
    profiles: { ...profiles, 'S-STD': { ...profiles['S-STD'], limits: accepted } },
    escalation: {
      ...escalation,
      ladder: { ...ladder, natural: { ...ladder.natural, warnShare: afterMs / 3_600_000 } },
    },
  };
};

const candidate = (cadreId: string, now: Instant): Candidate => ({
  cadreId,
  townshipId: 'T01',
  villages: [],
  unit: 'T01-RURAL_GUIDANCE',
  roles: ['RESIDENT_INSTRUCTOR'],
  active: true,
  awaitingPost: false,
  lecturer: false,
  onCall: true,
  reachable: true,
  onSiteUntil: null,
  mobilised: false,
  leaves: [],
  kin: [],
  certificates: new Map([['ORG-02', { level: 2, validFrom: now - YEAR, validTo: now + YEAR }]]),
  openLoad: 0,
  lastAssignedAt: null,
  skillUse: new Map(),
  steps: pastWork([]),
  ratings: pastWork([]),
  restUntil: null,
});

/** Of one township, as many as may be considered for a case there. */
const CANDIDATES = 24;

export const contextOf = (number: number, policy: PolicySet, now: Instant, actor: Actor): CaseContext => ({
  now,
  actor,
  policy,
  pool: poolAt(now),
  townshipOrder: ['T01'],
  intake: {
    caseNo: `T01-20260101-${number}`,
    reviewDraw: 0,
    place: {
      townshipId: 'T01',
      villageIds: [villageOf(number)],
      otherTownships: [],
      centre: 'T01-RURAL_GUIDANCE',
      countyCentre: 'K-MEDIATION',
    },
  },
});

const poolAt = (now: Instant): CandidatePool => ({
  position: '0000000000000042',
  candidates: Array.from({ length: CANDIDATES }, (_, n) => candidate(`T01-C${String(n).padStart(4, '0')}`, now)),
  words: new Map(),
});
