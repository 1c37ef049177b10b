export { CommandForRoster } from './duty.handler.js';
export { DutyModule } from './duty.module.js';
