import { reject, type Command, type Context, type Decider, type Event, type Instant } from '#kernel';
import type { PolicySet } from '#policy';

export type PolicyEvent = Event<
  'PolicyChanged',
  {
    /** Cases registered from now on are handled under it; those there are keep theirs. */
    readonly version: number;
    readonly before: number;
    readonly by: string;
  }
>;

/** @property instead the version whose differences were looked at: another must not have come meanwhile */
export type PutPolicyInForce = Command<'PutPolicyInForce', { readonly version: number; readonly instead: number }>;

export interface CountyPolicyState {
  readonly version: number;
  readonly changes: readonly { readonly version: number; readonly at: Instant; readonly by: string }[];
}

export const POLICY_STREAM = 'policy-county';

/**
 * Which of the published sets counts for new cases (aggregate `PolicySet`, `docs/domain.md §6`).
 * @param published all that came with the program, the one that counts at first in front
 */
export const countyPolicy = (
  published: readonly [Pick<PolicySet, 'version'>, ...Pick<PolicySet, 'version'>[]],
): Decider<CountyPolicyState, PutPolicyInForce, PolicyEvent> => ({
  initialState: { version: published[0].version, changes: [] },
  evolve: (state, { type, occurredAt, data }) => {
    if (type !== 'PolicyChanged') return state;
    const { version, by } = data;
    return { version, changes: [...state.changes, { version, at: occurredAt, by }] };
  },
  decide: ({ data: { version, instead } }, state, { now, actor }: Context) => {
    if (!published.some((one) => one.version === version)) reject('POLICY_VERSION_UNKNOWN', { version });
    if (state.version === version) return [];
    if (state.version !== instead) reject('POLICY_CHANGED_MEANWHILE', { field: 'instead', version: state.version });
    return [{ type: 'PolicyChanged', occurredAt: now, data: { version, before: state.version, by: actor.id } }];
  },
});
