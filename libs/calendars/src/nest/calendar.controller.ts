import { Body, Controller, Get, Param, ParseIntPipe, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import type { CommandEnvelope } from '#event-store';
import { Envelope, revised, type Revised } from '#http';
import { Clock } from '#platform';
import { CURRENT_POLICY } from '#policy';
import { localDayOf, yearToPublish, type LocalDay } from '#working-time';
import { CalendarYearBody } from './calendar-requests.js';
import { CommandForCalendar, type CalendarExecuted } from './calendar.handler.js';
import { CountyCalendar } from './county-calendar.service.js';

export interface CalendarYearAnswer {
  readonly year: number;
  /** Counted by weekends and fixed dates only, until its notice is out. */
  readonly provisional: boolean;
  readonly off: readonly LocalDay[];
  readonly work: readonly LocalDay[];
}

export interface CalendarAnswer {
  readonly version: number;
  readonly years: readonly CalendarYearAnswer[];
  /** A year that is near and has no notice yet: the office is to publish it. */
  readonly toPublish: number | null;
}

/** The days off and the make-up days of each year (`docs/domain.md §2.5`). */
@ApiTags('calendar')
@Controller('api/calendar')
export class CalendarController {
  constructor(
    private readonly bus: CommandBus,
    private readonly calendar: CountyCalendar,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action('policy.read')
  async read(): Promise<Revised<CalendarAnswer>> {
    await this.calendar.refresh();
    return revised({ revision: this.calendar.seen }, this.answer());
  }

  /** Publishes a year, or amends it. What it moves is counted beforehand: `POST …/years/:year/preview`. */
  @Put('years/:year')
  @Action('calendar.publish')
  async publish(
    @Param('year', ParseIntPipe) year: number,
    @Body() { off, work }: CalendarYearBody,
    @Envelope('existing') envelope: CommandEnvelope,
  ): Promise<Revised<CalendarAnswer>> {
    const command = { type: 'PublishCalendarYear', data: { year, off, work } } as const;
    const executed: CalendarExecuted = await this.bus.execute(new CommandForCalendar(command, envelope));
    return revised(executed, this.answer());
  }

  private answer(): CalendarAnswer {
    const { current, years } = this.calendar;
    const provisional = Object.entries(years).filter(([, state]) => state === 'PROVISIONAL');
    const today = localDayOf(this.clock.now());
    return {
      version: current.version,
      years: [
        ...current.years.map(({ year, off, work }) => ({ year, provisional: false, off, work })),
        ...provisional.map(([year]) => ({
          year: Number(year),
          provisional: true,
          off: current.fixedHolidays.map((day) => `${year}-${day}`),
          work: [],
        })),
      ].sort((one, other) => one.year - other.year),
      toPublish: yearToPublish(current, today, CURRENT_POLICY.calendarNoticeDays) ?? null,
    };
  }
}
