export { CommandForCadre, type CadreExecuted } from './cadre.handler.js';
export { CadresModule } from './cadres.module.js';
export { OpenTasks } from './open-tasks.js';
