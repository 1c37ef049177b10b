import { Body, Controller, Get, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import type { CommandEnvelope } from '#event-store';
import { CurrentActor, Envelope, type Caller } from '#http';
import { IdentityVault, type StoredPerson } from '#identity-vault';
import { reject } from '#kernel';
import { Outbox } from '#notifications';
import type { Preferences } from '#notifications/domain';
import { CommandForPreferences, PreferencesHandler, type PreferencesExecuted } from './preferences.handler.js';
import type { PreferencesAnswer } from './preferences.answers.js';
import { PreferencesBody } from './preferences.requests.js';

/** How the one who asks wants to be told what is not urgent. */
@ApiTags('inbox')
@Controller('api/inbox/preferences')
export class PreferencesController {
  constructor(
    private readonly bus: CommandBus,
    private readonly preferences: PreferencesHandler,
    private readonly outbox: Outbox,
    private readonly vault: IdentityVault,
  ) {}

  @Get()
  @Action('inbox.read')
  async read(@CurrentActor() { id }: Caller): Promise<PreferencesAnswer> {
    return this.answer(id, await this.preferences.chosen(id));
  }

  /** The mail address into the vault first: what no event names is purged from there. */
  @Put()
  @Action('inbox.choose')
  async choose(
    @Body() { language, channels, digest, quiet, email }: PreferencesBody,
    @Envelope('new') envelope: CommandEnvelope,
    @CurrentActor() { id }: Caller,
  ): Promise<PreferencesAnswer> {
    const mailStored = email !== undefined && (await this.storeMail(id, email, envelope.commandId));
    const executed: PreferencesExecuted = await this.bus.execute(
      new CommandForPreferences(
        {
          type: 'ChooseNoticePreferences',
          data: {
            ...{ cadreId: id, language, channels, digest, mailStored },
            ...(quiet && { quiet: { from: quiet.from, to: quiet.to } }),
          },
        },
        envelope,
      ),
    );
    return this.answer(id, executed.state);
  }

  private async storeMail(cadreId: string, email: string, commandId: string): Promise<true> {
    const { partyId, name, phone, address, idNumber } = this.person(cadreId) ?? reject('NOT_FOUND');
    const known = { phone, address, idNumber };
    const kept = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
    await this.vault.storePerson(commandId, { partyId, name, ...kept, email });
    return true;
  }

  private person(cadreId: string): StoredPerson | undefined {
    const reference = this.outbox.people.recordOf(cadreId)?.personRef;
    const person = reference === undefined ? undefined : this.vault.read([reference]).get(reference);
    return person && !person.erased ? person : undefined;
  }

  private answer(cadreId: string, { language, channels, digest, quiet }: Preferences): PreferencesAnswer {
    return {
      ...{ language, channels: [...channels], digest },
      quiet: quiet ? { from: quiet.from, to: quiet.to } : null,
      email: this.person(cadreId)?.email ?? null,
    };
  }
}
