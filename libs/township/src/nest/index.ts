export { TownshipModule } from './township.module.js';
