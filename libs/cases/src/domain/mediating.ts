import { reject, type Instant } from '#kernel';
import { caseTypeOf } from '#policy';
import type {
  BarMediation,
  ConcludeMediation,
  NoteConsents,
  NoteExtension,
  NoteMediator,
  StartMediation,
} from './case.commands.js';
import { assertHandler, assertStage, type CaseContext, type OpenedCase } from './case-context.js';
import type { MediationOutcome } from './case-mediation.events.js';
import type { CaseEvent } from './case.events.js';
import { evolveCase } from './case.evolve.js';
import type { Case } from './case.state.js';
import { followUpOf } from './following-case.js';
import { conclusion, disputing, endedByCase } from './mediation-under-way.js';
import { resolvedByItself } from './resolving.js';
import { clockOf, extendClock, startWait } from './step-clock.js';
import { nextAttempt } from './step-limits.js';
import { resumed } from './suspending.js';
import { nextTier, offeredOrGuided, raised } from './tiers.js';

/** Voluntary, of disputes only, never where there is violence or another authority decides (`docs/domain.md §4.3, §5.2`). */
export const startMediation = (_: StartMediation, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'IN_PROGRESS');
  assertHandler(state, context);
  const { policy, now, actor } = context;
  const { file, round } = state;
  const { townshipId, otherTownships } = file.place;
  const type = caseTypeOf(policy, file.typeCode);
  if (!type.dispute) reject('NOT_A_DISPUTE', { typeCode: type.code });
  if (state.barred) reject('NOT_MEDIABLE', { bar: state.barred });
  if ((state.risk?.factors['violence'] ?? 0) > 0) reject('VIOLENCE_NOT_MEDIATED');
  if (state.agreed) reject('ALREADY_AGREED');
  if (state.tierOffer) reject('TIER_OFFER_OPEN');
  const parties = disputing(state);
  if (parties.length < 2) reject('OTHER_SIDE_MISSING');
  const { consent, writtenAbove } = policy.mediation;
  return [
    {
      type: 'MediationRequested',
      occurredAt: now,
      data: {
        by: actor.id,
        mediationId: `${file.caseId}-m${state.mediations + 1}`,
        caseNo: file.caseNo,
        typeCode: file.typeCode,
        tier: file.tier,
        round,
        parties,
        urgent: file.profile === 'S-MEDU',
        writtenOnly: type.writtenOnly || (file.amount ?? 0) > writtenAbove,
        womanMediator: type.womanMediator,
        ...(otherTownships.length > 0 && { panel: [townshipId, ...otherTownships] }),
        policyVersion: file.policyVersion,
        clocks: [
          startWait(policy, {
            step: 'consent',
            round,
            attempt: nextAttempt(state, 'consent'),
            startedAt: now,
            limit: consent.lapses,
            remindAfter: consent.reminder,
          }),
        ],
      },
    },
  ];
};

export const barMediation = ({ data }: BarMediation, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'IN_PROGRESS', 'IN_MEDIATION');
  assertHandler(state, context);
  if (state.barred) return [];
  if (data.note.trim() === '') reject('NOTE_MISSING', { field: 'note' });
  const { now, actor } = context;
  return [
    { type: 'MediationBarred', occurredAt: now, data: { by: actor.id, ...data } },
    ...endedByCase(state, 'TERMINATED', 'CASE', now),
  ];
};

export const noteConsents = ({ data }: NoteConsents, state: Case, { now }: CaseContext): CaseEvent[] =>
  isUnderWay(state, data.mediationId) && !state.mediation?.consented
    ? [{ type: 'MediationConsented', occurredAt: now, data }]
    : [];

export const noteMediator = ({ data }: NoteMediator, state: Case, { now }: CaseContext): CaseEvent[] =>
  isUnderWay(state, data.mediationId) && !state.mediators.includes(data.mediatorId)
    ? [{ type: 'MediatorAppointed', occurredAt: now, data }]
    : [];

/** Instead of an extension by the head of the unit, once; a limit that stands still or is over does not move. */
export const noteExtension = ({ data }: NoteExtension, state: Case, { policy, now }: CaseContext): CaseEvent[] => {
  const { mediationId, limit, by } = data;
  const clock = clockOf(state.clocks, 'resolve');
  if (!isUnderWay(state, mediationId) || state.extended || !clock) return [];
  const clocks = [extendClock(policy, clock, limit)];
  return [{ type: 'LimitExtended', occurredAt: now, data: { by, mediationId, clocks } }];
};

const isUnderWay = ({ mediation }: Case, mediationId: string): boolean => mediation?.mediationId === mediationId;

/** The mediation's own stream says how it ended; heard again, or of one that the case has ended itself, it changes nothing. */
export const concludeMediation = ({ data }: ConcludeMediation, state: Case, context: CaseContext): CaseEvent[] => {
  if (!isUnderWay(state, data.mediationId)) return [];
  const { outcome, violence } = data;
  return withResumption(state as OpenedCase, context, (open) => {
    const concluded = conclusion(open, outcome, context.now, {
      ...(violence && { violence }),
      clocks: outcome === 'AGREED' ? [conclusionWait(open, context)] : [],
    });
    const after = evolveCase(open, concluded) as OpenedCase;
    return [concluded, ...(violence ? violenceFound(after, context) : whatFollows(after, outcome, context))];
  });
};

/** A suspended case has nothing to wait for any longer: it goes on with how its mediation ended. */
const withResumption = (
  state: OpenedCase,
  context: CaseContext,
  decide: (open: OpenedCase) => CaseEvent[],
): CaseEvent[] => {
  if (!state.suspended) return decide(state);
  const events = resumed(state, context, 'MEDIATION_ENDED', context.now);
  return [...events, ...decide(events.reduce(evolveCase, state) as OpenedCase)];
};

const conclusionWait = (state: OpenedCase, { policy, now }: CaseContext) =>
  startWait(policy, {
    step: 'conclusion',
    round: state.round,
    attempt: nextAttempt(state, 'conclusion'),
    limit: policy.mediation.resolvedAfterAgreement,
    startedAt: now,
  });

/** `docs/domain.md §5.2`, tier ladder: what the case does when mediation at its tier is over. */
export const whatFollows = (
  state: OpenedCase,
  outcome: MediationOutcome,
  context: CaseContext,
  at: Instant = context.now,
): CaseEvent[] => {
  if (outcome === 'AGREED' || state.barred) return [];
  const goesUp = outcome === 'FAILED' && nextTier(state.file.tier) !== undefined && !state.objected;
  return goesUp ? raised(state, context, 'MEDIATION_FAILED', { at }) : offeredOrGuided(state, context, at);
};

/**
 * The danger is another case, never a dispute; nobody is called about this one, for a call could reach the wrong ears
 * (`docs/domain.md §5.2, §5.8`).
 */
const violenceFound = (state: OpenedCase, context: CaseContext): CaseEvent[] => [
  followUpOf(state, context, { typeCode: 'RPT-DOM', because: 'VIOLENCE' }),
  ...resolvedByItself(state, context, { outcome: 'NOT_AGREED_GUIDED', unreviewed: true }),
];
