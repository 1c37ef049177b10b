import { Module } from '@nestjs/common';
import { AgreementBoard } from './agreement-board.js';
import { BoardsController } from './boards.controller.js';
import { CadreNames } from './cadre-names.js';
import { CaseNoticesController } from './case-notices.controller.js';
import { CaseNotices } from './case-notices.js';
import { DisputeBoard } from './dispute-board.js';
import { FigureCounts } from './figure-counts.js';
import { FiguresController } from './figures.controller.js';
import { Figures } from './figures.js';
import { FollowUpCalendar } from './follow-up-calendar.js';
import { OverdueBoard } from './overdue-board.js';
import { StandingCounts } from './standing-counts.js';
import { TaskBoard } from './task-board.js';

/** Boards and figures that join what several contexts tell. Log, read models, vault and clock come from the app. */
@Module({
  controllers: [BoardsController, CaseNoticesController, FiguresController],
  providers: [
    AgreementBoard,
    CadreNames,
    CaseNotices,
    DisputeBoard,
    FigureCounts,
    Figures,
    FollowUpCalendar,
    OverdueBoard,
    StandingCounts,
    TaskBoard,
  ],
})
export class DashboardsModule {}
