import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireMay } from '#access/domain';
import { CountyPolicy } from '#calendars/nest';
import { CommandExecutor, type CommandEnvelope, type Executed } from '#event-store';
import { commitmentStream, orgUnit, orgUnitStream, serviceCommitments } from '#township/domain';
import type {
  ServiceCommitmentCommand,
  ServiceCommitmentContext,
  ServiceCommitmentEvent,
  ServiceCommitments,
} from '#township/domain';

/** A command on its way to what one unit promises. */
export class CommandForCommitments {
  constructor(
    readonly unitId: string,
    readonly command: ServiceCommitmentCommand,
    readonly envelope: CommandEnvelope,
  ) {}
}

export type CommitmentsExecuted = Executed<ServiceCommitments, ServiceCommitmentEvent>;

@CommandHandler(CommandForCommitments)
export class CommitmentHandler implements ICommandHandler<CommandForCommitments, CommitmentsExecuted> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly policies: CountyPolicy,
  ) {}

  execute({ unitId, command, envelope }: CommandForCommitments): Promise<CommitmentsExecuted> {
    return this.executor.execute<
      ServiceCommitments,
      ServiceCommitmentCommand,
      ServiceCommitmentEvent,
      ServiceCommitmentContext
    >({
      decider: serviceCommitments,
      stream: commitmentStream(unitId),
      command,
      envelope,
      policyVersion: () => this.policies.current.version,
      context: async (_, base) => {
        const { state: unit } = await this.executor.load(orgUnit, orgUnitStream(unitId));
        requireMay('commitment.publish', envelope.actor, { path: unit.path }, 'org.read');
        return { ...base, policy: this.policies.current, unit };
      },
    });
  }
}
