import type { Instant } from '#kernel';
import { localDayOf } from '#working-time';
import { agreed, evolveAgreement, isFollowUp, type Agreement } from './agreement.js';
import type { FollowUpEvent } from './follow-up.events.js';
import type { AgreementRoute, CadreId, PartyId, RemedyRoute, SignerId, Term } from './mediation-types.js';
import type {
  AgreementEffective,
  MediationEvent,
  MediatorAccepted,
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
  readonly township: string | undefined;
  readonly acceptedBy: readonly PartyId[];
}

/** On a joint panel. */
export interface Seat {
  readonly township: string;
  readonly mediatorId: CadreId;
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
  /** Accepted by every party; stays until they accept another. Of a joint panel, the county's. */
  readonly mediator?: CadreId;
  /** Of a joint panel: who sits there for which township, accepted by every party. */
  readonly panel: readonly Seat[];
  /** Everybody who has mediated here, in order. */
  readonly mediators: readonly CadreId[];
  readonly rightsTold: boolean;
  readonly sessions: readonly Session[];
  /** All parties agreed once that it may take longer. */
  readonly extended: boolean;
  readonly draft?: Draft;
  readonly agreement?: Agreement;
  /** What the parties were last told is open to them. */
  readonly routesTold: readonly (RemedyRoute | AgreementRoute)[];
}

/** Before its first event. Every field is there from the first: all mediations are of one shape. */
export const initialMediation: Mediation = {
  stage: 'NONE',
  proposal: undefined,
  consented: [],
  offers: 0,
  offersInVain: 0,
  offered: undefined,
  refused: [],
  mediator: undefined,
  panel: [],
  mediators: [],
  rightsTold: false,
  sessions: [],
  extended: false,
  draft: undefined,
  agreement: undefined,
  routesTold: [],
};

/** Total: an event it does not know leaves the mediation as it is. */
export const evolveMediation = (state: Mediation, event: MediationEvent): Mediation => {
  const changed = changes(state, event);
  return changed === NONE ? state : Object.assign(copyOf(state), changed);
};

/** Spelled out because a mediation is copied for each of its events, as a case is. */
const copyOf = (state: Mediation): Mediation => ({
  stage: state.stage,
  proposal: state.proposal,
  consented: state.consented,
  offers: state.offers,
  offersInVain: state.offersInVain,
  offered: state.offered,
  refused: state.refused,
  mediator: state.mediator,
  panel: state.panel,
  mediators: state.mediators,
  rightsTold: state.rightsTold,
  sessions: state.sessions,
  extended: state.extended,
  draft: state.draft,
  agreement: state.agreement,
  routesTold: state.routesTold,
});

type Changes = Partial<Mediation>;

const changes = (state: Mediation, event: MediationEvent): Changes => {
  switch (event.type) {
    case 'MediationProposed':
      return { stage: 'PROPOSED', proposal: event.data };
    case 'PartyConsented':
      return {
        stage: event.data.all ? 'SCHEDULED' : state.stage,
        consented: [...state.consented, event.data.party],
      };
    case 'PartyDeclined':
    case 'ConsentLapsed':
      return { stage: 'DECLINED' };
    case 'MediatorProposed': {
      const { mediatorId, woman, offer, named, township } = event.data;
      const offered: Offer = { mediatorId, woman, offer, named, township, acceptedBy: [] };
      return { offers: offer, offersInVain: state.offersInVain + 1, offered };
    }
    case 'MediatorAccepted':
      return event.data.all ? mediatedBy(state, event.data) : acceptedBy(state, event.data.party);
    case 'MediatorRefused':
      return { offered: undefined, refused: [...state.refused, event.data.mediatorId] };
    case 'RemediesInformed':
      return { routesTold: event.data.routes };
    case 'RightsInformed':
      return { rightsTold: true };
    case 'SessionScheduled':
      return { stage: 'IN_SESSION', sessions: withSession(state.sessions, event) };
    case 'SessionHeld':
      return {
        sessions: state.sessions.map((one) => (one.session === event.data.session ? { ...one, held: true } : one)),
      };
    case 'MediationExtended':
      return { extended: true };
    case 'MediationTerminated':
      return { stage: 'TERMINATED' };
    case 'MediationFailed':
      return { stage: 'FAILED' };
    case 'OralAgreementReached':
      return performing('ORAL', event);
    case 'AgreementDrafted': {
      const { draft, terms } = event.data;
      return { draft: { draft, terms, signatures: [], sealed: false } };
    }
    case 'AgreementSigned': {
      const { signer, as, manner } = event.data;
      return withDraft(state, (draft) => ({ ...draft, signatures: [...draft.signatures, { signer, as, manner }] }));
    }
    case 'AgreementSealed':
      return withDraft(state, (draft) => ({ ...draft, sealed: true }));
    case 'AgreementEffective':
      return performing('WRITTEN', event);
    default:
      return isFollowUp(event) ? followed(state, event) : NONE;
  }
};

const NONE: Changes = {};

const performing = (
  kind: Agreement['kind'],
  { occurredAt, data: { terms, followUp } }: OralAgreementReached | AgreementEffective,
): Changes => ({
  stage: 'PERFORMING',
  agreement: agreed({ kind, effectiveOn: localDayOf(occurredAt), terms, followUp }),
});

const followed = (state: Mediation, event: FollowUpEvent): Changes => {
  if (!state.agreement) return NONE;
  const agreement = evolveAgreement(state.agreement, event);
  return { stage: agreement.outcome ?? state.stage, agreement };
};

const acceptedBy = ({ offered }: Mediation, party: PartyId): Changes => ({
  offered: offered && { ...offered, acceptedBy: [...offered.acceptedBy, party] },
});

/** Whoever mediates now: of a joint panel the county's first, then those of the townships. */
export const mediating = ({ mediator, panel }: Mediation): readonly CadreId[] => [
  ...(mediator === undefined ? [] : [mediator]),
  ...panel.map(({ mediatorId }) => mediatorId),
];

/** What the one before signed as mediator is not the new one's signature. */
const mediatedBy = (state: Mediation, { mediatorId, township }: MediatorAccepted['data']): Changes => {
  const places: Pick<Mediation, 'mediator' | 'panel'> =
    township === undefined
      ? { mediator: mediatorId, panel: state.panel }
      : { mediator: state.mediator, panel: seated(state.panel, { township, mediatorId }) };
  const now = mediating({ ...state, ...places });
  const stands = ({ as, signer }: Signature) => as === 'PARTY' || now.includes(signer);
  return {
    ...places,
    draft: state.draft && { ...state.draft, signatures: state.draft.signatures.filter(stands) },
    mediators: [...state.mediators.filter((one) => one !== mediatorId), mediatorId],
    offered: undefined,
    offersInVain: 0,
  };
};

const seated = (panel: readonly Seat[], seat: Seat): readonly Seat[] => [
  ...panel.filter(({ township }) => township !== seat.township),
  seat,
];

const withSession = (sessions: readonly Session[], { data }: SessionScheduled): readonly Session[] => {
  const { session, startsAt, endsAt, form, parties, open } = data;
  const others = sessions.filter((one) => one.session !== session);
  return [...others, { session, startsAt, endsAt, form, parties, open, held: false }];
};

const withDraft = ({ draft }: Mediation, change: (draft: Draft) => Draft): Changes =>
  draft ? { draft: change(draft) } : NONE;
