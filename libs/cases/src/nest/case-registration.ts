import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { requireMay, type Subject } from '#access/domain';
import { idsWithin, streamIdFromCommand, type CommandEnvelope } from '#event-store';
import { IdentityVault } from '#identity-vault';
import { failpoint } from '#platform';
import type { CaseId, Party, RegisterCase } from '#cases/domain';
import { CommandForCase, type CaseExecuted } from './case.handler.js';
import { CaseIntake } from './case-intake.js';
import type { PartyBody, RegisterCaseBody } from './case-requests.js';

const idOfReference = idsWithin('0e0a54c1-6c4f-5d55-9a7b-1f5f7f5c2d11');

/** People into the vault first, then the case into the log: what never reaches the log is purged from the vault. */
@Injectable()
export class CaseRegistration {
  constructor(
    private readonly bus: CommandBus,
    private readonly vault: IdentityVault,
    private readonly intake: CaseIntake,
  ) {}

  async register(
    body: RegisterCaseBody,
    envelope: CommandEnvelope,
    subject: Subject,
  ): Promise<{ readonly caseId: CaseId; readonly executed: CaseExecuted }> {
    requireMay('case.register', subject, {});
    const caseId = this.caseIdOf(body, envelope);
    const [intake, parties] = await Promise.all([
      this.intake.gather(caseId, body, envelope.commandId),
      this.store(body.parties, envelope),
    ]);
    failpoint('after-vault-before-append');
    const command: RegisterCase = { type: 'RegisterCase', data: { ...matterOf(body), caseId, parties } };
    const executed: CaseExecuted = await this.bus.execute(
      new CommandForCase(caseId, command, envelope, subject, intake),
    );
    return { caseId, executed };
  }

  /** The same paper gives the same case, whoever brings it; a keyed hash, for references may be guessed. */
  private caseIdOf({ channel, externalRef }: RegisterCaseBody, { commandId }: CommandEnvelope): CaseId {
    if (externalRef === undefined) return streamIdFromCommand(commandId);
    return idOfReference(this.vault.requestHash(JSON.stringify(['case', channel, externalRef])));
  }

  private async store(parties: readonly PartyBody[], { commandId }: CommandEnvelope): Promise<readonly Party[]> {
    const ids = await this.vault.storePeople(
      parties.map(({ name, phone, address }, ordinal) => ({
        commandId,
        ordinal,
        person: { name, ...(phone !== undefined && { phone }), ...(address !== undefined && { address }) },
      })),
    );
    return parties.map(({ side, vulnerable, householdId }, index) => ({
      partyId: ids[index] as string,
      side,
      vulnerable,
      ...(householdId !== undefined && { householdId }),
    }));
  }
}

const matterOf = (body: RegisterCaseBody): Omit<RegisterCase['data'], 'caseId' | 'parties'> => {
  const {
    typeCode,
    channel,
    externalRef,
    villageIds,
    anonymous,
    summary,
    produce,
    amount,
    preferredCadreId,
    complaint,
  } = body;
  return {
    typeCode,
    channel,
    villageIds,
    anonymous,
    summary,
    ...(externalRef !== undefined && { externalRef }),
    ...(produce !== undefined && { produce }),
    ...(amount !== undefined && { amount }),
    ...(preferredCadreId !== undefined && { preferredCadreId }),
    ...(complaint !== undefined && { complaint: { targets: complaint.targets, centres: complaint.centres } }),
  };
};
