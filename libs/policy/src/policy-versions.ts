import { reject } from '#kernel';
import { POLICY_V1 } from './default-policy.js';
import type { PolicySet } from './policy-set.js';

/** All that have been published with the program; which of them counts for new cases, the county decides. */
export const POLICIES: readonly PolicySet[] = [POLICY_V1];

/** What counts until the county puts another in force. */
export const CURRENT_POLICY: PolicySet = POLICY_V1;

/** A case keeps the version it was registered under. Throws `POLICY_VERSION_UNKNOWN`. */
export const policyOf = (version: number): PolicySet =>
  POLICIES.find((policy) => policy.version === version) ?? reject('POLICY_VERSION_UNKNOWN', { version });
