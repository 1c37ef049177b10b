export { dutyPersonFrom } from './duty-person.js';
