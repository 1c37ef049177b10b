import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import type { CommandEnvelope } from '#event-store';
import { CurrentActor, Envelope, type Caller } from '#http';
import { CaseCommands } from './case-commands.js';
import { ConfidentialityBody, OutsideLawBody, ReaderBody, RecusalBody } from './case-protection-requests.js';
import { PartyWordBody } from './case-tier-requests.js';

/** Who may know of a case, who keeps out of it, and what its resident may still ask for (`docs/domain.md §4.5, §5.3`). */
@ApiTags('cases')
@Controller('api/cases')
export class CaseProtectionController {
  constructor(private readonly cases: CaseCommands) {}

  @Post(':caseId/confidentiality')
  @HttpCode(200)
  @Action('case.confidentiality')
  raise(
    @Param('caseId') caseId: string,
    @Body() { to, reason }: ConfidentialityBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'RaiseConfidentiality', data: { to, reason } }, envelope, caller);
  }

  @Post(':caseId/readers')
  @HttpCode(200)
  @Action('case.name-readers')
  addReader(
    @Param('caseId') caseId: string,
    @Body() { reader }: ReaderBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'AddNamedReader', data: { reader } }, envelope, caller);
  }

  @Post(':caseId/readers/remove')
  @HttpCode(200)
  @Action('case.name-readers')
  removeReader(
    @Param('caseId') caseId: string,
    @Body() { reader }: ReaderBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'RemoveNamedReader', data: { reader } }, envelope, caller);
  }

  @Post(':caseId/recusals')
  @HttpCode(200)
  @Action('case.recuse')
  recuse(
    @Param('caseId') caseId: string,
    @Body() { cadreId, declaredBy, party, reason }: RecusalBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { cadreId, declaredBy, ...(party !== undefined && { party }), reason };
    return this.cases.carry(caseId, { type: 'DeclareRecusal', data }, envelope, caller);
  }

  @Post(':caseId/outside-law')
  @HttpCode(200)
  @Action('case.outside-law')
  decideOutsideLaw(
    @Param('caseId') caseId: string,
    @Body() { approves, reason }: OutsideLawBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'DecideOutsideLaw', data: { approves, reason } }, envelope, caller);
  }

  @Post(':caseId/county-review/ask')
  @HttpCode(200)
  @Action('case.party-word')
  askCountyReview(
    @Param('caseId') caseId: string,
    @Body() { party }: PartyWordBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'AskCountyReview', data: { party } }, envelope, caller);
  }
}
