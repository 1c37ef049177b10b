import type { SkillCode } from '#policy';
import type { Area, Candidate } from './assignment.types.js';
import type { CaseNeeds } from './hard-rules.js';

export const areaOf = (candidates: readonly Candidate[]): Area => {
  const certified = new Map<SkillCode, number[]>();
  const unsettled: number[] = [];
  candidates.forEach((candidate, place) => {
    if (!isSettled(candidate)) unsettled.push(place);
    for (const skill of candidate.certificates.keys()) {
      const places = certified.get(skill);
      if (places) places.push(place);
      else certified.set(skill, [place]);
    }
  });
  const ids = candidates.map(({ cadreId }) => cadreId);
  return { candidates, ids, placeOf: new Map(ids.map((id, place) => [id, place])), certified, unsettled };
};

const isSettled = ({ active, awaitingPost, leaves, kin }: Candidate): boolean =>
  active && !awaitingPost && leaves.length === 0 && kin.length === 0;

/** One takes the other's place in the list, and nothing else of the area changes. */
export const isSettledAs = (one: Candidate, other: Candidate): boolean =>
  one.cadreId === other.cadreId && one.certificates === other.certificates && isSettled(one) === isSettled(other);

/**
 * Marks the places of whoever has to be looked at; everybody else of the area fails H2 and no rule before it. Nothing
 * where everybody has to be.
 * @param among whoever holds none of these lacks a skill
 */
export const toBeLookedAt = (
  { ids, placeOf, certified, unsettled }: Area,
  { parties, complaint, excluded }: CaseNeeds,
  among: readonly SkillCode[],
): Uint8Array | undefined => {
  if (complaint || among.length === 0) return undefined;
  const marks = new Uint8Array(ids.length);
  for (const skill of among) for (const place of certified.get(skill) ?? []) marks[place] = 1;
  for (const place of unsettled) marks[place] = 1;
  for (const involved of [excluded, parties])
    for (const id of involved) {
      const place = placeOf.get(id);
      if (place !== undefined) marks[place] = 1;
    }
  return marks;
};
