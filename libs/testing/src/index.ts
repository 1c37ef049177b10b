export { DeliveredHistory, type Written } from './delivered-history.js';
export { projectionScenario } from './projection-scenario.js';
export { scenario } from './scenario.js';
export { tries } from './tries.js';
