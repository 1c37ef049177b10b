import { Injectable } from '@nestjs/common';
import { EventStore } from '#event-store';
import type { DutyPerson } from '#duty/domain';
import { dutyPersonOf, recordFrom } from '#duty/read';
import { IdentityVault } from '#identity-vault';

/** Those whom a roster names, as the log has them now. */
@Injectable()
export class DutyPeople {
  constructor(
    private readonly store: EventStore,
    private readonly vault: IdentityVault,
  ) {}

  async of(cadreIds: Iterable<string>): Promise<ReadonlyMap<string, DutyPerson>> {
    return new Map((await this.records(cadreIds)).map((record) => [record.cadreId, dutyPersonOf(record)]));
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
