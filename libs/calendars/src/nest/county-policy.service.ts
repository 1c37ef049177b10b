import { Injectable } from '@nestjs/common';
import { countyPolicy, POLICY_STREAM, type CountyPolicyState, type PolicyEvent } from '#calendars/domain';
import { EventStore, type StoredEvent } from '#event-store';
import { CURRENT_POLICY, POLICIES, policyOf, type PolicySet } from '#policy';
import { LookedAtAgain } from './looked-at-again.js';

export const COUNTY_POLICY = countyPolicy([CURRENT_POLICY, ...POLICIES]);

/** The set that counts for new cases; what another process registers before it hears of a change is pinned to the set before. */
@Injectable()
export class CountyPolicy extends LookedAtAgain {
  private folded: CountyPolicyState = COUNTY_POLICY.initialState;
  private revision = -1;

  constructor(private readonly store: EventStore) {
    super('The policy in force');
  }

  get state(): CountyPolicyState {
    return this.folded;
  }

  get current(): PolicySet {
    return policyOf(this.folded.version);
  }

  async refresh(): Promise<void> {
    const news = await this.store.readStream(POLICY_STREAM, this.revision + 1);
    for (const { event, revision } of news as readonly StoredEvent<PolicyEvent>[]) {
      if (revision <= this.revision) continue;
      this.folded = COUNTY_POLICY.evolve(this.folded, event);
      this.revision = revision;
    }
  }
}
