import { reject } from '#kernel';
import type { NameRepresentatives } from './case-duty.commands.js';
import { assertStage, BEFORE_RESOLVED, type CaseContext } from './case-context.js';
import type { CaseEvent } from './case.events.js';
import type { Case } from './case.state.js';

/** Of many who ask for the same, a few speak for all (`docs/domain.md §4.3`); nothing waits for their names. */
export const nameRepresentatives = (
  { data }: NameRepresentatives,
  state: Case,
  { policy, now, actor }: CaseContext,
): CaseEvent[] => {
  assertStage(state, ...BEFORE_RESOLVED);
  const { maxRepresentatives } = policy.modifiers;
  const representatives = [...new Set(data.representatives)];
  if (representatives.length === 0) reject('REPRESENTATIVES_MISSING', { field: 'representatives' });
  if (representatives.length > maxRepresentatives)
    reject('TOO_MANY_REPRESENTATIVES', { field: 'representatives', max: maxRepresentatives });
  const parties = new Set(state.file.parties.map(({ partyId }) => partyId));
  if (representatives.some((party) => !parties.has(party))) reject('PARTY_UNKNOWN', { field: 'representatives' });
  return [{ type: 'RepresentativesNamed', occurredAt: now, data: { by: actor.id, representatives } }];
};
