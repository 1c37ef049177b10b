import { CommandBus } from '@nestjs/cqrs';
import { CommandForCadre } from '#cadres/nest';
import type { CadreCommand } from '#cadres/domain';
import { CommandForCase } from '#cases/nest';
import type { CaseCommand } from '#cases/domain';
import { rosterOf, type DutyCommand } from '#duty/domain';
import { CommandForRoster } from '#duty/nest';
import type { CommandEnvelope } from '#event-store';
import { SYSTEM, type Rung } from '#kernel';
import { CommandForMediation } from '#mediation/nest';
import type { MediationCommand } from '#mediation/domain';
import { CommandForSupervisionOrder } from '#oversight/nest';
import type { SupervisionOrderCommand } from '#oversight/domain';
import { OrderIssuer, type IssuedReaction, type RegisteredProcess } from '#process';
import { CommandForReview } from '#reviews/nest';
import type { ReviewCommand } from '#reviews/domain';
import type { TrainingNeedCommand } from '#training/domain';
import { CommandForTrainingNeed } from '#training/nest';

/** Orders of processes and reactions carry no body of their own: their id says everything. */
const NO_BODY = '';

const envelopeOf = (commandId: string, more: Partial<CommandEnvelope> = {}): CommandEnvelope => ({
  commandId,
  requestHash: NO_BODY,
  actor: SYSTEM,
  ...more,
});

/** Takes what the processes and the reactions want to the aggregates they want it from. */
export class CommandRouter extends OrderIssuer {
  constructor(
    private readonly bus: CommandBus,
    private readonly processes: readonly RegisteredProcess[],
  ) {
    super();
  }

  async issue({ processId, rung, orderId }: { processId: string; rung: Rung; orderId: string }): Promise<void> {
    const process = this.processes.find(({ category }) => processId.startsWith(`${category}:`));
    if (!process) throw new Error(`no process is registered for ${processId}`);
    await this.route(process.streamOf(processId), process.order(rung), envelopeOf(orderId));
  }

  async react({ stream, command, commandId, causationId, correlationId }: IssuedReaction): Promise<void> {
    await this.route(stream, command, envelopeOf(commandId, { causationId, correlationId }));
  }

  private async route(stream: string, command: object, envelope: CommandEnvelope): Promise<void> {
    if (stream.startsWith('case-')) {
      await this.bus.execute(new CommandForCase(stream.slice('case-'.length), command as CaseCommand, envelope));
    } else if (stream.startsWith('mediation-')) {
      const mediationId = stream.slice('mediation-'.length);
      await this.bus.execute(new CommandForMediation(mediationId, command as MediationCommand, envelope));
    } else if (stream.startsWith('cadre-')) {
      await this.bus.execute(new CommandForCadre(stream.slice('cadre-'.length), command as CadreCommand, envelope));
    } else if (stream.startsWith('duty-roster-')) {
      const { place, week } = rosterOf(stream);
      await this.bus.execute(new CommandForRoster(place, week, command as DutyCommand, envelope));
    } else if (stream.startsWith('review-')) {
      await this.bus.execute(new CommandForReview(stream, command as ReviewCommand, envelope));
    } else if (stream.startsWith('supervision-order-')) {
      await this.bus.execute(new CommandForSupervisionOrder(stream, command as SupervisionOrderCommand, envelope));
    } else if (stream.startsWith('training-need-')) {
      await this.bus.execute(new CommandForTrainingNeed(stream, command as TrainingNeedCommand, envelope));
    } else throw new Error(`no handler for a command on ${stream}`);
  }
}
