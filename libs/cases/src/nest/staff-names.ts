import { Injectable } from '@nestjs/common';
import { IdentityVault } from '#identity-vault';
import { CountyMemory } from './county-memory.js';

export interface StaffName {
  readonly name: string;
  /** Where he serves: village, else township, else the county. */
  readonly unit: string;
  readonly roles: readonly string[];
}

/** Names of the people who serve: public, but kept in the vault like all names. */
@Injectable()
export class StaffNames {
  constructor(
    private readonly memory: CountyMemory,
    private readonly vault: IdentityVault,
  ) {}

  /** By cadre id; ids nobody knows are left out. */
  of(cadreIds: Iterable<string>): Readonly<Record<string, StaffName>> {
    const records = [...cadreIds].flatMap((id) => this.memory.pool.recordOf(id) ?? []);
    const people = this.vault.read(records.map(({ personRef }) => personRef));
    return Object.fromEntries(
      records.flatMap(({ cadreId, personRef, villages, unitId, roles }) => {
        const person = people.get(personRef);
        if (!person || person.erased) return [];
        return [[cadreId, { name: person.name, unit: villages[0] ?? unitId, roles }] as const];
      }),
    );
  }
}
