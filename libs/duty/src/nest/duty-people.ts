import { Injectable } from '@nestjs/common';
import { EventStore } from '#event-store';
import type { DutyPerson } from '#duty/domain';
import { dutyPersonFrom } from '#duty/read';

/** Those whom a roster names, as the log has them now. */
@Injectable()
export class DutyPeople {
  constructor(private readonly store: EventStore) {}

  async of(cadreIds: Iterable<string>): Promise<ReadonlyMap<string, DutyPerson>> {
    const ids = [...new Set(cadreIds)];
    const found = await Promise.all(
      ids.map(async (cadreId) => {
        const history = await this.store.readStream(`cadre-${cadreId}`);
        return [cadreId, dutyPersonFrom(history.map(({ event }) => event))] as const;
      }),
    );
    return new Map(found.flatMap(([cadreId, person]) => (person ? [[cadreId, person] as const] : [])));
  }
}
