export { countyFigures } from './county-figures.projection.js';
