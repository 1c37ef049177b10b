export { IdentityVaultModule } from './identity-vault.module.js';
