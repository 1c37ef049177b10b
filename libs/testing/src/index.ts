export { projectionScenario, type Written } from './projection-scenario.js';
export { scenario } from './scenario.js';
