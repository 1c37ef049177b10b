export { CommandForMediation } from './mediation.handler.js';
export { MediationsModule } from './mediations.module.js';
