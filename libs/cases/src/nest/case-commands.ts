import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandEnvelope } from '#event-store';
import { revised, type Caller, type Revised } from '#http';
import type { CaseCommand } from '#cases/domain';
import { CommandForCase, type CaseExecuted } from './case.handler.js';

/** What a command on a case answers with; its ETag is the revision. */
export interface CaseAnswer {
  readonly caseId: string;
  readonly caseNo: string;
  readonly stage: string;
  readonly handler: string | null;
  readonly revision: number;
}

export const answerOf = (caseId: string, executed: CaseExecuted): Revised<CaseAnswer> => {
  const { state, revision } = executed;
  return revised(executed, {
    caseId,
    caseNo: state.file?.caseNo ?? '',
    stage: state.stage,
    handler: state.handler ?? null,
    revision,
  });
};

/** What every route of a case does: give its command to the case and answer with how it stands then. */
@Injectable()
export class CaseCommands {
  constructor(private readonly bus: CommandBus) {}

  async carry(
    caseId: string,
    command: CaseCommand,
    envelope: CommandEnvelope,
    caller: Caller,
  ): Promise<Revised<CaseAnswer>> {
    const executed: CaseExecuted = await this.bus.execute(new CommandForCase(caseId, command, envelope, caller));
    return answerOf(caseId, executed);
  }
}
