import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import type { CommandEnvelope } from '#event-store';
import { CurrentActor, Envelope, PageQuery, revised, type Caller, type Revised } from '#http';
import type { ReviewCommand } from '#reviews/domain';
import { AnswerBody, AttemptBody, LateRatingBody, PartyOfReview } from './review-requests.js';
import { CommandForReview, reviewStream, type ReviewExecuted } from './review.handler.js';
import { ReviewTasks } from './review-tasks.query.js';

interface ReviewAnswer {
  readonly caseId: string;
  readonly round: number;
  readonly settled: boolean;
  readonly revision: number;
}

/** Satisfaction reviews (`docs/domain.md §5.3`): asked by others than the handlers, one round after the other. */
@ApiTags('reviews')
@Controller('api/reviews')
export class ReviewController {
  constructor(
    private readonly bus: CommandBus,
    private readonly tasks: ReviewTasks,
  ) {}

  @Get()
  @Action('review.read')
  list(@Query() { limit, cursor }: PageQuery, @CurrentActor() caller: Caller) {
    return this.tasks.pending(caller, limit, cursor);
  }

  @Get(':caseId/:round')
  @Action('review.read')
  async read(
    @Param('caseId') caseId: string,
    @Param('round', ParseIntPipe) round: number,
    @CurrentActor() caller: Caller,
  ) {
    const review = await this.tasks.one(caseId, round, caller);
    return revised(review, review);
  }

  @Post(':caseId/:round/attempts')
  @HttpCode(200)
  @Action('review.record')
  attempt(
    @Param('caseId') caseId: string,
    @Param('round', ParseIntPipe) round: number,
    @Body() { party, channel }: AttemptBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.carry(caseId, round, { type: 'AttemptContact', data: { party, channel } }, envelope, caller);
  }

  @Post(':caseId/:round/answers')
  @HttpCode(200)
  @Action('review.record')
  answer(
    @Param('caseId') caseId: string,
    @Param('round', ParseIntPipe) round: number,
    @Body() { party, rating, reason, channel, outsideLaw }: AnswerBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { party, rating, reason, channel, ...(outsideLaw && { outsideLaw }) };
    return this.carry(caseId, round, { type: 'AnswerReview', data }, envelope, caller);
  }

  @Post(':caseId/:round/give-up')
  @HttpCode(200)
  @Action('review.record')
  giveUp(
    @Param('caseId') caseId: string,
    @Param('round', ParseIntPipe) round: number,
    @Body() { party }: PartyOfReview,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.carry(caseId, round, { type: 'GiveUpReview', data: { party } }, envelope, caller);
  }

  @Post(':caseId/:round/late')
  @HttpCode(200)
  @Action('review.record')
  late(
    @Param('caseId') caseId: string,
    @Param('round', ParseIntPipe) round: number,
    @Body() { party, rating, reason }: LateRatingBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { party, rating, reason };
    return this.carry(caseId, round, { type: 'RecordLateReview', data }, envelope, caller);
  }

  private async carry(
    caseId: string,
    round: number,
    command: ReviewCommand,
    envelope: CommandEnvelope,
    caller: Caller,
  ): Promise<Revised<ReviewAnswer>> {
    const message = new CommandForReview(reviewStream(caseId, round), command, envelope, caller);
    const executed: ReviewExecuted = await this.bus.execute(message);
    const { settled } = executed.state;
    return revised(executed, { caseId, round, settled, revision: executed.revision });
  }
}
