import type { Limit } from '#working-time';
import type { StepName } from './codes.js';
import type { PolicySet } from './policy-set.js';
import type { Profile } from './profiles.js';

/** A limit that a township or the county has promised in public, as a case keeps it (`ServiceCommitment`, `docs/domain.md §6`). */
export interface PromisedLimit {
  readonly step: StepName;
  readonly limit: Limit;
  /** Township, or the county, that promised it. */
  readonly unitId: string;
  /** Of that unit's commitments: counts what it has published and withdrawn. */
  readonly version: number;
}

/** Counted by the same clock; only what is so counted can be compared whatever the calendar. */
const sameClock = (one: Limit, other: Limit): boolean => one.unit === other.unit && one.roll === other.roll;

/** Surely not longer, on whatever day it starts. */
export const isNotLonger = (promise: Limit, limit: Limit): boolean => sameClock(promise, limit) && promise.n <= limit.n;

/** What a profile limits a step to; undefined where it has no limit of its own. */
export const limitOf = ({ limits }: Profile, step: StepName): Limit | undefined => {
  const limit = limits[step];
  return limit === null || typeof limit === 'string' ? undefined : limit;
};

/**
 * The set with every limit that a promise shortens: "limits of a published `ServiceCommitment` replace longer ones"
 * (`docs/domain.md §4.3`). A case that gets a more urgent profile keeps whichever is shorter; what an extension may add stays.
 */
export const withPromises = (policy: PolicySet, promises: readonly PromisedLimit[] = []): PolicySet => {
  if (promises.length === 0) return policy;
  const profiles = Object.entries(policy.profiles).map(([code, profile]) => [
    code,
    promises.reduce(shortened, profile),
  ]);
  return { ...policy, profiles: Object.fromEntries(profiles) as PolicySet['profiles'] };
};

const shortened = (profile: Profile, { step, limit }: PromisedLimit): Profile => {
  const before = limitOf(profile, step);
  if (!before || !isNotLonger(limit, before)) return profile;
  const { extendableTo } = profile;
  return {
    ...profile,
    limits: { ...profile.limits, [step]: limit },
    ...(step === 'resolve' &&
      extendableTo && { extendableTo: { ...extendableTo, n: extendableTo.n - (before.n - limit.n) } }),
  };
};
