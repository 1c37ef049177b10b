import type { IdentityVault } from '#identity-vault';
import type { Names } from '#notifications/domain';
import type { People } from '#notifications/read';

/** Names and phones of those who serve, out of the vault as a text is read or sent; nothing is kept. */
export const toldNames = (people: () => People, vault: IdentityVault): Names => {
  const person = (reference: string | undefined) => {
    const found = reference === undefined ? undefined : vault.read([reference]).get(reference);
    return found && !found.erased ? found : undefined;
  };
  return {
    cadre: (cadreId) => person(people().recordOf(cadreId)?.personRef)?.name,
    phone: (cadreId) => {
      const record = people().recordOf(cadreId);
      return (person(record?.phoneRef) ?? person(record?.personRef))?.phone;
    },
  };
};
