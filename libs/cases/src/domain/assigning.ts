import type { Instant } from '#kernel';
import { caseTypeOf, mustSkillsOf, optionalSkillsOf, profileOf } from '#policy';
import { dueOf } from '#working-time';
import type { AssignCase, ReassignCase } from './case.commands.js';
import { assertStage, type CaseContext, type OpenedCase } from './case-context.js';
import type { CaseEvent, ReassignReason } from './case.events.js';
import type { Case } from './case.state.js';
import type { CadreId } from './case-types.js';
import { chooseByHand } from './assignment.js';
import type { Assignment, AssignmentQuestion } from './assignment-question.js';
import type { CandidatePool } from './assignment.types.js';
import { groupsOf } from './hard-rules.js';
import { callOut } from './paging.js';
import { servedWell } from './score.js';
import { clockOf, type StepClock } from './step-clock.js';
import { ackClock } from './step-limits.js';
import { keptOut } from './who-was-involved.js';

export const assignCase = ({ data }: AssignCase, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'ACCEPTED');
  const assignment = choose(state, context, data.cadreId);
  const { now, actor } = context;
  return [
    {
      type: 'CaseAssigned',
      occurredAt: now,
      data: { by: actor.id, ...assignment, clocks: ackClock(state, context, now) },
    },
    ...relaxed(state, assignment, now),
  ];
};

export const reassignCase = ({ data }: ReassignCase, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'IN_MEDIATION', 'SUSPENDED');
  return reassigned(state, context, data.reason, data.cadreId);
};

/** A new handler with a fresh limit to acknowledge; the resolve limit goes on (§4.1). */
export const reassigned = (
  state: OpenedCase,
  context: CaseContext,
  reason: ReassignReason,
  cadreId?: CadreId,
): CaseEvent[] => {
  const from = state.handler!;
  const assignment = choose({ ...state, excluded: [...state.excluded, from] }, context, cadreId);
  const { now, actor } = context;
  return [
    {
      type: 'CaseReassigned',
      occurredAt: now,
      data: {
        by: actor.id,
        from,
        reason,
        ...assignment,
        // while it stands still nobody owes an answer
        clocks: state.suspended ? [] : clocksOfTaker(state, context, reason),
      },
    },
    ...relaxed(state, assignment, now),
  ];
};

/** Due times never change through a handover; otherwise whoever takes the case begins anew (`docs/domain.md §5.1`). */
const clocksOfTaker = (state: OpenedCase, context: CaseContext, reason: ReassignReason): readonly StepClock[] => {
  if (reason !== 'LEAVE') return ackClock(state, context, context.now);
  const respond = clockOf(state.clocks, 'respond');
  const ack = clockOf(state.clocks, 'ack');
  return [...(ack ? [ack] : ackClock(state, context, context.now)), ...(respond ? [respond] : [])];
};

const COUNTY = 'county';

const relaxed = ({ file }: OpenedCase, { decision }: Assignment, occurredAt: Instant): CaseEvent[] =>
  decision.relaxed
    ? [
        {
          type: 'AssignmentRelaxed',
          occurredAt,
          data: {
            step: decision.relaxed,
            place: file.tier === 'K' ? COUNTY : file.place.townshipId,
            ...(decision.missingSkill !== undefined && { missingSkill: decision.missingSkill }),
          },
        },
      ]
    : [];

const choose = (state: OpenedCase, context: CaseContext, cadreId?: CadreId): Assignment => {
  const { pool, policy } = context;
  if (!pool) throw new Error('assigning needs the candidate pool');
  const question = questionOf(state, context, pool);
  const assignment = cadreId ? chooseByHand(policy, pool, question, cadreId) : callOut(policy, pool, question);
  const director = leadingDirector(state, pool);
  return director === undefined || director === assignment.handler || assignment.coHandlers.includes(director)
    ? assignment
    : { ...assignment, coHandlers: [...assignment.coHandlers, director] };
};

/** A reopened round is led by the centre's director beside the new handler (§5.3). */
const leadingDirector = (state: OpenedCase, { candidates }: CandidatePool): CadreId | undefined => {
  const { ledBy } = state;
  const barred = keptOut(state);
  return ledBy === undefined
    ? undefined
    : candidates.find(
        ({ cadreId, unit, roles, active }) =>
          active && unit === ledBy && roles.includes('CENTRE_DIRECTOR') && !barred.includes(cadreId),
      )?.cadreId;
};

const questionOf = (
  state: OpenedCase,
  { policy, now, townshipOrder }: CaseContext,
  pool: CandidatePool,
): AssignmentQuestion => {
  const { file, risk } = state;
  const excluded = [...state.excluded, ...state.recused];
  const type = caseTypeOf(policy, file.typeCode);
  const profile = profileOf(policy, file.profile);
  const must = mustSkillsOf(type, file.produce);
  const households = file.parties.flatMap(({ householdId }) => (householdId === undefined ? [] : [householdId]));
  const { respond } = profile.limits;
  const responseLimit = respond === null || respond === 'resolve' ? profile.limits.resolve : respond;
  return {
    needs: {
      now,
      responseBy: dueOf(policy.calendar, responseLimit, now).at,
      priority: file.priority,
      risk: risk?.level,
      confidentiality: file.confidentiality,
      tier: file.tier,
      townshipId: file.place.townshipId,
      must,
      parties: file.parties.map(({ partyId }) => partyId),
      complaint: file.complaint,
      excluded,
      keepsRunning: !profile.pausedByMobilisation,
    },
    scored: {
      now,
      groups: groupsOf(must),
      optional: optionalSkillsOf(type, must),
      villages: file.place.villageIds,
      townshipId: file.place.townshipId,
      served: servedWell(policy.assignment, pool, households, now),
      ...(file.preferredCadreId !== undefined && { preferred: file.preferredCadreId }),
    },
    townshipOrder: townshipOrder ?? [],
  };
};
