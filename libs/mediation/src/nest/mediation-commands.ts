import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandEnvelope } from '#event-store';
import { revised, type Caller, type Revised } from '#http';
import type { MediationCommand } from '#mediation/domain';
import { CommandForMediation, type MediationExecuted } from './mediation.handler.js';

/** What a command on a mediation answers with; its ETag is the revision. */
interface MediationAnswer {
  readonly mediationId: string;
  readonly caseId: string;
  readonly stage: string;
  readonly mediator: string | null;
  readonly revision: number;
}

/** What every route of a mediation does: give its command to the mediation and answer with how it stands then. */
@Injectable()
export class MediationCommands {
  constructor(private readonly bus: CommandBus) {}

  async carry(
    mediationId: string,
    command: MediationCommand,
    envelope: CommandEnvelope,
    caller: Caller,
  ): Promise<Revised<MediationAnswer>> {
    const message = new CommandForMediation(mediationId, command, envelope, caller);
    const executed: MediationExecuted = await this.bus.execute(message);
    const { state, revision } = executed;
    return revised(executed, {
      mediationId,
      caseId: state.proposal?.caseId ?? '',
      stage: state.stage,
      mediator: state.mediator ?? null,
      revision,
    });
  }
}
