import type { Actor, Instant } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import { scenario } from '#testing';
import { instantOf } from '#working-time';
import type { Candidate, CandidatePool, GivenRating, HeldCertificate, TimedStep } from './assignment.types.js';
import type { CaseContext } from './case-context.js';
import { caseDecider } from './case.decider.js';
import type { AcceptCase, CaseCommand, RegisterCase } from './case.commands.js';
import type { CadreId, Party, Place, RiskSigns } from './case-types.js';
import { pastWork } from './past-work.js';

export const POLICY = CURRENT_POLICY;

/** Local time in 2026: `at('03-10 09:20')`. */
export const at = (text: string): Instant => instantOf(`2026-${text.replace(' ', 'T')}`);

const actor = (id: string, role: string, path = '/county/T01'): Actor => ({ id, role, path });
export const clerk = actor('clerk', 'WINDOW_CLERK');
export const director = actor('director', 'CENTRE_DIRECTOR');
export const deputy = actor('deputy', 'DEPUTY_LEADER');
export const resident = actor('li', 'RESIDENT');
export const panelist = actor('panel1', 'COUNTY_SUPERVISOR', '/county');
export const cadre = (id: CadreId): Actor => actor(id, 'RESIDENT_INSTRUCTOR');

export const li: Party = { partyId: 'li', side: 'REPORTER', vulnerable: false };

export const PLACE: Place = {
  townshipId: 'T01',
  villageIds: ['T01-V07'],
  otherTownships: [],
  centre: 'T01-RURAL_GUIDANCE',
  countyCentre: 'K-MEDIATION',
};

export const certificate = (level: 1 | 2 | 3, validTo = at('12-31 24:00')): HeldCertificate => ({
  level,
  validFrom: at('01-01 00:00'),
  validTo,
});

/** What differs from the ordinary candidate, as tables and lists. */
export interface CandidateFields extends Partial<Omit<Candidate, 'certificates' | 'skillUse' | 'steps' | 'ratings'>> {
  readonly certificates?: Readonly<Record<string, HeldCertificate>>;
  readonly skillUse?: Readonly<Record<string, Instant>>;
  readonly steps?: readonly TimedStep[];
  readonly ratings?: readonly GivenRating[];
}

const ORDINARY_SKILLS = { 'ORG-02': certificate(2), 'ORG-20': certificate(1) };

/** Somebody of T01 who may take the case of `register()`, unless the fields say otherwise. */
export const candidate = (
  cadreId: CadreId,
  { certificates = ORDINARY_SKILLS, skillUse = {}, steps = [], ratings = [], ...fields }: CandidateFields = {},
): Candidate => ({
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
  certificates: new Map(Object.entries(certificates)),
  openLoad: 0,
  lastAssignedAt: null,
  skillUse: new Map(Object.entries(skillUse)),
  steps: pastWork(steps),
  ratings: pastWork(ratings),
  restUntil: null,
  ...fields,
});

export const pool = (...candidates: readonly Candidate[]): CandidatePool => ({
  position: '0042',
  candidates,
  words: new Map(),
});

export const TOWNSHIP_ORDER = ['T01', 'T02', 'T03', 'T04', 'T05', 'T06', 'T07', 'X01', 'X02', 'X03'];

/** Monday 9 March 2026, 09:00, by the clerk; `anna` and `bo` may be assigned. */
export const context = (fields: Partial<CaseContext> = {}): CaseContext => ({
  now: at('03-09 09:00'),
  actor: clerk,
  policy: POLICY,
  intake: { caseNo: 'T01-20260309-0001', reviewDraw: 0, place: PLACE },
  pool: pool(candidate('anna'), candidate('bo')),
  townshipOrder: TOWNSHIP_ORDER,
  ...fields,
});

export const register = (fields: Partial<RegisterCase['data']> = {}): RegisterCase => ({
  type: 'RegisterCase',
  data: {
    caseId: 'c1',
    typeCode: 'REQ-INF',
    channel: 'WINDOW',
    villageIds: ['T01-V07'],
    parties: [li],
    anonymous: false,
    summary: 'a street lamp is dark',
    ...fields,
  },
});

export const SIGNS: RiskSigns = { violence: 0, gathered: 0, relapses: 0, threatToLife: false, weapon: false };
export const accept = (signs: Partial<RiskSigns> = {}): AcceptCase => ({
  type: 'AcceptCase',
  data: { signs: { ...SIGNS, ...signs } },
});
export const assign: CaseCommand = { type: 'AssignCase', data: {} };
export const acknowledge: CaseCommand = { type: 'Acknowledge', data: {} };
export const respond: CaseCommand = { type: 'RecordFirstResponse', data: { contact: 'CALL', note: 'spoken to' } };
export const resolve: CaseCommand = {
  type: 'ResolveCase',
  data: { outcome: 'SOLVED', result: 'the lamp burns', skillsUsed: ['ORG-02'] },
};

/** A case as far as it has come, each step on Monday 9 March by whoever has to take it. */
export const cases = {
  none: (fields: Partial<CaseContext> = {}) => scenario(caseDecider, context(fields)),
  registered: (fields: Partial<RegisterCase['data']> = {}, given: Partial<CaseContext> = {}) =>
    cases.none(given).after(register(fields)),
  accepted: (fields: Partial<RegisterCase['data']> = {}, given: Partial<CaseContext> = {}) =>
    cases.registered(fields, given).after(accept(), { actor: director }),
  /** To `anna`. */
  assigned: (fields: Partial<RegisterCase['data']> = {}, given: Partial<CaseContext> = {}) =>
    cases.accepted(fields, given).after(assign, { actor: director }),
  acknowledged: (fields: Partial<RegisterCase['data']> = {}, given: Partial<CaseContext> = {}) =>
    cases.assigned(fields, given).after(acknowledge, { actor: cadre('anna') }),
  inProgress: (fields: Partial<RegisterCase['data']> = {}, given: Partial<CaseContext> = {}) =>
    cases.acknowledged(fields, given).after(respond, { actor: cadre('anna') }),
  resolved: (fields: Partial<RegisterCase['data']> = {}, given: Partial<CaseContext> = {}) =>
    cases.inProgress(fields, given).after(resolve, { actor: cadre('anna') }),
};
