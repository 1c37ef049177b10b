import { reject } from '#kernel';
import { about, assertOpen, assertParty, type MediationContext } from './mediation-context.js';
import type { ProposeMediation, RecordConsent } from './mediation.commands.js';
import type { MediationEvent } from './mediation.events.js';
import type { Mediation } from './mediation.state.js';
import { ALL_ROUTES, remediesInformed } from './remedies.js';

/** Asked for once: a second proposal changes nothing. */
export const proposeMediation = (
  { data }: ProposeMediation,
  { proposal }: Mediation,
  { now }: MediationContext,
): MediationEvent[] => (proposal ? [] : [{ type: 'MediationProposed', occurredAt: now, data }]);

/** Voluntary: one refusal ends it, and the parties are told what else they can do (`docs/domain.md §5.2`). */
export const recordConsent = (
  { data: { party, consents } }: RecordConsent,
  state: Mediation,
  context: MediationContext,
): MediationEvent[] => {
  assertOpen(state);
  assertParty(state, party);
  const { now, actor } = context;
  if (!consents) {
    if (state.stage !== 'PROPOSED') reject('ALL_HAVE_CONSENTED', { field: 'consents' });
    const declined = about(state, { party, by: actor.id });
    return [{ type: 'PartyDeclined', occurredAt: now, data: declined }, remediesInformed(state, ALL_ROUTES, context)];
  }
  if (state.consented.includes(party)) return [];
  const all = state.proposal.parties.every((one) => one === party || state.consented.includes(one));
  return [{ type: 'PartyConsented', occurredAt: now, data: about(state, { party, by: actor.id, all }) }];
};
