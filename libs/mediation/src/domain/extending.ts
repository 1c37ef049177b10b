import { reject } from '#kernel';
import { about, assertOpen, assertParty, type MediationContext } from './mediation-context.js';
import type { ExtendMediation } from './mediation.commands.js';
import type { MediationEvent } from './mediation.events.js';
import type { Mediation } from './mediation.state.js';

/**
 * All the parties agree to talk on: once, some days from the due of the case, which hears it by reaction
 * (`docs/domain.md §5.2`). An extension of the case stands in its stead, and the other way round.
 * @throws CommandRejected `NO_SESSION_FIXED`, `ALREADY_EXTENDED`, `LIMIT_STANDS_STILL`, `LIMIT_ALREADY_PASSED`,
 * `EXTENSION_TOO_LONG`, `NOT_AGREED_BY_ALL` naming who is missing
 */
export const extendMediation = (
  { data: { days, parties, reason } }: ExtendMediation,
  state: Mediation,
  { now, actor, policy, limit }: MediationContext,
): MediationEvent[] => {
  assertOpen(state);
  if (state.stage !== 'IN_SESSION') reject('NO_SESSION_FIXED');
  if (state.extended || limit?.extended === true) reject('ALREADY_EXTENDED');
  if (!limit) return reject('LIMIT_STANDS_STILL');
  if (now > limit.dueAt) reject('LIMIT_ALREADY_PASSED');
  const { extension: bound } = policy.mediation;
  if (!Number.isInteger(days) || days < 1 || days > bound.n) reject('EXTENSION_TOO_LONG', { field: 'days', bound });
  if (reason.trim() === '') reject('REASON_MISSING', { field: 'reason' });
  parties.forEach((party) => assertParty(state, party, 'parties'));
  const missing = state.proposal.parties.filter((party) => !parties.includes(party));
  if (missing.length > 0) reject('NOT_AGREED_BY_ALL', { field: 'parties', missing });
  const by = { unit: bound.unit, n: days };
  return [
    {
      type: 'MediationExtended',
      occurredAt: now,
      data: about(state, { limit: by, parties: state.proposal.parties, reason, by: actor.id }),
    },
  ];
};
