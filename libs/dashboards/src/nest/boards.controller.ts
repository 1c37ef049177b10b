import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import { CurrentActor, PageQuery, type Caller } from '#http';
import { AgreementBoard } from './agreement-board.js';
import type { AgreementsAnswer, DisputesAnswer, FollowUpAnswer, OverdueAnswer, TasksAnswer } from './boards.answers.js';
import { AgreementsQuery, DisputesQuery, FollowUpQuery, OverdueQuery } from './boards.requests.js';
import { DisputeBoard } from './dispute-board.js';
import { FollowUpCalendar } from './follow-up-calendar.js';
import { OverdueBoard } from './overdue-board.js';
import { TaskBoard } from './task-board.js';

/** What the centre, the leaders and the cadres have before them; each sees what he may see of the cases. */
@ApiTags('boards')
@Controller('api/boards')
export class BoardsController {
  constructor(
    private readonly openDisputes: DisputeBoard,
    private readonly agreed: AgreementBoard,
    private readonly followUps: FollowUpCalendar,
    private readonly overdueSteps: OverdueBoard,
    private readonly ownTasks: TaskBoard,
  ) {}

  /** Disputes that are not over: how far, on which day of their limits, when they meet next, what they wait for. */
  @Get('disputes')
  @Action('dispute.list')
  disputes(@Query() wanted: DisputesQuery, @CurrentActor() caller: Caller): Promise<DisputesAnswer> {
    return this.openDisputes.read(wanted, caller);
  }

  /** What was agreed and is not done yet, by the day it is looked at, whether the case is closed or not. */
  @Get('agreements')
  @Action('agreement.list')
  agreements(@Query() wanted: AgreementsQuery, @CurrentActor() caller: Caller): Promise<AgreementsAnswer> {
    return this.agreed.read(wanted, caller);
  }

  /** What follows agreements and results, day by day: terms to perform, windows of the court, calls back. */
  @Get('follow-up')
  @Action('agreement.list')
  followUp(@Query() wanted: FollowUpQuery, @CurrentActor() caller: Caller): Promise<FollowUpAnswer> {
    return this.followUps.read(wanted, caller);
  }

  /** Open steps past their due: how many by level, township, village or holder, and which. */
  @Get('overdue')
  @Action('overdue.list')
  overdue(@Query() wanted: OverdueQuery, @CurrentActor() caller: Caller): Promise<OverdueAnswer> {
    return this.overdueSteps.read(wanted, caller);
  }

  /** What the asker has to do himself: now, today, later. */
  @Get('tasks')
  @Action('task.list')
  tasks(@Query() { limit, cursor }: PageQuery, @CurrentActor() caller: Caller): Promise<TasksAnswer> {
    return this.ownTasks.read(caller, limit, cursor);
  }
}
