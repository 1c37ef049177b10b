import { describe, expect, it } from '@jest/globals';
import { POLICY_V1, policyDifferences, profileOf, type PolicySet } from '#policy';
import { scenario } from '#testing';
import { instantOf } from '#working-time';
import { countyPolicy } from './county-policy.js';

const now = instantOf('2026-03-09T09:00');
const context = { now, actor: { id: 'chief', role: 'CHIEF_LEADER', path: '/county' } };
const standard = profileOf(POLICY_V1, 'S-STD');
const SECOND: PolicySet = {
  ...POLICY_V1,
  version: 2,
  claimableHours: 12,
  profiles: {
    ...POLICY_V1.profiles,
    'S-STD': { ...standard, limits: { ...standard.limits, resolve: { unit: 'WD', n: 6 } } },
  },
};
const policies = () => scenario(countyPolicy([POLICY_V1, SECOND]), context);
const put = (version: number, instead: number) => ({ type: 'PutPolicyInForce', data: { version, instead } }) as const;

describe('the policy of the county', () => {
  it('is changed by a leader who has seen what differs from the one in force', () => {
    const changed = policies().when(put(2, 1)).then('PolicyChanged');
    expect(changed.state()).toEqual({ version: 2, changes: [{ version: 2, at: now, by: 'chief' }] });
    policies().after(put(2, 1)).when(put(1, 1)).thenRejected('POLICY_CHANGED_MEANWHILE', { version: 2 });
    policies().after(put(2, 1)).when(put(1, 2)).then('PolicyChanged');
  });

  it('is one of those published, and put in force once', () => {
    policies().when(put(7, 1)).thenRejected('POLICY_VERSION_UNKNOWN', { version: 7 });
    expect(policies().when(put(1, 1)).events()).toEqual([]);
  });

  it('is told apart from another value by value', () => {
    expect(policyDifferences(POLICY_V1, SECOND)).toEqual([
      { path: 'profiles.S-STD.limits.resolve.n', from: 7, to: 6 },
      { path: 'claimableHours', from: 24, to: 12 },
    ]);
    expect(policyDifferences(POLICY_V1, POLICY_V1)).toEqual([]);
  });
});
