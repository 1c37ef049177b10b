import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { TrainingNeedHandler } from './training-need.handler.js';

/** What a place has to learn. */
@Module({ imports: [CqrsModule], providers: [TrainingNeedHandler], exports: [TrainingNeedHandler] })
export class TrainingModule {}
