import type { Instant } from '#kernel';
import type { SkillCode } from '#policy';
import type { AssignmentDecision, HardRule, RankedCandidate } from './assignment.types.js';
import type { CaseEvent, ReassignReason } from './case.events.js';
import type { CadreId } from './case-types.js';

/** Why somebody got a case, as its event alone tells (`docs/domain.md §8`). */
export interface Explanation {
  /** Place of the event in the stream of the case. */
  readonly revision: number;
  readonly at: Instant;
  readonly handler: CadreId;
  readonly coHandlers: readonly CadreId[];
  /** From whom it went on, and why it had to. */
  readonly from?: CadreId;
  readonly reason?: ReassignReason;
  readonly chosenBy: AssignmentDecision['chosenBy'];
  readonly mustSkills: readonly SkillCode[];
  readonly ranked: readonly RankedCandidate[];
  /** Fit too, and after those. */
  readonly behind: readonly CadreId[];
  /** Everybody else of the area, with the first hard rule that refused him. */
  readonly refused: readonly { readonly cadreId: CadreId; readonly rule: HardRule }[];
  readonly relaxed?: AssignmentDecision['relaxed'];
  readonly missingSkill?: SkillCode;
  readonly paging?: AssignmentDecision['paging'];
}

/** Why one named cadre did, or did not, get it. */
export type WhyNot =
  | { readonly because: 'CHOSEN' | 'CO_HANDLER' }
  /** Fit, and others were better: his place, and by how much; without points beyond the best that are kept. */
  | { readonly because: 'BEHIND'; readonly place: number; readonly points?: number }
  | { readonly because: 'REFUSED'; readonly rule: HardRule }
  /** Not of the area in which candidates are looked for (H3). */
  | { readonly because: 'OUTSIDE_AREA' }
  /** A person chose; nobody else was looked at. */
  | { readonly because: 'CHOSEN_BY_HAND' };

/** Every assignment of a case, the first first. */
export const explanationsOf = (events: readonly CaseEvent[]): readonly Explanation[] =>
  events.flatMap((event, revision): Explanation[] => {
    if (event.type !== 'CaseAssigned' && event.type !== 'CaseReassigned') return [];
    const { handler, coHandlers, decision } = event.data;
    const { chosenBy, mustSkills, ranked, behind = [], excluded, relaxed, missingSkill, paging } = decision;
    return [
      {
        ...{ revision, at: event.occurredAt, handler, coHandlers },
        ...(event.type === 'CaseReassigned' && { from: event.data.from, reason: event.data.reason }),
        ...{ chosenBy, mustSkills, ranked, behind, refused: refusedOf(excluded) },
        ...(relaxed && { relaxed }),
        ...(missingSkill !== undefined && { missingSkill }),
        ...(paging && { paging }),
      },
    ];
  });

const refusedOf = (excluded: AssignmentDecision['excluded']): Explanation['refused'] =>
  (Object.keys(excluded) as HardRule[]).flatMap((rule) => (excluded[rule] ?? []).map((cadreId) => ({ cadreId, rule })));

export const whyNot = (explanation: Explanation, cadreId: CadreId): WhyNot => {
  const { handler, coHandlers, chosenBy, ranked, behind, refused } = explanation;
  if (handler === cadreId) return { because: 'CHOSEN' };
  if (coHandlers.includes(cadreId)) return { because: 'CO_HANDLER' };
  if (chosenBy === 'HAND' || chosenBy === 'SELF') return { because: 'CHOSEN_BY_HAND' };
  const place = ranked.findIndex((one) => one.cadreId === cadreId);
  if (place >= 0) {
    const chosen = ranked.find((one) => one.cadreId === handler) ?? ranked[0]!;
    return { because: 'BEHIND', place: place + 1, points: chosen.score - ranked[place]!.score };
  }
  const after = behind.indexOf(cadreId);
  if (after >= 0) return { because: 'BEHIND', place: ranked.length + after + 1 };
  // whoever was let in by a relaxation had been refused before it
  const rule = refused.find((one) => one.cadreId === cadreId)?.rule;
  return rule ? { because: 'REFUSED', rule } : { because: 'OUTSIDE_AREA' };
};
