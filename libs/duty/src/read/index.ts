export { dutyPlaces } from './duty-places.projection.js';
export { dutyPersonOf, recordFrom } from './duty-person.js';
