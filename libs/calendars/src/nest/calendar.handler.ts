import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireMay } from '#access/domain';
import {
  CALENDAR_STREAM,
  COUNTY_CALENDAR,
  type CalendarCommand,
  type CalendarEvent,
  type CountyCalendarState,
} from '#calendars/domain';
import { CommandExecutor, type CommandEnvelope, type Executed } from '#event-store';
import type { Context } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import { CountyCalendar } from './county-calendar.service.js';

/** A command on its way to the county's calendar. */
export class CommandForCalendar {
  constructor(
    readonly command: CalendarCommand,
    readonly envelope: CommandEnvelope,
  ) {}
}

export type CalendarExecuted = Executed<CountyCalendarState, CalendarEvent>;

@CommandHandler(CommandForCalendar)
export class CalendarHandler implements ICommandHandler<CommandForCalendar, CalendarExecuted> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly calendar: CountyCalendar,
  ) {}

  async execute({ command, envelope }: CommandForCalendar): Promise<CalendarExecuted> {
    const executed = await this.executor.execute<CountyCalendarState, CalendarCommand, CalendarEvent, Context>({
      decider: COUNTY_CALENDAR,
      stream: CALENDAR_STREAM,
      command,
      envelope,
      policyVersion: () => CURRENT_POLICY.version,
      context: (_, base) => {
        requireMay('calendar.publish', envelope.actor, { path: COUNTY }, 'org.read');
        return base;
      },
    });
    await this.calendar.refresh();
    return executed;
  }
}

const COUNTY = '/county';
