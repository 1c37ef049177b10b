import { Injectable } from '@nestjs/common';
import { EventStore } from '#event-store';
import type { DutyPerson } from '#duty/domain';
import { dutyPersonOf, dutyPlaces, recordFrom } from '#duty/read';
import { IdentityVault } from '#identity-vault';
import { ReadModels } from '#projections';

/** Those whom a roster names, as the log has them now. */
@Injectable()
export class DutyPeople {
  constructor(
    private readonly store: EventStore,
    private readonly vault: IdentityVault,
    private readonly models: ReadModels,
  ) {}

  async of(cadreIds: Iterable<string>): Promise<ReadonlyMap<string, DutyPerson>> {
    return new Map((await this.records(cadreIds)).map((record) => [record.cadreId, dutyPersonOf(record)]));
  }

  /** Everybody who serves at a place. */
  async at(place: string): Promise<readonly DutyPerson[]> {
    const rows = await this.models
      .of(dutyPlaces)
      .selectFrom('duty_place')
      .select('cadre_id')
      .where('place', '=', place)
      .execute();
    const people = [...(await this.of(rows.map(({ cadre_id }) => cadre_id))).values()];
    return people.filter(({ places }) => places.includes(place)).toSorted(byId);
  }

  /** Names of people who serve are public, but kept in the vault like all names; those erased are left out. */
  async namesOf(cadreIds: Iterable<string>): Promise<Readonly<Record<string, string>>> {
    const records = await this.records(cadreIds);
    const people = this.vault.read(records.map(({ personRef }) => personRef));
    return Object.fromEntries(
      records.flatMap(({ cadreId, personRef }) => {
        const person = people.get(personRef);
        return person && !person.erased ? [[cadreId, person.name] as const] : [];
      }),
    );
  }

  private async records(cadreIds: Iterable<string>) {
    const histories = await Promise.all([...new Set(cadreIds)].map((id) => this.store.readStream(`cadre-${id}`)));
    return histories.flatMap((history) => recordFrom(history.map(({ event }) => event)) ?? []);
  }
}

const byId = (one: DutyPerson, other: DutyPerson): number => (one.cadreId < other.cadreId ? -1 : 1);
