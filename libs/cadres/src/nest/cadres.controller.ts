import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import type { CadreCommand, RenewalGround } from '#cadres/domain';
import { streamIdFromCommand, type CommandEnvelope } from '#event-store';
import { CurrentActor, Envelope, revised, type Caller, type Page, type Revised } from '#http';
import { reject, type Instant } from '#kernel';
import { fromIso } from '#working-time';
import { mayFor } from './cadre-access.js';
import {
  ApproveLeaveBody,
  CadresQuery,
  OnCallBody,
  RecogniseCertificateBody,
  RenewCertificateBody,
  RequestLeaveBody,
  RevokeCertificateBody,
} from './cadre-requests.js';
import { CadreHandler, CommandForCadre, type CadreExecuted } from './cadre.handler.js';
import { CadreViews, type CadreLine, type CadreView } from './cadre-views.js';

/** @throws CommandRejected `INSTANT_INVALID` naming the field */
const instant = (field: string, text: string): Instant => {
  try {
    return fromIso(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return reject('INSTANT_INVALID', { field, text });
  }
};

/** The people who serve: directory, record, leave, certificates, availability (`docs/domain.md §6` `Cadre`). */
@ApiTags('cadres')
@Controller('api/cadres')
export class CadresController {
  constructor(
    private readonly bus: CommandBus,
    private readonly handler: CadreHandler,
    private readonly views: CadreViews,
  ) {}

  @Get()
  @Action('cadre.read')
  list(@Query() query: CadresQuery, @CurrentActor() actor: Caller): Promise<Page<CadreLine>> {
    return this.views.list(query, actor);
  }

  @Get(':cadreId')
  @Action('cadre.read')
  async one(@Param('cadreId') cadreId: string, @CurrentActor() actor: Caller): Promise<Revised<CadreView>> {
    const found = await this.handler.record(cadreId);
    if (!found || !mayFor('cadre.read', actor, found.record)) return reject('NOT_FOUND');
    return revised(found, this.views.one(found));
  }

  @Post(':cadreId/leave')
  @Action('cadre.request-leave')
  async requestLeave(
    @Param('cadreId') cadreId: string,
    @Body() { from, to, substitute }: RequestLeaveBody,
    @Envelope('existing') envelope: CommandEnvelope,
  ): Promise<Revised<{ readonly leaveId: string }>> {
    const leaveId = streamIdFromCommand(envelope.commandId);
    const data = {
      leaveId,
      from: instant('from', from),
      to: instant('to', to),
      ...(substitute !== undefined && { substitute }),
    };
    return revised(await this.execute(cadreId, { type: 'RequestLeave', data }, envelope), { leaveId });
  }

  @Post(':cadreId/leave/:leaveId/approve')
  @HttpCode(200)
  @Action('cadre.approve-leave')
  approveLeave(
    @Param('cadreId') cadreId: string,
    @Param('leaveId') leaveId: string,
    @Body() { substitute }: ApproveLeaveBody,
    @Envelope('existing') envelope: CommandEnvelope,
  ): Promise<Revised<CadreView>> {
    const data = { leaveId, ...(substitute !== undefined && { substitute }) };
    return this.carry(cadreId, { type: 'ApproveLeave', data }, envelope);
  }

  @Post(':cadreId/leave/:leaveId/cancel')
  @HttpCode(200)
  @Action('cadre.request-leave')
  cancelLeave(
    @Param('cadreId') cadreId: string,
    @Param('leaveId') leaveId: string,
    @Envelope('existing') envelope: CommandEnvelope,
  ): Promise<Revised<CadreView>> {
    return this.carry(cadreId, { type: 'CancelLeave', data: { leaveId } }, envelope);
  }

  @Put(':cadreId/on-call')
  @Action('cadre.request-leave')
  changeOnCall(
    @Param('cadreId') cadreId: string,
    @Body() { onCall, reachable }: OnCallBody,
    @Envelope('existing') envelope: CommandEnvelope,
  ): Promise<Revised<CadreView>> {
    return this.carry(cadreId, { type: 'ChangeOnCall', data: { onCall, reachable } }, envelope);
  }

  @Post(':cadreId/certificates')
  @Action('cadre.manage')
  recognise(
    @Param('cadreId') cadreId: string,
    @Body() { skill, level, validFrom, reference, sha256 }: RecogniseCertificateBody,
    @Envelope('existing') envelope: CommandEnvelope,
  ): Promise<Revised<CadreView>> {
    const evidence = { kind: 'DOCUMENT', reference, sha256 } as const;
    const data = { skill, level, validFrom: instant('validFrom', validFrom), evidence };
    return this.carry(cadreId, { type: 'RecogniseCertificate', data }, envelope);
  }

  @Post(':cadreId/certificates/:skill/renew')
  @HttpCode(200)
  @Action('cadre.manage')
  renew(
    @Param('cadreId') cadreId: string,
    @Param('skill') skill: string,
    @Body() { sessionId, level }: RenewCertificateBody,
    @Envelope('existing') envelope: CommandEnvelope,
  ): Promise<Revised<CadreView>> {
    const by: RenewalGround = sessionId === undefined ? { kind: 'SERVICE_USES' } : { kind: 'EXAM', sessionId };
    const data = { skill, by, ...(level !== undefined && { level }) };
    return this.carry(cadreId, { type: 'RenewCertificate', data }, envelope);
  }

  @Post(':cadreId/certificates/:skill/revoke')
  @HttpCode(200)
  @Action('cadre.manage')
  revoke(
    @Param('cadreId') cadreId: string,
    @Param('skill') skill: string,
    @Body() { reason }: RevokeCertificateBody,
    @Envelope('existing') envelope: CommandEnvelope,
  ): Promise<Revised<CadreView>> {
    return this.carry(cadreId, { type: 'RevokeCertificate', data: { skill, reason } }, envelope);
  }

  private async carry(cadreId: string, command: CadreCommand, envelope: CommandEnvelope): Promise<Revised<CadreView>> {
    const executed = await this.execute(cadreId, command, envelope);
    const { record, requested, handovers } = executed.state;
    return record ? revised(executed, this.views.one({ record, requested, handovers })) : reject('NOT_FOUND');
  }

  private execute(cadreId: string, command: CadreCommand, envelope: CommandEnvelope): Promise<CadreExecuted> {
    return this.bus.execute<CommandForCadre, CadreExecuted>(new CommandForCadre(cadreId, command, envelope));
  }
}
