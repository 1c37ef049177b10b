import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireMay, type Action, type Resource, type Subject } from '#access/domain';
import { CountyCalendar } from '#calendars/nest';
import { COUNTY, dutyRoster, dutyRosterStream } from '#duty/domain';
import type { DutyCommand, DutyContext, DutyEvent, Roster } from '#duty/domain';
import { CommandExecutor, type CommandEnvelope, type Executed } from '#event-store';
import { CURRENT_POLICY } from '#policy';
import { DutyPeople } from './duty-people.js';

/** A command on its way to the roster of one place in one week. */
export class CommandForRoster {
  constructor(
    readonly place: string,
    readonly week: string,
    readonly command: DutyCommand,
    readonly envelope: CommandEnvelope,
    /** Who acts, with the unit he belongs to. */
    readonly subject: Subject = envelope.actor,
  ) {}
}

export type RosterExecuted = Executed<Roster, DutyEvent>;

const ACTION_OF: Readonly<Record<DutyCommand['type'], Action>> = {
  PublishRoster: 'duty.publish',
  SwapDuty: 'duty.publish',
  SettleRoster: 'duty.publish',
  FollowRoster: 'duty.publish',
  RecordAnswer: 'duty.record-call',
  RecordMiss: 'duty.record-call',
  RecordService: 'duty.record-call',
  CheckIn: 'duty.check-in',
  CheckOut: 'duty.check-in',
};

/** A roster lies where its people are; whoever checks in speaks of himself. */
const resourceOf = (place: string, { id }: Subject): Resource => ({
  path: place === COUNTY ? '/county' : `/county/${place}`,
  owner: id,
});

const namedIn = (command: DutyCommand): readonly string[] => {
  switch (command.type) {
    case 'PublishRoster':
      return [
        ...command.data.shifts.flatMap(({ cadreId, substitute }) => [cadreId, substitute]),
        ...command.data.onSite.map(({ cadreId }) => cadreId),
      ];
    case 'SwapDuty':
      return [command.data.in];
    default:
      return [];
  }
};

@CommandHandler(CommandForRoster)
export class DutyHandler implements ICommandHandler<CommandForRoster, RosterExecuted> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly people: DutyPeople,
    private readonly calendar: CountyCalendar,
  ) {}

  execute({ place, week, command, envelope, subject }: CommandForRoster): Promise<RosterExecuted> {
    return this.executor.execute<Roster, DutyCommand, DutyEvent, DutyContext>({
      decider: dutyRoster,
      stream: dutyRosterStream(place, week),
      command,
      envelope,
      policyVersion: () => CURRENT_POLICY.version,
      context: async (_, base) => {
        requireMay(ACTION_OF[command.type], subject, resourceOf(place, subject), 'duty.read');
        const people = await this.people.of(namedIn(command));
        return { ...base, policy: this.calendar.inForce(CURRENT_POLICY), place, week, people };
      },
    });
  }
}
