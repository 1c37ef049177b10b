import { reject } from '#kernel';
import type { PolicySet, SkillCode } from '#policy';
import { overlaps, type DutyContext, type DutyPerson } from './duty-context.js';
import type { CadreId, Shift } from './duty.events.js';

type Wanted = Pick<Shift, 'post' | 'from' | 'to'>;

interface Unfit {
  readonly code: 'DUTY_ELSEWHERE' | 'DUTY_AWAITING_POST' | 'DUTY_ROLE_MISSING' | 'DUTY_SKILL_MISSING' | 'DUTY_ON_LEAVE';
  readonly skill?: SkillCode;
}

/** Why somebody may not be on call as this: of the place, in the office, certified through the whole shift, there. */
export const whyUnfit = (
  person: DutyPerson,
  shift: Wanted,
  place: string,
  { duty }: Pick<PolicySet, 'duty'>,
): Unfit | undefined => {
  if (!person.places.includes(place)) return { code: 'DUTY_ELSEWHERE' };
  if (person.awaitingPost) return { code: 'DUTY_AWAITING_POST' };
  const { roles, skills } = duty.posts[shift.post];
  if (roles.length > 0 && !roles.some((role) => person.roles.includes(role))) return { code: 'DUTY_ROLE_MISSING' };
  const skill = skills.find((needed) => {
    const certified = person.certified[needed];
    return !certified || certified.from > shift.from || certified.to < shift.to;
  });
  if (skill !== undefined) return { code: 'DUTY_SKILL_MISSING', skill };
  return person.leaves.some((leave) => overlaps(leave, shift)) ? { code: 'DUTY_ON_LEAVE' } : undefined;
};

/** @throws CommandRejected `DUTY_PERSON_UNKNOWN`, or why he is unfit */
export const requireFit = (cadreId: CadreId, shift: Wanted, { people, place, policy }: DutyContext): void => {
  const about = { field: 'shifts', cadreId, post: shift.post };
  const person = people.get(cadreId) ?? reject('DUTY_PERSON_UNKNOWN', about);
  const unfit = whyUnfit(person, shift, place, policy);
  if (unfit) reject(unfit.code, { ...about, ...(unfit.skill !== undefined && { skill: unfit.skill }) });
};
