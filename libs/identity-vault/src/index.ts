export { IdentityVault, type VaultOptions } from './identity-vault.js';
export { keyFingerprint } from './master-key.js';
export { maskIdNumber, maskName, maskPhone } from './masking.js';
export type { ErasedPerson, Person, PersonEntry, StoredPerson } from './person.js';
export { isSealed, type Place } from './sealing.js';
export { type SealFault, VaultLocked } from './vault-errors.js';
