import { reject } from '#kernel';
import {
  about,
  assertConsented,
  assertOpen,
  assertParty,
  idsOf,
  isOpen,
  type MediationContext,
  type OpenMediation,
} from './mediation-context.js';
import type { EndMediation, NoteViolenceSign, RecordFailure, TerminateByParty } from './mediation.commands.js';
import type { MediationEvent, MediationTerminated } from './mediation.events.js';
import type { Mediation } from './mediation.state.js';
import { ALL_ROUTES, assertRoutesTold, remediesInformed } from './remedies.js';

/** Any party, any time before an agreement has effect, without giving a reason (`docs/domain.md §5.2`). */
export const terminateByParty = (
  { data: { party, reason, routesTold } }: TerminateByParty,
  state: Mediation,
  context: MediationContext,
): MediationEvent[] => {
  assertOpen(state);
  assertParty(state, party);
  assertRoutesTold(routesTold);
  const why = { because: 'PARTY' as const, party, ...(reason !== undefined && { reason }) };
  return [remediesInformed(state, routesTold, context), terminated(state, why, context)];
};

export const recordFailure = (
  { data: { note, routesTold } }: RecordFailure,
  state: Mediation,
  context: MediationContext,
): MediationEvent[] => {
  assertOpen(state);
  assertConsented(state);
  assertRoutesTold(routesTold);
  const { now, actor } = context;
  return [
    remediesInformed(state, routesTold, context),
    {
      type: 'MediationFailed',
      occurredAt: now,
      data: about(state, { because: 'NO_AGREEMENT', ...(note !== undefined && { note }), by: actor.id }),
    },
  ];
};

/** Violence is never mediated: a sign of it ends the mediation, and nobody leaves without knowing where to turn. */
export const noteViolenceSign = (
  { data: { note, routesTold } }: NoteViolenceSign,
  state: Mediation,
  context: MediationContext,
): MediationEvent[] => {
  assertOpen(state);
  if (note.trim() === '') reject('NOTE_MISSING', { field: 'note' });
  const { now, actor } = context;
  const routes = routesTold.length > 0 ? routesTold : ALL_ROUTES;
  return [
    { type: 'ViolenceSignNoted', occurredAt: now, data: about(state, { note, by: actor.id }) },
    remediesInformed(state, routes, context),
    terminated(state, { because: 'VIOLENCE' }, context),
  ];
};

/** What the case has decided; where the mediation ended by itself meanwhile, nothing is left to do. */
export const endMediation = (
  { data: { because } }: EndMediation,
  state: Mediation,
  context: MediationContext,
): MediationEvent[] => {
  if (state.proposal && !isOpen(state)) return [];
  assertOpen(state);
  const { now, actor } = context;
  switch (because) {
    case 'TIER_RAISED':
      return [{ type: 'MediationFailed', occurredAt: now, data: about(state, { because, by: actor.id }) }];
    case 'CONSENT_LAPSED':
      return [{ type: 'ConsentLapsed', occurredAt: now, data: idsOf(state) }];
    case 'CASE':
      return [terminated(state, { because }, context)];
  }
};

const terminated = (
  state: OpenMediation,
  why: Pick<MediationTerminated['data'], 'because' | 'party' | 'reason'>,
  { now, actor }: MediationContext,
): MediationTerminated => ({
  type: 'MediationTerminated',
  occurredAt: now,
  data: about(state, { ...why, by: actor.id }),
});
