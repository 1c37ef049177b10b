import { Body, Controller, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import { CalendarYearBody } from '#calendars/nest';
import { CurrentActor, type Caller, type Revised } from '#http';
import { CalendarPreview, type CalendarPreviewAnswer } from './calendar-preview.query.js';

/** What a notice would move, before anybody publishes it (`docs/domain.md §2.5`). */
@ApiTags('calendar')
@Controller('api/calendar/years/:year/preview')
export class CalendarPreviewController {
  constructor(private readonly preview: CalendarPreview) {}

  /** Its ETag is the revision that the publication names in `If-Match`: who publishes has seen what it moves. */
  @Post()
  @HttpCode(200)
  @Action('calendar.publish')
  count(
    @Param('year', ParseIntPipe) year: number,
    @Body() { off, work }: CalendarYearBody,
    @CurrentActor() caller: Caller,
  ): Promise<Revised<CalendarPreviewAnswer>> {
    return this.preview.of({ year, off, work }, caller);
  }
}
