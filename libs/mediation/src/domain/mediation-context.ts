import { reject, type Context, type Instant } from '#kernel';
import type { PolicySet } from '#policy';
import type { Agreement } from './agreement.js';
import type { CadreId, PartyId } from './mediation-types.js';
import type { Proposal } from './mediation.events.js';
import { mediating, type Mediation, type MediationStage, type Session } from './mediation.state.js';

interface Span {
  readonly from: Instant;
  /** First instant after it. */
  readonly to: Instant;
}

/** Somebody of the mediator register: a cadre or lay member certified for mediation (`docs/domain.md §3`, H9 of §8). */
export interface RegisteredMediator {
  readonly cadreId: CadreId;
  /** His entry in the vault: a mediator may be a party of a dispute himself. */
  readonly personRef: PartyId;
  readonly woman: boolean;
  /** Not awaiting a post. */
  readonly active: boolean;
  readonly unit: string;
  /** null: of the county. */
  readonly township: string | null;
  readonly certified: readonly Span[];
  readonly leaves: readonly Span[];
  readonly kin: readonly PartyId[];
}

/** What the command handler gathers for a decision about a mediation. */
export interface MediationContext extends Context {
  /** The set that the case, and so its mediation, was registered under. */
  readonly policy: PolicySet;
  /** Whom the command is about, offered or accepted; none where he stands on no register. */
  readonly mediator?: RegisteredMediator;
  /** Of a joint panel, when a session is fixed: those who sit there besides, as far as they stand on the register. */
  readonly panel?: readonly RegisteredMediator[];
  /** How the case's limit to resolve stands: when it is due, and whether it was extended; none where it stands still. */
  readonly limit?: { readonly dueAt: Instant; readonly extended: boolean };
  /** Cadres the case complains about, and their centres (`docs/domain.md §4.5`). */
  readonly complaint?: { readonly targets: readonly CadreId[]; readonly centres: readonly string[] };
  /** Declared biased in the case. */
  readonly recused?: readonly CadreId[];
  /** Whether the actor directs the centre: after the offers only he names a mediator. */
  readonly mayName?: boolean;
  /** Whether the actor has a part in the case besides mediating: leads it, helps, directs the centre. */
  readonly hasOtherPart?: boolean;
}

/** A mediation that exists: its proposal is there. */
export type OpenMediation = Mediation & { readonly proposal: Proposal };

const OPEN: readonly MediationStage[] = ['PROPOSED', 'SCHEDULED', 'IN_SESSION'];

export const isOpen = ({ stage }: Mediation): boolean => OPEN.includes(stage);

/** @throws CommandRejected `MEDIATION_NOT_FOUND`, `MEDIATION_OVER` naming how it ended */
export function assertOpen(state: Mediation): asserts state is OpenMediation {
  if (!state.proposal) reject('MEDIATION_NOT_FOUND');
  if (!isOpen(state)) reject('MEDIATION_OVER', { stage: state.stage });
}

/** @throws CommandRejected `CONSENT_MISSING` naming who has not consented yet */
export const assertConsented = ({ stage, proposal, consented }: OpenMediation): void => {
  if (stage !== 'PROPOSED') return;
  reject('CONSENT_MISSING', { awaited: proposal.parties.filter((party) => !consented.includes(party)) });
};

/** @throws CommandRejected `NOT_A_PARTY` */
export const assertParty = ({ proposal }: OpenMediation, party: PartyId, field = 'party'): void => {
  if (!proposal.parties.includes(party)) reject('NOT_A_PARTY', { field, party });
};

/**
 * Whoever mediated until the parties accepted another has no say in it, nor who was declared biased.
 * @throws CommandRejected `REASSIGNED_MEANWHILE`, `RECUSED`
 */
export const assertNotReplaced = (state: Mediation, { actor, hasOtherPart, recused }: MediationContext): void => {
  if (isOpen(state) && recused?.includes(actor.id)) reject('RECUSED');
  const mediatedBefore = !mediating(state).includes(actor.id) && state.mediators.includes(actor.id);
  if (isOpen(state) && mediatedBefore && !hasOtherPart) reject('REASSIGNED_MEANWHILE');
};

/** The session that is fixed and not held yet, if there is one. */
export const comingSession = ({ sessions }: Mediation): Session | undefined => sessions.find(({ held }) => !held);

/** @throws CommandRejected `SESSION_UNDER_WAY` */
export const assertNoSessionUnderWay = (state: Mediation, now: Instant): void => {
  const session = comingSession(state);
  if (session && session.startsAt <= now && now < session.endsAt) {
    reject('SESSION_UNDER_WAY', { endsAt: session.endsAt });
  }
};

/** A mediation that came to an agreement, and whatever has become of that. */
export type AgreedMediation = OpenMediation & { readonly agreement: Agreement };

/** @throws CommandRejected `MEDIATION_NOT_FOUND`, `NOTHING_AGREED` */
export function assertAgreed(state: Mediation): asserts state is AgreedMediation {
  if (!state.proposal) reject('MEDIATION_NOT_FOUND');
  if (!state.agreement) reject('NOTHING_AGREED');
}

export const idsOf = ({ proposal: { mediationId, caseId } }: OpenMediation) => ({ mediationId, caseId });

/** What an event tells, and of which mediation. */
export const about = <const Told extends object>({ proposal: { mediationId, caseId } }: OpenMediation, told: Told) => ({
  mediationId,
  caseId,
  ...told,
});
