import { reject } from '#kernel';
import { localDayOf } from '#working-time';
import { about, assertAgreed, assertParty, idsOf, type MediationContext } from './mediation-context.js';
import type { RecordPerformance } from './mediation.commands.js';
import type { MediationEvent } from './mediation.events.js';
import type { Mediation } from './mediation.state.js';

/**
 * One term was performed, as whoever records it has seen or a party says; with the last of them the agreement is
 * fulfilled. After a breach it is still written down (`docs/domain.md §5.2`).
 */
export const recordPerformance = (
  { data: { term: number, performedOn, saidBy, note } }: RecordPerformance,
  state: Mediation,
  { now, actor }: MediationContext,
): MediationEvent[] => {
  assertAgreed(state);
  const { agreement } = state;
  const term = agreement.terms.find((one) => one.term === number);
  if (!term) return reject('NO_SUCH_TERM', { field: 'term', term: number });
  if (term.stage === 'PERFORMED') return [];
  if (performedOn > localDayOf(now)) reject('PERFORMED_IN_THE_FUTURE', { field: 'performedOn', performedOn });
  if (performedOn < agreement.effectiveOn) {
    reject('PERFORMED_BEFORE_AGREEMENT', { field: 'performedOn', effectiveOn: agreement.effectiveOn });
  }
  if (saidBy !== undefined) {
    assertParty(state, saidBy, 'saidBy');
    if (saidBy === term.obligor) reject('OBLIGORS_OWN_WORD', { field: 'saidBy', party: saidBy });
  }
  const said = { ...(saidBy !== undefined && { saidBy }), ...(note !== undefined && { note }) };
  const performed: MediationEvent = {
    type: 'TermPerformed',
    occurredAt: now,
    data: about(state, { term: number, performedOn, ...said, by: actor.id }),
  };
  const last = agreement.terms.every((one) => one.term === number || one.stage === 'PERFORMED');
  if (!last || agreement.outcome !== undefined) return [performed];
  return [performed, { type: 'AgreementFulfilled', occurredAt: now, data: idsOf(state) }];
};
