import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import type { CommandEnvelope } from '#event-store';
import { CurrentActor, Envelope, type Caller } from '#http';
import { CaseCommands } from './case-commands.js';
import { DuplicateVerdictBody } from './case-duplicate-requests.js';
import { CaseDuplicates } from './case-duplicates.query.js';

/** Which cases may tell the same, and what a person says to that (`docs/domain.md §5.1`). Nothing merges by itself. */
@ApiTags('cases')
@Controller('api/cases')
export class CaseDuplicatesController {
  constructor(
    private readonly cases: CaseCommands,
    private readonly duplicates: CaseDuplicates,
  ) {}

  @Get(':caseId/duplicates')
  @Action('case.read')
  suggest(@Param('caseId') caseId: string, @CurrentActor() caller: Caller) {
    return this.duplicates.of(caseId, caller);
  }

  @Post(':caseId/duplicates')
  @HttpCode(200)
  @Action('case.merge')
  judge(
    @Param('caseId') caseId: string,
    @Body() { other, verdict, reason }: DuplicateVerdictBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'JudgeDuplicate', data: { other, verdict, reason } }, envelope, caller);
  }
}
