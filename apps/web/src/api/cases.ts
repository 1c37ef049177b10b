import { ask, askUpTo, type Page } from './client';
import type { Text } from './problem';
import type { Limit, ScorePart } from './catalogue';
import type { components, paths } from '../generated/api';

export type CaseView = 'mine' | 'open' | 'closed';

/** One line of a list. */
export interface CaseLine {
  readonly caseId: string;
  readonly caseNo: string;
  readonly typeCode: string;
  readonly stage: string;
  readonly tier: string;
  readonly round: number;
  readonly priority: string;
  readonly risk: string | null;
  readonly township: string;
  readonly village: string;
  readonly handler: string | null;
  readonly handlerName: string | null;
  readonly outcome: string | null;
  readonly registeredAt: string;
  readonly step: string | null;
  readonly dueAt: string | null;
  readonly overdue: boolean;
  readonly level: string | null;
}

export interface DaysOff {
  readonly from: string;
  readonly to: string;
  readonly reason: 'WEEKEND' | 'HOLIDAY';
}

export type Count =
  | { readonly by: 'NATURAL_TIME'; readonly minutes: number }
  | {
      readonly by: 'WORKING_TIME';
      readonly begins: string;
      readonly minutes: number;
      readonly used: readonly { readonly day: string; readonly minutes: number }[];
    }
  | {
      readonly by: 'WORKING_DAYS' | 'CALENDAR_DAYS';
      readonly after: string;
      readonly days: number;
      readonly last: string;
      readonly rolledTo?: string;
    };

/** How a due instant was counted. */
export interface Derivation {
  readonly cause: 'START' | 'RESUME' | 'EXTENSION';
  /** ISO; a number in the ones that came before. */
  readonly from: string | number;
  readonly limit: Limit;
  readonly count: Count;
  readonly skipped: readonly DaysOff[];
  readonly makeUpDays: readonly string[];
  readonly provisionalYears: readonly number[];
  readonly pausedAt?: number;
  readonly previous?: Derivation;
}

export interface Clock {
  readonly step: string;
  readonly round: number;
  readonly attempt: number;
  readonly limit: Limit;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly rungs: readonly { readonly level: string; readonly at: string }[];
  readonly fired: readonly string[];
  readonly why: Derivation;
}

export interface AssignmentDecision {
  readonly chosenBy: 'SCORE' | 'RESIDENT_INSTRUCTOR' | 'HAND' | 'SELF';
  readonly mustSkills: readonly string[];
  readonly ranked: readonly {
    readonly cadreId: string;
    readonly score: number;
    readonly parts: Readonly<Record<ScorePart, number>>;
    readonly openLoad: number;
  }[];
  readonly excluded: Readonly<Record<string, readonly string[]>>;
  readonly relaxed?: string;
  readonly missingSkill?: string;
}

export interface TimelineEntry {
  readonly revision: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly by: { readonly id: string; readonly role: string };
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Party {
  readonly partyId: string;
  readonly side: string;
  readonly vulnerable: boolean;
  readonly erased?: boolean;
  readonly masked?: boolean;
  readonly name?: string;
  readonly phone?: string;
}

export interface StaffName {
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly string[];
}

/** `GET /api/cases/:caseId`. */
export interface CasePage {
  readonly revision: number;
  readonly caseId: string;
  readonly caseNo: string;
  readonly type: { readonly code: string; readonly name: Text; readonly dispute: boolean };
  readonly channel: string;
  readonly stage: string;
  readonly tier: string;
  readonly round: number;
  readonly priority: string;
  readonly profile: string;
  readonly confidentiality: string;
  readonly anonymous: boolean;
  readonly place: {
    readonly townshipId: string;
    readonly villageIds: readonly string[];
    readonly centre: string;
    readonly countyCentre: string;
  };
  readonly risk: {
    readonly score: number;
    readonly level: string;
    readonly factors: Readonly<Record<string, number>>;
  } | null;
  readonly handler: string | null;
  readonly coHandlers: readonly string[];
  readonly recused: readonly string[];
  /** Of a sealed case, besides handler and director. */
  readonly readers: readonly string[];
  readonly outcome: string | null;
  readonly escalated: Readonly<Record<string, string>>;
  readonly registeredAt: string;
  readonly clocks: readonly Clock[];
  readonly summary: string;
  readonly parties: readonly Party[];
  readonly allowed: readonly string[];
  readonly timeline: readonly TimelineEntry[];
  readonly people: Readonly<Record<string, StaffName>>;
}

/** Whose turn it was. */
export type Hands =
  | { readonly kind: 'CENTRE' | 'PARTIES' | 'REVIEWERS' | 'COUNTY_PANEL' | 'BODY_ABOVE' }
  | { readonly kind: 'CADRE'; readonly cadreId: string }
  | { readonly kind: 'SUSPENDED'; readonly reason: string }
  | { readonly kind: 'MERGED'; readonly into: string };

export type LedgerChange = { readonly at: string; readonly who?: string } & (
  | { readonly kind: 'PAUSED'; readonly reason: string }
  | { readonly kind: 'RESUMED' | 'MOVED'; readonly due: { readonly from: string; readonly to: string } }
);

export interface LedgerEntry {
  readonly step: string;
  readonly round: number;
  readonly attempt: number;
  readonly limit: Limit;
  readonly startedAt: string;
  readonly firstDueAt: string;
  readonly dueAt: string;
  readonly changes: readonly LedgerChange[];
  readonly paused: boolean;
  readonly end: { readonly at: string; readonly done: boolean; readonly late: boolean } | null;
}

/** `GET /api/cases/:caseId/clocks`. */
export interface ClockLedger {
  readonly clocks: readonly LedgerEntry[];
  readonly held: readonly {
    readonly hands: Hands;
    readonly tier: string;
    readonly minutes: number;
    readonly workingMinutes: number;
  }[];
  readonly people: Readonly<Record<string, StaffName>>;
}

export interface CaseAnswer {
  readonly caseId: string;
  readonly caseNo: string;
  readonly stage: string;
  readonly revision: number;
}

export const readCases = (view: CaseView, cursor?: string): Promise<Page<CaseLine>> =>
  ask(`cases?view=${view}&limit=30${cursor === undefined ? '' : `&cursor=${cursor}`}`);

/** Enough to find the case that tells the same matter in a township. */
const MOST_OPEN = 600;

export const readOpenCases = (): Promise<readonly CaseLine[]> => askUpTo(MOST_OPEN, 'cases?view=open');

export const readCase = (caseId: string): Promise<CasePage> => ask(`cases/${encodeURIComponent(caseId)}`);

export const readClocks = (caseId: string): Promise<ClockLedger> => ask(`cases/${encodeURIComponent(caseId)}/clocks`);

export type RegisterBody = components['schemas']['RegisterCaseBody'];

export const registerCase = (body: RegisterBody, key: string): Promise<CaseAnswer> =>
  ask('cases', { method: 'POST', body, key });

/** Last part of the address of a command on a case. */
export type CommandPath = keyof paths extends infer Path
  ? Path extends `/api/cases/{caseId}/${infer Last}` & keyof paths
    ? paths[Path] extends { readonly post: object }
      ? Last
      : never
    : never
  : never;

export const commandCase = (
  { caseId, revision }: { readonly caseId: string; readonly revision: number },
  path: CommandPath,
  body: object,
  key: string,
): Promise<CaseAnswer> => ask(`cases/${encodeURIComponent(caseId)}/${path}`, { method: 'POST', body, key, revision });
