export { reviewTasks, type ReviewTaskRow } from './review-tasks.projection.js';
