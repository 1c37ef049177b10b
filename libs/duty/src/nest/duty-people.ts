import { Injectable } from '@nestjs/common';
import { townshipPathOf } from '#cadres/domain';
import { cadreDirectory } from '#cadres/read';
import { EventStore } from '#event-store';
import { COUNTY, type DutyPerson } from '#duty/domain';
import { dutyPersonOf, recordFrom } from '#duty/read';
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
      .of(cadreDirectory)
      .selectFrom('cadre_directory as cadre')
      .leftJoin('cadre_posting as posting', 'posting.cadre_id', 'cadre.cadre_id')
      .select(['cadre.cadre_id', 'cadre.unit_path', 'posting.path'])
      .execute();
    const near = rows.filter(({ unit_path, path }) =>
      [unit_path, path].some((one) => one !== null && placeOf(one) === place),
    );
    const people = [...(await this.of(near.map(({ cadre_id }) => cadre_id))).values()];
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

const placeOf = (path: string): string => townshipPathOf(path)?.split('/').at(-1) ?? COUNTY;

const byId = (one: DutyPerson, other: DutyPerson): number => (one.cadreId < other.cadreId ? -1 : 1);
