import { reject } from '#kernel';
import { caseTypeOf, profileOf, stepUp, type PolicySet, type Priority, type Profile, type Tier } from '#policy';
import type { AcceptCase, RegisterCase, RejectCase } from './case.commands.js';
import { assertStage, type CaseContext } from './case-context.js';
import type { CaseEvent } from './case.events.js';
import type { Case } from './case.state.js';
import type { Complaint, Party, Place, UnitId } from './case-types.js';
import { assertFinal, assertNewFacts, noticeClock } from './petition.js';
import { policeClock } from './police.js';
import { assessRisk } from './risk.js';
import { assessed } from './risk-watch.js';
import { startClock } from './step-clock.js';
import { firstBudget } from './tiers.js';

/** Registered whatever channel it comes by, whoever receives it first (首接负责, `docs/domain.md §4.2`). */
export const registerCase = ({ data }: RegisterCase, state: Case, context: CaseContext): CaseEvent[] => {
  // the same paper of the same channel gives the same id: whoever brings it again learns which case has it
  if (state.file) reject('CASE_EXISTS', { caseNo: state.file.caseNo });
  if (!context.intake) throw new Error('RegisterCase needs the intake context');
  const { policy, now, intake } = context;
  const type = caseTypeOf(policy, data.typeCode);
  if (data.villageIds.length === 0) reject('VILLAGE_MISSING', { field: 'villageIds' });
  if (data.anonymous && !type.anonymousAllowed) reject('ANONYMOUS_NOT_ALLOWED', { field: 'anonymous' });
  if (!data.anonymous && data.parties.length === 0) reject('PARTY_MISSING', { field: 'parties' });
  if (data.summary.trim() === '') reject('SUMMARY_MISSING', { field: 'summary' });
  const complaint = withTheirCentres(data.complaint, intake.targetUnits);
  const { profile, priority } = urgencyOf(policy, profileOf(policy, type.profile), data.parties);
  return [
    {
      type: 'CaseRegistered',
      occurredAt: now,
      data: {
        caseId: data.caseId,
        caseNo: intake.caseNo,
        typeCode: type.code,
        channel: data.channel,
        ...(data.externalRef !== undefined && { externalRef: data.externalRef }),
        profile: profile.code,
        priority,
        tier: tierFor(type.tier, intake.place, complaint?.centres ?? []),
        confidentiality: type.confidentiality,
        place: intake.place,
        parties: data.parties,
        anonymous: data.anonymous,
        summary: data.summary,
        ...(data.produce !== undefined && { produce: data.produce }),
        ...(data.amount !== undefined && { amount: data.amount }),
        ...(data.preferredCadreId !== undefined && { preferredCadreId: data.preferredCadreId }),
        ...(complaint && { complaint }),
        reviewDraw: intake.reviewDraw,
        policyVersion: policy.version,
        ...(intake.promised?.length && { promised: intake.promised }),
        clocks: [startClock(policy, { step: 'accept', round: 1, limit: profile.limits.accept, startedAt: now })],
      },
    },
  ];
};

/** Whoever is complained of takes his centre with him, though whoever complains need not know which that is (§4.5). */
const withTheirCentres = (complaint: Complaint | undefined, units: readonly UnitId[] = []): Complaint | undefined =>
  complaint && { targets: complaint.targets, centres: [...new Set([...complaint.centres, ...units])] };

/** Minors, elders and disabled people: one priority step up, never above P2 by this alone (§4.3). */
const urgencyOf = (
  policy: PolicySet,
  profile: Profile,
  parties: readonly Party[],
): { readonly profile: Profile; readonly priority: Priority } =>
  parties.some((party) => party.vulnerable) ? stepUp(policy, profile) : { profile, priority: profile.priority };

const RANK: Readonly<Record<Tier, number>> = { V: 0, T: 1, K: 2 };
const atLeast = (tier: Tier, floor: Tier): Tier => (RANK[tier] >= RANK[floor] ? tier : floor);

/** Several villages: at least the township. Several townships, or a complaint about the centre itself or the leaders: the county (§4.3, §4.5). */
const tierFor = (tier: Tier, place: Place, complainedCentres: readonly string[]): Tier => {
  const nobodyLeft = complainedCentres.includes(place.centre) || complainedCentres.includes(place.townshipId);
  if (place.otherTownships.length > 0 || nobodyLeft) return 'K';
  return place.villageIds.length > 1 ? atLeast(tier, 'T') : tier;
};

export const acceptCase = ({ data }: AcceptCase, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'REGISTERED');
  assertNewFacts(state, data.newFacts);
  const { policy, now, actor } = context;
  const { limits } = profileOf(policy, state.file.profile);
  const clocks = [startClock(policy, { step: 'resolve', round: 1, limit: limits.resolve, startedAt: now })];
  if (limits.assign !== 'self') {
    clocks.unshift(startClock(policy, { step: 'assign', round: 1, limit: limits.assign, startedAt: now }));
  }
  clocks.push(...firstBudget(state, context), ...policeClock(state, context, data.signs));
  clocks.push(...noticeClock(state, context));
  const risk = assessRisk(policy, state.file, data.signs, now);
  return [
    { type: 'CaseAccepted', occurredAt: now, data: { by: actor.id, ...newFactsOf(data), clocks } },
    assessed(state, risk, context, now),
  ];
};

const newFactsOf = ({ newFacts }: AcceptCase['data']) => newFacts !== undefined && { newFacts };

export const rejectCase = ({ data }: RejectCase, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'REGISTERED');
  assertFinal(state, data.reason);
  const { now, actor } = context;
  if (data.guidance.trim() === '') reject('GUIDANCE_MISSING', { field: 'guidance' });
  const clocks = noticeClock(state, context);
  return [
    { type: 'CaseRejected', occurredAt: now, data: { by: actor.id, ...data, ...(clocks.length > 0 && { clocks }) } },
  ];
};
