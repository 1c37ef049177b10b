import { fold, type AnyEvent } from '#kernel';
import type { CaseTypeCode, PromisedLimit } from '#policy';
import type { TownshipId } from '#cases/domain';
import { serviceCommitments, type ServiceCommitmentEvent, type ServiceCommitments } from '#township/domain';

/** The public promises in force, by unit: folded from the events of service commitments, in memory. */
export class Promises {
  private readonly units = new Map<string, ServiceCommitments>();

  apply(event: AnyEvent): void {
    const promise = event as ServiceCommitmentEvent;
    const { unitId } = promise.data;
    this.units.set(unitId, fold(serviceCommitments, [promise], this.units.get(unitId)));
  }

  /** Those of the township and of the whole county for such a case; where both promise a step, the shorter counts. */
  of(typeCode: CaseTypeCode, township: TownshipId): readonly PromisedLimit[] {
    const promised = [COUNTY, township].flatMap((unit) => this.units.get(unit)?.inForce ?? []);
    const shortest = new Map<string, PromisedLimit>();
    for (const { step, limit, unitId, version, typeCode: promisedType } of promised) {
      if (promisedType !== typeCode) continue;
      const known = shortest.get(step);
      if (!known || limit.n < known.limit.n) shortest.set(step, { step, limit, unitId, version });
    }
    return [...shortest.values()];
  }
}

const COUNTY = 'county';
