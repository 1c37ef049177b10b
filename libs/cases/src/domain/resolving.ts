import { reject, SYSTEM, type Instant } from '#kernel';
import { caseTypeOf, profileOf, type Profile, type SkillCode } from '#policy';
import type { ResolveCase } from './case.commands.js';
import { assertHandler, assertStage, type CaseContext, type OpenedCase } from './case-context.js';
import type { CaseEvent, CaseResolved } from './case.events.js';
import type { CloseOutcome } from './case-types.js';
import type { Case } from './case.state.js';
import { replied } from './petition.js';
import { startClock } from './step-clock.js';
import { keptOut } from './who-was-involved.js';

export const resolveCase = ({ data }: ResolveCase, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'IN_PROGRESS');
  assertHandler(state, context);
  if (state.tierOffer) reject('TIER_OFFER_OPEN');
  if (state.agency) reject('AGENCY_NOT_DELIVERED');
  const { dispute } = caseTypeOf(context.policy, state.file.typeCode);
  if (dispute && (data.outcome === 'AGREED') !== state.agreed) {
    reject(state.agreed ? 'AGREEMENT_REACHED' : 'NO_AGREEMENT', { field: 'outcome' });
  }
  return resolved(data, state, context);
};

/** @throws CommandRejected `RESULT_MISSING`, `SKILL_UNKNOWN` */
export const resolved = (data: ResolveCase['data'], state: OpenedCase, context: CaseContext): CaseEvent[] => {
  if (data.result.trim() === '') reject('RESULT_MISSING', { field: 'result' });
  const unknown = data.skillsUsed.find((skill) => !context.policy.skills[skill]);
  if (unknown) reject('SKILL_UNKNOWN', { field: 'skillsUsed', skill: unknown });
  const { outcome, result, skillsUsed } = data;
  return resolution(state, context, { outcome, result, skillsUsed, by: context.actor.id }, context.now);
};

/** Nobody had to write a result: the agreement stands, or mediation has nothing left to offer (`docs/domain.md §5.2`). */
export const resolvedByItself = (
  state: OpenedCase,
  context: CaseContext,
  how: { readonly outcome: CloseOutcome; readonly at?: Instant; readonly unreviewed?: true },
): CaseEvent[] => {
  const { outcome, at = context.now, unreviewed } = how;
  const data = { by: SYSTEM.id, outcome, result: '', skillsUsed: [], automatic: true as const };
  return resolution(state, context, data, at, unreviewed);
};

interface Result {
  readonly by: string;
  readonly outcome: CloseOutcome;
  readonly result: string;
  readonly skillsUsed: readonly SkillCode[];
  readonly automatic?: true;
}

const resolution = (
  state: OpenedCase,
  context: CaseContext,
  data: Result,
  at: Instant,
  unreviewed = false,
): CaseEvent[] => {
  const { file, round } = state;
  const { policy } = context;
  const profile = profileOf(policy, file.profile);
  const nobody = unreviewed || file.anonymous || file.reviewDraw >= profile.reviewSample;
  const review = nobody ? null : profile.limits.review;
  const involved = [...state.pastHandlers, ...state.coHandlers, ...(data.automatic ? [] : [data.by])];
  const out = keptOut(state);
  const event: CaseResolved = {
    type: 'CaseResolved',
    occurredAt: at,
    data: {
      caseNo: file.caseNo,
      round,
      ...data,
      reviewed: review ? file.parties.map(({ partyId }) => partyId) : [],
      handlers: [...new Set([...involved, ...state.mediators])],
      ...(out.length > 0 && { keptOut: out }),
      centre: file.tier === 'K' ? file.place.countyCentre : file.place.centre,
      clocks: review ? [startClock(policy, { step: 'review', round, limit: review, startedAt: at })] : [],
    },
  };
  return review || hasAppeals(profile)
    ? [event, ...replied(state, context, at)]
    : [event, { type: 'CaseClosed', occurredAt: at, data: { outcome: data.outcome } }];
};

/** A petition is not reviewed but may be appealed: it stays open until its windows have passed (§6). */
const hasAppeals = (profile: Profile): boolean => profile.limits.review === null;
