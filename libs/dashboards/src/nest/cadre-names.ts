import { Injectable } from '@nestjs/common';
import { cadreDirectory } from '#cadres/read';
import { IdentityVault } from '#identity-vault';
import { ReadModels } from '#projections';

/** Names of the people who serve: public, but kept in the vault like all names. */
@Injectable()
export class CadreNames {
  constructor(
    private readonly models: ReadModels,
    private readonly vault: IdentityVault,
  ) {}

  /** By cadre id; ids nobody knows are left out. */
  async of(cadreIds: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(cadreIds)];
    if (ids.length === 0) return new Map();
    const rows = await this.models
      .of(cadreDirectory)
      .selectFrom('cadre_directory')
      .select(['cadre_id', 'person_ref'])
      .where('cadre_id', 'in', ids)
      .execute();
    const people = this.vault.read(rows.map(({ person_ref }) => person_ref));
    return new Map(
      rows.flatMap(({ cadre_id, person_ref }) => {
        const person = people.get(person_ref);
        return person && !person.erased ? [[cadre_id, person.name] as const] : [];
      }),
    );
  }
}
