import type { Context, Instant } from '#kernel';
import type { PolicySet, RoleCode, SkillCode } from '#policy';
import { daysOfIsoWeek, endOfDay, startOfDay, type LocalDay } from '#working-time';
import type { CadreId } from './duty.events.js';

interface Span {
  readonly from: Instant;
  /** First instant after it. */
  readonly to: Instant;
}

/** Somebody who may be on duty, as far as the rules of a roster ask. */
export interface DutyPerson {
  readonly cadreId: CadreId;
  readonly roles: readonly RoleCode[];
  /** Where he may be on duty: where he serves first, and the county where his unit is the county's. */
  readonly places: readonly string[];
  readonly awaitingPost: boolean;
  readonly leaves: readonly Span[];
  readonly certified: Readonly<Record<SkillCode, Span>>;
}

export interface DutyContext extends Context {
  readonly policy: PolicySet;
  /** Township code, or `county`, and ISO week: what the stream is named by. */
  readonly place: string;
  readonly week: string;
  /** Everybody the command names, where there is such a person. */
  readonly people: ReadonlyMap<CadreId, DutyPerson>;
}

export const COUNTY = 'county';

export const neededAt = (place: string, { duty }: Pick<PolicySet, 'duty'>): PolicySet['duty']['township'] =>
  place === COUNTY ? duty.county : duty.township;

export interface Week extends Span {
  readonly days: readonly LocalDay[];
}

/** @throws RangeError where there is no such week */
export const weekOf = (week: string): Week => {
  const days = daysOfIsoWeek(week);
  return { days, from: startOfDay(days[0]!), to: endOfDay(days[6]!) };
};

export const overlaps = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;
