import { reject, SYSTEM } from '#kernel';
import type { ConfirmWithdrawal } from './case-petition.commands.js';
import type { WithdrawCase } from './case.commands.js';
import { assertStage, BEFORE_RESOLVED, type CaseContext, type OpenedCase } from './case-context.js';
import type { CaseEvent } from './case.events.js';
import type { Case } from './case.state.js';
import { endedByCase } from './mediation-under-way.js';
import { startWait } from './step-clock.js';
import { nextAttempt } from './step-limits.js';

/** The resident's own wish; never where people are in danger or an offence is reported (`docs/domain.md §5.1`). */
export const withdrawCase = ({ data }: WithdrawCase, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, ...BEFORE_RESOLVED);
  const { now, actor } = context;
  assertMayBeWithdrawn(state);
  if (asksWhetherFree(state)) return [requested(data.reason, state, context)];
  return [
    ...endedByCase(state, 'TERMINATED', 'CASE', now),
    { type: 'CaseWithdrawn', occurredAt: now, data: { by: actor.id, ...data } },
  ];
};

/** Petitioners and inquirers may be pressed: somebody else asks them. */
const asksWhetherFree = ({ file }: OpenedCase): boolean => /^(PET|INQ)-/.test(file.typeCode);

const assertMayBeWithdrawn = ({ file, risk }: OpenedCase): void => {
  if (risk?.level === 'RED' || file.typeCode.startsWith('RPT-')) reject('WITHDRAWAL_NOT_ALLOWED');
};

const requested = (reason: string, state: OpenedCase, { policy, now, actor }: CaseContext): CaseEvent => {
  if (state.withdrawal) reject('WITHDRAWAL_REQUESTED');
  const limit = policy.handling.withdrawalConfirmed;
  const attempt = nextAttempt(state, 'freeWill');
  const wait = startWait(policy, { step: 'freeWill', round: state.round, attempt, limit, startedAt: now });
  return { type: 'WithdrawalRequested', occurredAt: now, data: { by: actor.id, reason, clocks: [wait] } };
};

/** Neither whoever wrote the wish down nor whoever handles the case asks whether it is free. */
export const confirmWithdrawal = (
  { data }: ConfirmWithdrawal,
  state: Case,
  { now, actor }: CaseContext,
): CaseEvent[] => {
  assertStage(state, ...BEFORE_RESOLVED);
  const { withdrawal } = state;
  if (!withdrawal) return reject('NO_WITHDRAWAL_REQUESTED');
  const { by } = withdrawal;
  if ([by, ...state.pastHandlers, ...state.coHandlers].includes(actor.id)) reject('CONFIRMED_BY_INVOLVED');
  if (!data.free) {
    return [{ type: 'WithdrawalLapsed', occurredAt: now, data: { by: actor.id, because: 'NOT_FREE' } }];
  }
  assertMayBeWithdrawn(state);
  return [
    ...endedByCase(state, 'TERMINATED', 'CASE', now),
    { type: 'CaseWithdrawn', occurredAt: now, data: { by, freeWillConfirmedBy: actor.id } },
  ];
};

/** Nobody has asked in time: the case goes on. */
export const withdrawalLapsed = (at: number): CaseEvent[] => [
  { type: 'WithdrawalLapsed', occurredAt: at, data: { by: SYSTEM.id, because: 'NOT_CONFIRMED' } },
];
