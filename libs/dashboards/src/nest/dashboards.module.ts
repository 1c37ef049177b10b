import { Module } from '@nestjs/common';
import { BoardsController } from './boards.controller.js';
import { CadreNames } from './cadre-names.js';
import { DisputeBoard } from './dispute-board.js';
import { OverdueBoard } from './overdue-board.js';
import { TaskBoard } from './task-board.js';

/** Boards that join what several contexts read. Read models, vault and clock come from the app. */
@Module({
  controllers: [BoardsController],
  providers: [CadreNames, DisputeBoard, OverdueBoard, TaskBoard],
})
export class DashboardsModule {}
