import { Global, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CalendarController } from './calendar.controller.js';
import { CalendarHandler } from './calendar.handler.js';
import { CountyCalendar } from './county-calendar.service.js';
import { FoundingCalendar } from './founding-calendar.js';

/** Every context counts by the one calendar. Store, executor and clock come from the app. */
@Global()
@Module({
  imports: [CqrsModule],
  controllers: [CalendarController],
  providers: [CalendarHandler, CountyCalendar, FoundingCalendar],
  exports: [CountyCalendar, FoundingCalendar],
})
export class CalendarsModule {}
