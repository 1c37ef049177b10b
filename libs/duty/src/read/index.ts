export { dutyPersonOf, recordFrom } from './duty-person.js';
