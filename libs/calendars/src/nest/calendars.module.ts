import { Global, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CalendarController } from './calendar.controller.js';
import { CalendarHandler } from './calendar.handler.js';
import { CountyCalendar } from './county-calendar.service.js';
import { CountyPolicy } from './county-policy.service.js';
import { FoundingCalendar } from './founding-calendar.js';
import { PolicyController } from './policy.controller.js';
import { PolicyHandler } from './policy.handler.js';

/** Every context counts by the one calendar, and pins new cases to the one policy in force. Store, executor and clock come from the app. */
@Global()
@Module({
  imports: [CqrsModule],
  controllers: [CalendarController, PolicyController],
  providers: [CalendarHandler, PolicyHandler, CountyCalendar, CountyPolicy, FoundingCalendar],
  exports: [CountyCalendar, CountyPolicy, FoundingCalendar],
})
export class CalendarsModule {}
