import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { countyPolicy, POLICY_STREAM, type CountyPolicyState, type PolicyEvent } from '#calendars/domain';
import { EventStore, type StoredEvent } from '#event-store';
import { CURRENT_POLICY, POLICIES, policyOf, type PolicySet } from '#policy';

export const COUNTY_POLICY = countyPolicy([CURRENT_POLICY, ...POLICIES]);

/** How late another process may hear of a change; what it registers meanwhile is pinned to the set before. */
const LOOK_AGAIN_MS = 5_000;

/** The set that counts for new cases, in memory. */
@Injectable()
export class CountyPolicy implements OnModuleInit, OnModuleDestroy {
  private folded: CountyPolicyState = COUNTY_POLICY.initialState;
  private revision = -1;
  private readonly logger = new Logger(CountyPolicy.name);
  private looking: NodeJS.Timeout | undefined;

  constructor(private readonly store: EventStore) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.looking = setInterval(() => void this.refresh().catch(this.tell), LOOK_AGAIN_MS);
    this.looking.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.looking);
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

  private readonly tell = (error: unknown): void =>
    this.logger.warn(`The policy in force could not be read and is looked at again: ${String(error)}`);
}
