export { CommandForReview } from './review.handler.js';
export { ReviewsModule } from './reviews.module.js';
