export { dutyPersonFrom, dutyPersonOf } from './duty-person.js';
