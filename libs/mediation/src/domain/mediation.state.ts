import type { Instant } from '#kernel';
import { localDayOf } from '#working-time';
import { agreed, evolveAgreement, type Agreement } from './agreement.js';
import type { FollowUpEvent } from './follow-up.events.js';
import type { AgreementRoute, CadreId, PartyId, RemedyRoute, SignerId, Term } from './mediation-types.js';
import type {
  AgreementEffective,
  MediationEvent,
  OralAgreementReached,
  Proposal,
  SessionForm,
  SessionScheduled,
  SignatureManner,
} from './mediation.events.js';

/** `docs/domain.md §5.2`; `NONE` is a mediation that nobody has asked for. */
export type MediationStage =
  | 'NONE'
  | 'PROPOSED'
  | 'SCHEDULED'
  | 'IN_SESSION'
  | 'PERFORMING'
  | 'FULFILLED'
  | 'BREACHED'
  | 'DECLINED'
  | 'FAILED'
  | 'TERMINATED';

export interface Offer {
  readonly mediatorId: CadreId;
  readonly woman: boolean;
  readonly offer: number;
  readonly named: boolean;
  readonly acceptedBy: readonly PartyId[];
}

export interface Session {
  readonly session: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly form: SessionForm;
  readonly parties: readonly PartyId[];
  readonly open: boolean;
  readonly held: boolean;
}

export interface Signature {
  readonly signer: SignerId;
  readonly as: 'PARTY' | 'MEDIATOR';
  readonly manner: SignatureManner;
}

export interface Draft {
  readonly draft: number;
  readonly terms: readonly Term[];
  readonly signatures: readonly Signature[];
  readonly sealed: boolean;
}

/** A mediation as its events tell it. `proposal` is there from `PROPOSED` on. */
export interface Mediation {
  readonly stage: MediationStage;
  readonly proposal?: Proposal;
  readonly consented: readonly PartyId[];
  /** Offers of a mediator so far: all of them, and those since the parties last agreed on one. */
  readonly offers: number;
  readonly offersInVain: number;
  /** Waits for the parties' answers. */
  readonly offered?: Offer;
  /** Whoever a party refused is not offered again. */
  readonly refused: readonly CadreId[];
  /** Accepted by every party; stays until they accept another. */
  readonly mediator?: CadreId;
  /** Everybody who has mediated here, in order. */
  readonly mediators: readonly CadreId[];
  readonly rightsTold: boolean;
  readonly sessions: readonly Session[];
  readonly draft?: Draft;
  readonly agreement?: Agreement;
  /** What the parties were last told is open to them. */
  readonly routesTold: readonly (RemedyRoute | AgreementRoute)[];
}

export const initialMediation: Mediation = {
  stage: 'NONE',
  consented: [],
  offers: 0,
  offersInVain: 0,
  refused: [],
  mediators: [],
  rightsTold: false,
  sessions: [],
  routesTold: [],
};

/** Total: an event it does not know leaves the mediation as it is. */
export const evolveMediation = (state: Mediation, event: MediationEvent): Mediation => {
  switch (event.type) {
    case 'MediationProposed':
      return { ...state, stage: 'PROPOSED', proposal: event.data };
    case 'PartyConsented':
      return {
        ...state,
        stage: event.data.all ? 'SCHEDULED' : state.stage,
        consented: [...state.consented, event.data.party],
      };
    case 'PartyDeclined':
    case 'ConsentLapsed':
      return { ...state, stage: 'DECLINED' };
    case 'MediatorProposed': {
      const { mediatorId, woman, offer, named } = event.data;
      const offered: Offer = { mediatorId, woman, offer, named, acceptedBy: [] };
      return { ...state, offers: offer, offersInVain: state.offersInVain + 1, offered };
    }
    case 'MediatorAccepted':
      return event.data.all ? mediatedBy(state, event.data.mediatorId) : acceptedBy(state, event.data.party);
    case 'MediatorRefused':
      return { ...state, offered: undefined, refused: [...state.refused, event.data.mediatorId] };
    case 'RemediesInformed':
      return { ...state, routesTold: event.data.routes };
    case 'RightsInformed':
      return { ...state, rightsTold: true };
    case 'SessionScheduled':
      return { ...state, stage: 'IN_SESSION', sessions: withSession(state.sessions, event) };
    case 'SessionHeld':
      return {
        ...state,
        sessions: state.sessions.map((one) => (one.session === event.data.session ? { ...one, held: true } : one)),
      };
    case 'MediationTerminated':
      return { ...state, stage: 'TERMINATED' };
    case 'MediationFailed':
      return { ...state, stage: 'FAILED' };
    case 'OralAgreementReached':
      return performing(state, 'ORAL', event);
    case 'AgreementDrafted': {
      const { draft, terms } = event.data;
      return { ...state, draft: { draft, terms, signatures: [], sealed: false } };
    }
    case 'AgreementSigned': {
      const { signer, as, manner } = event.data;
      return withDraft(state, (draft) => ({ ...draft, signatures: [...draft.signatures, { signer, as, manner }] }));
    }
    case 'AgreementSealed':
      return withDraft(state, (draft) => ({ ...draft, sealed: true }));
    case 'AgreementEffective':
      return performing(state, 'WRITTEN', event);
    case 'TermPerformed':
    case 'PerformanceUrged':
    case 'AgreementFulfilled':
    case 'AgreementBreached':
    case 'ConfirmationReminded':
    case 'ConfirmationApplied':
    case 'ConfirmationWindowClosed':
    case 'ConfirmationGranted':
    case 'ConfirmationRefused':
      return followed(state, event);
    default:
      return state;
  }
};

const performing = (
  state: Mediation,
  kind: Agreement['kind'],
  { occurredAt, data: { terms, followUp } }: OralAgreementReached | AgreementEffective,
): Mediation => ({
  ...state,
  stage: 'PERFORMING',
  agreement: agreed({ kind, effectiveOn: localDayOf(occurredAt), terms, followUp }),
});

const followed = (state: Mediation, event: FollowUpEvent): Mediation => {
  if (!state.agreement) return state;
  const agreement = evolveAgreement(state.agreement, event);
  return { ...state, stage: agreement.outcome ?? state.stage, agreement };
};

const acceptedBy = (state: Mediation, party: PartyId): Mediation => ({
  ...state,
  offered: state.offered && { ...state.offered, acceptedBy: [...state.offered.acceptedBy, party] },
});

/** What the one before signed as mediator is not the new one's signature. */
const mediatedBy = (state: Mediation, mediator: CadreId): Mediation => ({
  ...withDraft(state, (draft) => ({ ...draft, signatures: draft.signatures.filter(({ as }) => as === 'PARTY') })),
  mediator,
  mediators: [...state.mediators.filter((one) => one !== mediator), mediator],
  offered: undefined,
  offersInVain: 0,
});

const withSession = (sessions: readonly Session[], { data }: SessionScheduled): readonly Session[] => {
  const { session, startsAt, endsAt, form, parties, open } = data;
  const others = sessions.filter((one) => one.session !== session);
  return [...others, { session, startsAt, endsAt, form, parties, open, held: false }];
};

const withDraft = (state: Mediation, change: (draft: Draft) => Draft): Mediation =>
  state.draft ? { ...state, draft: change(state.draft) } : state;
