import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { can, requireMay, type Subject } from '#access/domain';
import { CountyCalendar } from '#calendars/nest';
import { CommandExecutor, type CommandEnvelope, type Executed } from '#event-store';
import { IdentityVault } from '#identity-vault';
import type { Context } from '#kernel';
import { CURRENT_POLICY, policyOf } from '#policy';
import {
  mediationDecider,
  SEALED_FIELDS,
  type Mediation,
  type MediationCommand,
  type MediationContext,
  type MediationEvent,
  type MediationId,
  type RegisteredMediator,
} from '#mediation/domain';
import { actionFor, hasOtherPart, resourceOf } from './mediation-access.js';
import { MediationSurroundings } from './mediation-surroundings.js';

export const mediationStream = (mediationId: MediationId): string => `mediation-${mediationId}`;
/** Subject of the key under which all free text of a case is sealed, that of its mediations too. */
export const caseSubject = (caseId: string): string => `case:${caseId}`;

/** A command on its way to one mediation. */
export class CommandForMediation {
  constructor(
    readonly mediationId: MediationId,
    readonly command: MediationCommand,
    readonly envelope: CommandEnvelope,
    /** Who acts, with the unit he belongs to. */
    readonly subject: Subject = envelope.actor,
  ) {}
}

export type MediationExecuted = Executed<Mediation, MediationEvent>;

@CommandHandler(CommandForMediation)
export class MediationHandler implements ICommandHandler<CommandForMediation, MediationExecuted> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly vault: IdentityVault,
    private readonly surroundings: MediationSurroundings,
    private readonly calendar: CountyCalendar,
  ) {}

  execute({ mediationId, command, envelope, subject }: CommandForMediation): Promise<MediationExecuted> {
    return this.executor.execute<Mediation, MediationCommand, MediationEvent, MediationContext>({
      decider: mediationDecider,
      stream: mediationStream(mediationId),
      command,
      envelope,
      policyVersion: (state) => policyVersionOf(state, command),
      context: (state, base) => this.gather(state, command, base, subject),
      seal: (event, place) => this.sealed(event, place),
    });
  }

  private async gather(
    state: Mediation,
    command: MediationCommand,
    base: Context,
    subject: Subject,
  ): Promise<MediationContext> {
    const mediated = state.proposal && (await this.surroundings.caseOf(state.proposal.caseId));
    const resource = resourceOf(state, mediated);
    requireMay(actionFor(command.type, subject, resource), subject, resource, 'mediation.read');
    const mediatorId = mediatorIn(command, state);
    const mediator = mediatorId === undefined ? undefined : await this.surroundings.mediator(mediatorId);
    const panel = command.type === 'ScheduleSession' ? await this.registered(state.panel) : [];
    return {
      ...base,
      policy: this.calendar.inForce(policyOf(policyVersionOf(state, command))),
      mayName: can('mediation.name-mediator', subject, resource),
      hasOtherPart: hasOtherPart(subject, mediated),
      ...(mediator && { mediator }),
      panel,
      ...(mediated?.limit && { limit: mediated.limit }),
      ...(mediated && {
        complaint: { targets: mediated.complaintTargets, centres: mediated.targetCentres },
        recused: mediated.recused,
      }),
    };
  }

  private async registered(panel: Mediation['panel']): Promise<readonly RegisteredMediator[]> {
    const known = await Promise.all(panel.map(({ mediatorId }) => this.surroundings.mediator(mediatorId)));
    return known.flatMap((mediator) => mediator ?? []);
  }

  private sealed(event: MediationEvent, place: { stream: string; revision: number }): MediationEvent {
    const fields = SEALED_FIELDS[event.type];
    if (!fields) return event;
    const data: Record<string, unknown> = { ...event.data };
    for (const field of fields) {
      const text = data[field];
      if (typeof text === 'string') {
        data[field] = this.vault.seal(caseSubject(event.data.caseId), { ...place, field }, text);
      }
    }
    return { ...event, data } as unknown as MediationEvent;
  }
}

const policyVersionOf = ({ proposal }: Mediation, command: MediationCommand): number => {
  if (proposal) return proposal.policyVersion;
  return command.type === 'ProposeMediation' ? command.data.policyVersion : CURRENT_POLICY.version;
};

/** Whom the register is asked about. */
const mediatorIn = (command: MediationCommand, { mediator }: Mediation): string | undefined => {
  if (command.type === 'ProposeMediator') return command.data.mediatorId;
  return command.type === 'ScheduleSession' ? mediator : undefined;
};
