export { closures } from './closures.projection.js';
export { overseenCase, type OverseenCase } from './overseen-case.js';
