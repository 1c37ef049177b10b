import { reject } from '#kernel';
import {
  about,
  assertNoSessionUnderWay,
  assertOpen,
  assertParty,
  comingSession,
  type MediationContext,
  type OpenMediation,
  type RegisteredMediator,
} from './mediation-context.js';
import type { AnswerMediator, ProposeMediator } from './mediation.commands.js';
import type { CadreId } from './mediation-types.js';
import type { MediationEvent } from './mediation.events.js';
import { mediating, type Mediation, type Session } from './mediation.state.js';

/**
 * H9 of `docs/domain.md §8`: the mediator register, and a woman where §5.2 demands one.
 * @param session at which he mediates, where one is fixed
 * @throws CommandRejected `MEDIATOR_NOT_REGISTERED`, `MEDIATOR_IS_PARTY`, `MEDIATOR_IS_KIN`, `MEDIATOR_IN_COMPLAINT`, `MEDIATOR_RECUSED`,
 * `MEDIATOR_ON_LEAVE`, `WOMAN_MEDIATOR_NEEDED`
 */
export const registered = (
  mediatorId: CadreId,
  { proposal }: OpenMediation,
  { now, mediator: asked, panel = [], complaint, recused }: MediationContext,
  session?: Pick<Session, 'startsAt' | 'endsAt'>,
): RegisteredMediator => {
  const about = { field: 'mediatorId', mediatorId };
  const at = session?.startsAt ?? now;
  const mediator = asked?.cadreId === mediatorId ? asked : panel.find(({ cadreId }) => cadreId === mediatorId);
  if (!mediator?.active || !mediator.certified.some(({ from, to }) => from <= at && at < to)) {
    return reject('MEDIATOR_NOT_REGISTERED', about);
  }
  const { parties, womanMediator } = proposal;
  if (parties.includes(mediator.personRef) || parties.includes(mediatorId)) reject('MEDIATOR_IS_PARTY', about);
  if (parties.some((party) => mediator.kin.includes(party))) reject('MEDIATOR_IS_KIN', about);
  if (complaint?.targets.includes(mediatorId) || complaint?.centres.includes(mediator.unit)) {
    reject('MEDIATOR_IN_COMPLAINT', about);
  }
  if (recused?.includes(mediatorId)) reject('MEDIATOR_RECUSED', about);
  if (session && mediator.leaves.some(({ from, to }) => from < session.endsAt && session.startsAt < to)) {
    reject('MEDIATOR_ON_LEAVE', about);
  }
  // on a panel one of them is enough, once all sit there
  if (womanMediator && !mediator.woman && !proposal.panel) reject('WOMAN_MEDIATOR_NEEDED', about);
  return mediator;
};

/**
 * On a joint panel the mediator's own place is his seat (`docs/domain.md §4.3`).
 * @returns the township; nothing for who leads it, or mediates alone
 * @throws CommandRejected `NOT_OF_THE_PANEL`
 */
const seatOf = ({ proposal: { panel } }: OpenMediation, { township }: RegisteredMediator): string | undefined => {
  if (!panel || township === null) return undefined;
  return panel.includes(township) ? township : reject('NOT_OF_THE_PANEL', { field: 'mediatorId', townships: panel });
};

/**
 * Everybody who is to mediate, as he stands on the register at the session.
 * @throws CommandRejected `MEDIATOR_MISSING`, `PANEL_SEATS_EMPTY` naming the townships, `WOMAN_MEDIATOR_NEEDED`, and as `registered`
 */
export const assertAllMayMediate = (
  state: OpenMediation,
  context: MediationContext,
  session: Pick<Session, 'startsAt' | 'endsAt'>,
): void => {
  const { mediator, panel, proposal } = state;
  if (mediator === undefined) return reject('MEDIATOR_MISSING');
  const missing = (proposal.panel ?? []).filter((township) => !panel.some((seat) => seat.township === township));
  if (missing.length > 0) reject('PANEL_SEATS_EMPTY', { townships: missing });
  const all = mediating(state).map((one) => registered(one, state, context, session));
  if (proposal.womanMediator && !all.some(({ woman }) => woman)) {
    reject('WOMAN_MEDIATOR_NEEDED', { field: 'mediatorId', mediatorId: mediator });
  }
};

/** The first offers are anybody's to make; then the director names one. Whoever mediates may be replaced so, too. */
export const proposeMediator = (
  { data: { mediatorId } }: ProposeMediator,
  state: Mediation,
  context: MediationContext,
): MediationEvent[] => {
  assertOpen(state);
  if (mediating(state).includes(mediatorId) || state.offered?.mediatorId === mediatorId) return [];
  const { now, actor, policy, mayName } = context;
  assertNoSessionUnderWay(state, now);
  if (state.refused.includes(mediatorId)) reject('MEDIATOR_REFUSED_BEFORE', { field: 'mediatorId', mediatorId });
  const { maxOffers } = policy.mediation;
  const named = state.offersInVain >= maxOffers;
  if (named && !mayName) reject('DIRECTOR_NAMES_MEDIATOR', { maxOffers });
  const mediator = registered(mediatorId, state, context, comingSession(state));
  const township = seatOf(state, mediator);
  const offer = state.offers + 1;
  return [
    {
      type: 'MediatorProposed',
      occurredAt: now,
      data: about(state, {
        mediatorId,
        woman: mediator.woman,
        offer,
        named,
        ...(township !== undefined && { township }),
        by: actor.id,
      }),
    },
  ];
};

/** A refusal needs no reason; who accepted may refuse as long as others have not answered. */
export const answerMediator = (
  { data: { party, accepts } }: AnswerMediator,
  state: Mediation,
  { now, actor }: MediationContext,
): MediationEvent[] => {
  assertOpen(state);
  assertParty(state, party);
  const offered = state.offered ?? reject('NO_MEDIATOR_OFFERED');
  const { mediatorId, acceptedBy, township } = offered;
  const by = actor.id;
  if (!accepts) return [{ type: 'MediatorRefused', occurredAt: now, data: about(state, { mediatorId, party, by }) }];
  if (acceptedBy.includes(party)) return [];
  const all = state.proposal.parties.every((one) => one === party || acceptedBy.includes(one));
  if (all) assertNoSessionUnderWay(state, now);
  const seat = township === undefined ? {} : { township };
  return [{ type: 'MediatorAccepted', occurredAt: now, data: about(state, { mediatorId, party, by, all, ...seat }) }];
};
