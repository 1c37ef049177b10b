import { reject } from '#kernel';
import { POLICY_V1 } from './default-policy.js';
import type { PolicySet } from './policy-set.js';

const VERSIONS: readonly PolicySet[] = [POLICY_V1];

/** What a case registered now is handled under. */
export const CURRENT_POLICY: PolicySet = POLICY_V1;

/** A case keeps the version it was registered under. Throws `POLICY_VERSION_UNKNOWN`. */
export const policyOf = (version: number): PolicySet =>
  VERSIONS.find((policy) => policy.version === version) ?? reject('POLICY_VERSION_UNKNOWN', { version });
