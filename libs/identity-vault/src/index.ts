export { IdentityVault, partyIdOf, type VaultOptions } from './identity-vault.js';
export { maskIdNumber, maskName, maskPhone } from './masking.js';
export type { ErasedPerson, Person, PersonEntry, StoredPerson } from './person.js';
export { isSealed, type Place } from './sealing.js';
export { SealBroken, type SealFault, VaultLocked, VaultUnavailable } from './vault-errors.js';
