import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DutyController } from './duty.controller.js';
import { DutyHandler } from './duty.handler.js';
import { DutyPeople } from './duty-people.js';
import { DutyViews } from './duty-views.js';

/** Weekly rosters. Store, executor and clock come from the app. */
@Module({
  imports: [CqrsModule],
  controllers: [DutyController],
  providers: [DutyHandler, DutyPeople, DutyViews],
})
export class DutyModule {}
