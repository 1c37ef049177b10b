import type { Instant } from '#kernel';
import type { DutyPost, PolicySet } from '#policy';
import { neededAt, overlaps, weekOf, type DutyPerson } from './duty-context.js';
import type { CadreId, Shift } from './duty.events.js';

/** Hours for which too few of a post are on call. */
export interface Gap {
  readonly post: DutyPost;
  readonly from: Instant;
  readonly to: Instant;
  readonly missing: number;
  readonly mandatory: boolean;
  /** `SUBSTITUTE`: somebody is on call, but nobody stands in for him. */
  readonly part: 'HOLDER' | 'SUBSTITUTE';
}

type Part = Gap['part'];
type Away = (cadreId: CadreId, from: Instant, to: Instant) => boolean;

/**
 * Every hour of the week for which the roster of a place leaves a post unfilled (`docs/domain.md §2.4`); whoever is on
 * leave then is not there. A place without a roster has nobody all the week.
 */
export const gapsOf = (
  policy: Pick<PolicySet, 'duty'>,
  place: string,
  week: string,
  shifts: readonly Shift[],
  people: ReadonlyMap<CadreId, Pick<DutyPerson, 'leaves'>> = new Map(),
): readonly Gap[] => {
  const away: Away = (cadreId, from, to) =>
    people.get(cadreId)?.leaves.some((leave) => overlaps(leave, { from, to })) ?? false;
  return neededAt(place, policy).flatMap((needed) =>
    (['HOLDER', 'SUBSTITUTE'] as const).flatMap((part) => partGaps(needed, part, week, shifts, away)),
  );
};

type Needed = PolicySet['duty']['township'][number];

const partGaps = (
  { post, atLeast, mandatory }: Needed,
  part: Part,
  week: string,
  shifts: readonly Shift[],
  away: Away,
): readonly Gap[] => {
  const { from, to } = weekOf(week);
  const of = shifts.filter((shift) => shift.post === post);
  const edges = [...new Set([from, to, ...of.flatMap((shift) => [shift.from, shift.to])])]
    .filter((at) => at >= from && at <= to)
    .toSorted((one, other) => one - other);
  const gaps: Gap[] = [];
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const [begins, ends] = [edges[index]!, edges[index + 1]!];
    const filled = of
      .filter((shift) => shift.from <= begins && ends <= shift.to)
      .map((shift) => (part === 'HOLDER' ? shift.cadreId : shift.substitute))
      .filter((cadreId) => !away(cadreId, begins, ends));
    const missing = atLeast - new Set(filled).size;
    if (missing <= 0) continue;
    const last = gaps.at(-1);
    if (last?.to === begins && last.missing === missing) gaps[gaps.length - 1] = { ...last, to: ends };
    else gaps.push({ post, from: begins, to: ends, missing, mandatory, part });
  }
  return gaps;
};
