import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandEnvelope, type Executed } from '#event-store';
import type { Context } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import {
  noticePreferences,
  preferencesStream,
  type ChooseNoticePreferences,
  type NoticePreferencesChosen,
  type Preferences,
} from '#notifications/domain';

/** How somebody wants to be told, on its way to his own stream. */
export class CommandForPreferences {
  constructor(
    readonly command: ChooseNoticePreferences,
    readonly envelope: CommandEnvelope,
  ) {}
}

export type PreferencesExecuted = Executed<Preferences, NoticePreferencesChosen>;

@CommandHandler(CommandForPreferences)
export class PreferencesHandler implements ICommandHandler<CommandForPreferences, PreferencesExecuted> {
  constructor(private readonly executor: CommandExecutor) {}

  execute({ command, envelope }: CommandForPreferences): Promise<PreferencesExecuted> {
    return this.executor.execute<Preferences, ChooseNoticePreferences, NoticePreferencesChosen, Context>({
      decider: noticePreferences,
      stream: preferencesStream(command.data.cadreId),
      command,
      envelope,
      policyVersion: () => CURRENT_POLICY.version,
      context: (_, base) => base,
    });
  }

  async chosen(cadreId: string): Promise<Preferences> {
    return (await this.executor.load(noticePreferences, preferencesStream(cadreId))).state;
  }
}
