export { type CadreExecuted } from './cadre.handler.js';
export { CadresModule } from './cadres.module.js';
