export { isCounty, pathOfCentre } from './centre-path.js';
export { reviewTasks, type ReviewTaskRow } from './review-tasks.projection.js';
