import { reject, type Instant } from '#kernel';
import { extendedAtMost, profileOf, type Profile } from '#policy';
import type { Limit } from '#working-time';
import type {
  Acknowledge,
  AddProgress,
  DeclineAssignment,
  ExtendLimit,
  HandleImmediately,
  RecordFirstResponse,
  TransferOut,
} from './case.commands.js';
import { assertHandler, assertStage, BEFORE_RESOLVED, type CaseContext, type OpenedCase } from './case-context.js';
import type { CaseEvent } from './case.events.js';
import type { Case } from './case.state.js';
import { endedByCase } from './mediation-under-way.js';
import { resolved } from './resolving.js';
import { clockOf, extendClock, startClock, type StepClock } from './step-clock.js';
import { assignClock } from './step-limits.js';
import { receiptClock } from './transfer-receipt.js';

const HOUR = 3_600_000;

export const acknowledge = (_: Acknowledge, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'ASSIGNED');
  assertHandler(state, context);
  const { now, actor } = context;
  return [
    {
      type: 'CaseAcknowledged',
      occurredAt: now,
      data: {
        by: actor.id,
        resumed: state.responded,
        clocks: respondClock(state, context),
        ...answering(state),
      },
    },
  ];
};

/** That he was called by a roster, and so has answered. */
const answering = ({ called }: OpenedCase) => called && { called };

/** A first response made in this round stands, as does a limit that goes on; answered is resolved has none of its own. */
const respondClock = (state: OpenedCase, { policy, now }: CaseContext): StepClock[] => {
  const { respond } = profileOf(policy, state.file.profile).limits;
  if (state.responded || clockOf(state.clocks, 'respond')) return [];
  if (respond === null || respond === 'resolve') return [];
  const attempt = (state.attempts.respond ?? 0) + 1;
  return [startClock(policy, { step: 'respond', round: state.round, attempt, limit: respond, startedAt: now })];
};

/** A conflict of interest is never counted; other reasons twice a case at most (§5.1). */
export const declineAssignment = ({ data }: DeclineAssignment, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'ASSIGNED');
  assertHandler(state, context);
  const { policy, now, actor } = context;
  const { maxDeclines } = policy.escalation;
  if (data.reason !== 'CONFLICT' && state.declines >= maxDeclines) reject('TOO_MANY_DECLINES', { maxDeclines });
  const clocks = assignClock(state, context, now);
  return [
    { type: 'AssignmentDeclined', occurredAt: now, data: { by: actor.id, ...data, clocks, ...answering(state) } },
  ];
};

export const recordFirstResponse = ({ data }: RecordFirstResponse, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'ACKNOWLEDGED');
  assertHandler(state, context);
  if (data.note.trim() === '') reject('NOTE_MISSING', { field: 'note' });
  const occurredAt = data.happenedAt === undefined ? context.now : claimed(data.happenedAt, context);
  return [
    {
      type: 'FirstResponseRecorded',
      occurredAt,
      data: { by: context.actor.id, contact: data.contact, note: data.note, claimed: data.happenedAt !== undefined },
    },
  ];
};

/** The network was away: the handler says when it happened, some hours back at most (§2.6). */
const claimed = (happenedAt: Instant, { now, policy }: CaseContext): Instant => {
  if (happenedAt > now) reject('HAPPENED_IN_THE_FUTURE', { field: 'happenedAt' });
  const { claimableHours } = policy;
  if (happenedAt < now - claimableHours * HOUR) reject('CLAIMED_TOO_LATE', { field: 'happenedAt', claimableHours });
  return happenedAt;
};

export const addProgress = ({ data }: AddProgress, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'IN_PROGRESS');
  assertHandler(state, context);
  if (data.note.trim() === '') reject('NOTE_MISSING', { field: 'note' });
  return [{ type: 'ProgressRecorded', occurredAt: context.now, data: { by: context.actor.id, note: data.note } }];
};

/** One person does all of it at once; the case still shows every step (§5.1). */
export const handleImmediately = ({ data }: HandleImmediately, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'REGISTERED');
  const { now, actor, policy } = context;
  const { resolve } = profileOf(policy, state.file.profile).limits;
  const clocks = [startClock(policy, { step: 'resolve', round: 1, limit: resolve, startedAt: now })];
  const decision = { poolPosition: '', chosenBy: 'SELF' as const, mustSkills: [], ranked: [], excluded: {} };
  const by = actor.id;
  return [
    { type: 'CaseAccepted', occurredAt: now, data: { by, clocks } },
    { type: 'CaseAssigned', occurredAt: now, data: { by, handler: by, coHandlers: [], decision, clocks: [] } },
    { type: 'CaseAcknowledged', occurredAt: now, data: { by, resumed: false, clocks: [] } },
    {
      type: 'FirstResponseRecorded',
      occurredAt: now,
      data: { by, contact: 'WINDOW', note: data.result, claimed: false },
    },
    ...resolved(data, state, context),
  ];
};

/** Once, before the limit, by the original limit at most (a petition's and an inquiry's bounds are their own). */
export const extendLimit = ({ data }: ExtendLimit, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS');
  if (state.extended) reject('ALREADY_EXTENDED');
  const { policy, now, actor } = context;
  const clock = clockOf(state.clocks, 'resolve');
  if (!clock || now > clock.dueAt) return reject('LIMIT_ALREADY_PASSED');
  const bound = extensionBound(profileOf(policy, state.file.profile));
  if (data.by.unit !== bound.unit || data.by.n <= 0 || data.by.n > bound.n) reject('EXTENSION_TOO_LONG', { bound });
  return [
    {
      type: 'LimitExtended',
      occurredAt: now,
      data: { by: actor.id, reason: data.reason, clocks: [extendClock(policy, clock, data.by)] },
    },
  ];
};

const extensionBound = (profile: Profile): Limit => {
  const most = extendedAtMost(profile);
  return { unit: most.unit, n: most.n - profile.limits.resolve.n };
};

export const transferOut = ({ data }: TransferOut, state: Case, context: CaseContext): CaseEvent[] => {
  const { now, actor } = context;
  assertStage(state, ...BEFORE_RESOLVED);
  if (data.body.trim() === '') reject('RECEIVING_BODY_MISSING', { field: 'body' });
  return [
    ...endedByCase(state, 'TERMINATED', 'CASE', now),
    {
      type: 'CaseTransferredOut',
      occurredAt: now,
      data: { by: actor.id, ...data, clocks: [receiptClock(state, context)] },
    },
  ];
};
