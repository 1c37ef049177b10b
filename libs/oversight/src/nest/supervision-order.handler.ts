import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CountyCalendar } from '#calendars/nest';
import { CommandExecutor, type CommandEnvelope, type Executed } from '#event-store';
import { CURRENT_POLICY } from '#policy';
import {
  supervisionOrder,
  type SupervisionOrder,
  type SupervisionOrderCommand,
  type SupervisionOrderContext,
  type SupervisionOrderEvent,
} from '#oversight/domain';

/** A command on its way to one supervision order; so far only the log's own reactions send any. */
export class CommandForSupervisionOrder {
  constructor(
    readonly stream: string,
    readonly command: SupervisionOrderCommand,
    readonly envelope: CommandEnvelope,
  ) {}
}

type SupervisionOrderExecuted = Executed<SupervisionOrder, SupervisionOrderEvent>;

@CommandHandler(CommandForSupervisionOrder)
export class SupervisionOrderHandler implements ICommandHandler<CommandForSupervisionOrder, SupervisionOrderExecuted> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly calendar: CountyCalendar,
  ) {}

  execute({ stream, command, envelope }: CommandForSupervisionOrder): Promise<SupervisionOrderExecuted> {
    return this.executor.execute<
      SupervisionOrder,
      SupervisionOrderCommand,
      SupervisionOrderEvent,
      SupervisionOrderContext
    >({
      decider: supervisionOrder,
      stream,
      command,
      envelope,
      policyVersion: () => CURRENT_POLICY.version,
      context: (_, base) => ({ ...base, policy: this.calendar.inForce(CURRENT_POLICY) }),
    });
  }
}
