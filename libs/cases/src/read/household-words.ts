import type { WordOfHousehold } from '#cases/domain';
import type { Instant } from '#kernel';
import { AgedQueue } from './aged-queue.js';

/** What the households of the county said of those who served them, as long as it is of interest. */
export class HouseholdWords {
  readonly byHousehold = new Map<string, WordOfHousehold[]>();
  private readonly said = new AgedQueue<string>();

  /** @param since what was said before is forgotten */
  add(household: string, word: WordOfHousehold, since: Instant): void {
    const known = this.byHousehold.get(household);
    if (known) known.push(word);
    else this.byHousehold.set(household, [word]);
    this.said.add(word.at, household);
    for (const { item } of this.said.olderThan(since)) this.forget(item, since);
  }

  private forget(household: string, since: Instant): void {
    const left = this.byHousehold.get(household)?.filter(({ at }) => at >= since) ?? [];
    if (left.length > 0) this.byHousehold.set(household, left);
    else this.byHousehold.delete(household);
  }
}
