import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ReviewController } from './review.controller.js';
import { ReviewHandler } from './review.handler.js';
import { ReviewTasks } from './review-tasks.query.js';

/** Satisfaction reviews of the rounds of a case. */
@Module({
  imports: [CqrsModule],
  controllers: [ReviewController],
  providers: [ReviewHandler, ReviewTasks],
  exports: [ReviewHandler],
})
export class ReviewsModule {}
