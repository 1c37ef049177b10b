import { CommandRejected, reject } from '#kernel';
import { reassigned } from './assigning.js';
import { assertStage, BEFORE_RESOLVED, type CaseContext, type OpenedCase } from './case-context.js';
import type { DeclareRecusal } from './case-protection.commands.js';
import type { RecusalDeclared } from './case-protection.events.js';
import type { CaseEvent } from './case.events.js';
import { evolveCase } from './case.evolve.js';
import type { Case } from './case.state.js';
import { recipientsOf } from './recipients.js';

/**
 * Somebody is too close to the matter (`docs/domain.md §4.5, §8` H4). Of the handler another takes the case at once;
 * where nobody may, the director has to find somebody, and he himself does nothing more in it.
 * @throws CommandRejected `NOT_HIMSELF`, `PARTY_UNKNOWN`, `REASON_MISSING`
 */
export const declareRecusal = ({ data }: DeclareRecusal, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, ...BEFORE_RESOLVED, 'RESOLVED', 'COUNTY_REVIEW');
  const { cadreId, declaredBy, party, reason } = data;
  const { now, actor } = context;
  if (declaredBy === 'SELF' && cadreId !== actor.id) reject('NOT_HIMSELF', { field: 'cadreId' });
  if (declaredBy === 'PARTY' && !state.file.parties.some(({ partyId }) => partyId === party)) {
    reject('PARTY_UNKNOWN', { field: 'party' });
  }
  if (reason.trim() === '') reject('REASON_MISSING', { field: 'reason' });
  if (state.recused.includes(cadreId)) return [];
  const declared: RecusalDeclared = {
    type: 'RecusalDeclared',
    occurredAt: now,
    data: { by: actor.id, cadreId, declaredBy, ...(party !== undefined && { party }), reason },
  };
  if (state.handler !== cadreId || !BEFORE_RESOLVED.includes(state.stage)) return [declared];
  return [declared, ...inHisPlace(evolveCase(state, declared) as OpenedCase, context)];
};

const inHisPlace = (state: OpenedCase, context: CaseContext): CaseEvent[] => {
  try {
    return reassigned(state, context, 'RECUSAL');
  } catch (refusal) {
    if (!(refusal instanceof CommandRejected) || refusal.code !== 'NO_CANDIDATE') throw refusal;
    const to = recipientsOf(state, 'WARN', 'assign');
    return [{ type: 'SubstituteMissing', occurredAt: context.now, data: { from: state.handler!, to } }];
  }
};
