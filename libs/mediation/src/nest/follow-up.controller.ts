import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import type { CommandEnvelope } from '#event-store';
import { CurrentActor, Envelope, type Caller } from '#http';
import { ConfirmationBody, CourtResultBody, PerformanceBody } from './follow-up-requests.js';
import { MediationCommands } from './mediation-commands.js';

/** What becomes of an agreement, whether its case is closed or not (`docs/domain.md §5.2`). */
@ApiTags('mediations')
@Controller('api/mediations/:mediationId')
export class FollowUpController {
  constructor(private readonly mediations: MediationCommands) {}

  @Post('performance')
  @HttpCode(200)
  @Action('mediation.follow-up')
  performance(
    @Param('mediationId') mediationId: string,
    @Body() { term, performedOn, saidBy, note }: PerformanceBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = {
      ...{ term, performedOn },
      ...(saidBy !== undefined && { saidBy }),
      ...(note !== undefined && { note }),
    };
    return this.mediations.carry(mediationId, { type: 'RecordPerformance', data }, envelope, caller);
  }

  @Post('confirmation')
  @HttpCode(200)
  @Action('mediation.follow-up')
  confirmation(
    @Param('mediationId') mediationId: string,
    @Body() { parties }: ConfirmationBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.mediations.carry(mediationId, { type: 'ApplyConfirmation', data: { parties } }, envelope, caller);
  }

  @Post('confirmation/result')
  @HttpCode(200)
  @Action('mediation.follow-up')
  courtResult(
    @Param('mediationId') mediationId: string,
    @Body() { granted, note }: CourtResultBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { granted, ...(note !== undefined && { note }) };
    return this.mediations.carry(mediationId, { type: 'RecordCourtResult', data }, envelope, caller);
  }
}
