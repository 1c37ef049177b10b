export { CadreHandler, CommandForCadre, type CadreExecuted } from './cadre.handler.js';
export { CadresModule } from './cadres.module.js';
