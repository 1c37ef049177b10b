import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import type { CommandEnvelope } from '#event-store';
import { CurrentActor, Envelope, requestedInstant, type Caller } from '#http';
import { CaseCommands } from './case-commands.js';
import { MergeBody, SuspendBody, UnmergeBody } from './case-standing-requests.js';

/** A case stands still, goes on, or goes on as one with another (`docs/domain.md §5.1`). */
@ApiTags('cases')
@Controller('api/cases')
export class CaseStandingController {
  constructor(private readonly cases: CaseCommands) {}

  @Post(':caseId/suspend')
  @HttpCode(200)
  @Action('case.suspend')
  suspend(
    @Param('caseId') caseId: string,
    @Body() { reason, note, until }: SuspendBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { reason, note, until: requestedInstant('until', until) };
    return this.cases.carry(caseId, { type: 'SuspendCase', data }, envelope, caller);
  }

  @Post(':caseId/resume')
  @HttpCode(200)
  @Action('case.suspend')
  resume(
    @Param('caseId') caseId: string,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'ResumeCase', data: {} }, envelope, caller);
  }

  @Post(':caseId/merge')
  @HttpCode(200)
  @Action('case.merge')
  merge(
    @Param('caseId') caseId: string,
    @Body() { into }: MergeBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'MergeCase', data: { into } }, envelope, caller);
  }

  @Post(':caseId/unmerge')
  @HttpCode(200)
  @Action('case.merge')
  unmerge(
    @Param('caseId') caseId: string,
    @Body() { reason }: UnmergeBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'UnmergeCase', data: { reason } }, envelope, caller);
  }
}
