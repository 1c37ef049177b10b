import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#kernel';
import { Clock } from '#platform';
import { CURRENT_POLICY } from '#policy';
import { localDayOf } from '#working-time';
import { CalendarHandler, CommandForCalendar } from './calendar.handler.js';
import { CountyCalendar } from './county-calendar.service.js';

const NO_BODY = '';

/** On the first run the years that came with the program go into the log, and those up to the next one are covered. */
@Injectable()
export class FoundingCalendar {
  constructor(
    private readonly handler: CalendarHandler,
    private readonly calendar: CountyCalendar,
    private readonly clock: Clock,
  ) {}

  /** Repeated, it changes nothing: what has been published since stays. */
  async found(): Promise<void> {
    const issue = (commandId: string, command: CommandForCalendar['command']): Promise<unknown> =>
      this.handler.execute(new CommandForCalendar(command, { commandId, requestHash: NO_BODY, actor: SYSTEM }));
    for (const notice of CURRENT_POLICY.calendar.years) {
      if (this.calendar.years[notice.year] !== undefined) continue;
      await issue(`found-calendar:${notice.year}`, { type: 'PublishCalendarYear', data: notice });
    }
    const thisYear = Number(localDayOf(this.clock.now()).slice(0, 4));
    for (const year of [thisYear, thisYear + 1])
      await issue(`cover-calendar:${year}`, { type: 'CoverCalendarYear', data: { year } });
  }
}
