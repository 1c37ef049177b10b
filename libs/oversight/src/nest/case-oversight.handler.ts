import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireMay, type Subject } from '#access/domain';
import { CommandExecutor, EventStore, type CommandEnvelope, type Executed } from '#event-store';
import { IdentityVault } from '#identity-vault';
import { reject } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import {
  caseOversight,
  type CaseOversight,
  type CaseOversightCommand,
  type CaseOversightContext,
  type CaseOversightEvent,
} from '#oversight/domain';
import { overseenCase } from '#oversight/read';
import { SilentClosures } from './silent-closures.query.js';

/** A command of, or for, the county's supervisors about one case. */
export class CommandForOversight {
  constructor(
    readonly command: CaseOversightCommand,
    readonly envelope: CommandEnvelope,
    readonly subject: Subject,
  ) {}
}

export type OversightExecuted = Executed<CaseOversight, CaseOversightEvent>;

const ACTIONS = { RecordResidentsWord: 'oversight.record-word', JudgeClosure: 'oversight.judge' } as const;

@CommandHandler(CommandForOversight)
export class CaseOversightHandler implements ICommandHandler<CommandForOversight, OversightExecuted> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly store: EventStore,
    private readonly vault: IdentityVault,
    private readonly closures: SilentClosures,
  ) {}

  /** @throws CommandRejected `NOT_FOUND` for a case that is not there, or not this person's to speak of */
  execute({ command, envelope, subject }: CommandForOversight): Promise<OversightExecuted> {
    const { caseId } = command.data;
    return this.executor.execute<CaseOversight, CaseOversightCommand, CaseOversightEvent, CaseOversightContext>({
      decider: caseOversight,
      stream: `oversight-${caseId}`,
      command,
      envelope,
      policyVersion: () => CURRENT_POLICY.version,
      context: async (_, base) => {
        const history = await this.store.readStream(`case-${caseId}`);
        const overseen = overseenCase(history.map(({ event }) => event)) ?? reject('NOT_FOUND');
        requireMay(ACTIONS[command.type], subject, overseen, 'case.read');
        const finding = command.type === 'JudgeClosure' ? await this.closures.findingOf(caseId) : undefined;
        return { ...base, parties: overseen.parties, ...(finding && { finding }) };
      },
      seal: (event, place) => {
        const note = this.vault.seal(`case:${caseId}`, { ...place, field: 'note' }, event.data.note);
        return { ...event, data: { ...event.data, note } } as CaseOversightEvent;
      },
    });
  }
}
