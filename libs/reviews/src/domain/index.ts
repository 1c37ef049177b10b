export { reviewDecider, type Review, type ReviewContext } from './review.js';
export type * from './review.commands.js';
export type * from './review.events.js';
