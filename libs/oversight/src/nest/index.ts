export { OversightModule } from './oversight.module.js';
export { CommandForSupervisionOrder } from './supervision-order.handler.js';
