import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandEnvelope, type Executed } from '#event-store';
import type { Context } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import { trainingNeed, type TrainingNeed, type TrainingNeedCommand, type TrainingNeedEvent } from '#training/domain';

/** A command on its way to one training need; so far only the log's own reactions send any. */
export class CommandForTrainingNeed {
  constructor(
    readonly stream: string,
    readonly command: TrainingNeedCommand,
    readonly envelope: CommandEnvelope,
  ) {}
}

@CommandHandler(CommandForTrainingNeed)
export class TrainingNeedHandler implements ICommandHandler<CommandForTrainingNeed> {
  constructor(private readonly executor: CommandExecutor) {}

  execute({ stream, command, envelope }: CommandForTrainingNeed): Promise<Executed<TrainingNeed, TrainingNeedEvent>> {
    return this.executor.execute<TrainingNeed, TrainingNeedCommand, TrainingNeedEvent, Context>({
      decider: trainingNeed,
      stream,
      command,
      envelope,
      policyVersion: () => CURRENT_POLICY.version,
      context: (_, base) => base,
    });
  }
}
