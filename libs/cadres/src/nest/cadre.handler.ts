import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CountyCalendar } from '#calendars/nest';
import {
  cadre,
  cadreStream,
  type Cadre,
  type CadreCommand,
  type CadreContext,
  type CadreEvent,
  type CadreRecord,
  type Handover,
  type RequestedLeave,
} from '#cadres/domain';
import { CommandExecutor, type CommandEnvelope, type Executed } from '#event-store';
import { reject, type Context } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import { ACTION_OF, requireMayFor } from './cadre-access.js';
import { OpenTasks } from './open-tasks.js';

/** A command on its way to one cadre. */
export class CommandForCadre {
  constructor(
    readonly cadreId: string,
    readonly command: CadreCommand,
    readonly envelope: CommandEnvelope,
  ) {}
}

export interface FoundCadre {
  readonly record: CadreRecord;
  readonly requested: readonly RequestedLeave[];
  readonly handovers: readonly Handover[];
  readonly revision: number;
}
export type CadreExecuted = Executed<Cadre, CadreEvent>;

/** Gathers what the rules of a cadre ask for beside his own stream, and asks whether the actor may. */
@CommandHandler(CommandForCadre)
export class CadreHandler implements ICommandHandler<CommandForCadre, CadreExecuted> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly openTasks: OpenTasks,
    private readonly calendar: CountyCalendar,
  ) {}

  execute({ cadreId, command, envelope }: CommandForCadre): Promise<CadreExecuted> {
    return this.executor.execute<Cadre, CadreCommand, CadreEvent, CadreContext>({
      decider: cadre,
      stream: cadreStream(cadreId),
      command,
      envelope,
      policyVersion: () => CURRENT_POLICY.version,
      context: (state, base) => this.gather(command, state, base),
    });
  }

  /** The record with its revision and what has been asked for and not yet decided. */
  async record(cadreId: string): Promise<FoundCadre | undefined> {
    const { state, revision } = await this.executor.load(cadre, cadreStream(cadreId));
    const { record, requested, handovers } = state;
    return record && { record, requested, handovers, revision };
  }

  private async gather(command: CadreCommand, state: Cadre, base: Context): Promise<CadreContext> {
    const { record } = state;
    if (record) requireMayFor(ACTION_OF[command.type], base.actor, record);
    else if (command.type !== 'RegisterCadre' && command.type !== 'RegisterCadreWithRecord') return reject('NOT_FOUND');
    const context = { ...base, policy: this.calendar.inForce(CURRENT_POLICY) };
    if (command.type !== 'ApproveLeave' && command.type !== 'FollowLeave') return context;
    const tasks = record ? await this.openTasks.of(record.cadreId) : [];
    if (command.type === 'FollowLeave') return { ...context, tasks };
    const { leaveId, substitute = state.requested.find((leave) => leave.leaveId === leaveId)?.substitute } =
      command.data;
    const found = substitute === undefined ? undefined : await this.record(substitute);
    return { ...context, tasks, ...(found && { substitute: found.record }) };
  }
}
