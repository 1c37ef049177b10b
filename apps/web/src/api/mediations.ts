import { ask } from './client';
import type { paths } from '../generated/api';

export type MediationStage =
  | 'PROPOSED'
  | 'SCHEDULED'
  | 'IN_SESSION'
  | 'PERFORMING'
  | 'FULFILLED'
  | 'BREACHED'
  | 'DECLINED'
  | 'FAILED'
  | 'TERMINATED';

export interface Session {
  readonly session: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly form: 'JOINT' | 'SEPARATE';
  readonly parties: readonly string[];
  readonly open: boolean;
  readonly held: boolean;
}

export interface Signature {
  readonly signer: string;
  readonly as: 'PARTY' | 'MEDIATOR';
  readonly manner: 'SIGNATURE' | 'FINGERPRINT';
}

/** What becomes of one thing that was agreed; how much it is stands in the minutes. */
export interface FollowedTerm {
  readonly term: number;
  readonly obligor: string;
  readonly dueOn: string;
  readonly stage: 'AWAITED' | 'URGED' | 'PERFORMED' | 'BREACHED';
  /** When it is looked at next; none where nobody looks. */
  readonly dueAt: string | null;
  readonly performedOn: string | null;
}

/** What became of the agreement, in its order. */
export interface FollowUpEntry {
  readonly type: string;
  readonly at: string;
  readonly terms?: readonly number[];
  readonly party?: string;
  readonly performedOn?: string;
  readonly until?: string;
}

/** `GET /api/mediations/:mediationId`. */
export interface Mediation {
  readonly revision: number;
  readonly mediationId: string;
  readonly caseId: string;
  readonly tier: string;
  readonly round: number;
  readonly parties: readonly string[];
  readonly urgent: boolean;
  readonly writtenOnly: boolean;
  readonly womanMediator: boolean;
  readonly stage: MediationStage;
  readonly consented: readonly string[];
  readonly offered: {
    readonly mediatorId: string;
    readonly named: boolean;
    readonly acceptedBy: readonly string[];
  } | null;
  readonly refused: readonly string[];
  readonly mediator: string | null;
  readonly mediators: readonly string[];
  /** Of a joint panel: townships that send a mediator, and who sits there. */
  readonly panel?: readonly string[];
  readonly seats: readonly { readonly township: string; readonly mediatorId: string }[];
  readonly rightsTold: boolean;
  readonly sessions: readonly Session[];
  readonly draft: {
    readonly draft: number;
    readonly signatures: readonly Signature[];
    readonly sealed: boolean;
  } | null;
  readonly agreement: 'ORAL' | 'WRITTEN' | null;
  readonly terms: readonly FollowedTerm[];
  readonly confirmation: {
    readonly stage: 'OPEN' | 'REMINDED' | 'APPLIED' | 'CLOSED' | 'GRANTED' | 'REFUSED';
    readonly until: string;
  } | null;
  readonly routesTold: readonly string[];
  readonly followUp: readonly FollowUpEntry[];
  readonly allowed: readonly string[];
  /** Names of those who mediate, by id. */
  readonly people: Readonly<Record<string, string>>;
}

export interface Term {
  readonly term: number;
  readonly obligor: string;
  /** In fen. */
  readonly amount?: number;
  readonly dueOn: string;
}

/** `GET /api/mediations/:mediationId/minutes`: what was said and agreed. */
export interface Minutes {
  readonly sessions: readonly {
    readonly session: number;
    readonly form: Session['form'];
    readonly attended: readonly string[];
    readonly heldAt: string;
    readonly minutes: string;
  }[];
  readonly agreements: readonly {
    readonly kind: 'ORAL' | 'WRITTEN';
    readonly draft?: number;
    readonly at: string;
    readonly terms: readonly Term[];
    readonly content: string;
  }[];
}

const at = (mediationId: string): string => `mediations/${encodeURIComponent(mediationId)}`;

export const readMediation = (mediationId: string): Promise<Mediation> => ask(at(mediationId));

export const readMinutes = (mediationId: string): Promise<Minutes> => ask(`${at(mediationId)}/minutes`);

/** Last part of the address of a command on a mediation. */
export type MediationPath = keyof paths extends infer Path
  ? Path extends `/api/mediations/{mediationId}/${infer Last}`
    ? Last
    : never
  : never;

export const commandMediation = (
  { mediationId, revision }: Mediation,
  path: string,
  body: object,
  key: string,
): Promise<object> => ask(`${at(mediationId)}/${path}`, { method: 'POST', body, key, revision });
