import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import type { CommandEnvelope } from '#event-store';
import { CurrentActor, Envelope, type Caller } from '#http';
import { CaseCommands } from './case-commands.js';
import { BarMediationBody, PartyAnswerBody, PartyWordBody, RaiseTierBody } from './case-tier-requests.js';

/** A dispute goes to mediation, and from tier to tier (`docs/domain.md §5.2`). */
@ApiTags('cases')
@Controller('api/cases')
export class CaseTiersController {
  constructor(private readonly cases: CaseCommands) {}

  @Post(':caseId/mediation')
  @HttpCode(200)
  @Action('case.mediate')
  mediate(
    @Param('caseId') caseId: string,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'StartMediation', data: {} }, envelope, caller);
  }

  @Post(':caseId/mediation-bar')
  @HttpCode(200)
  @Action('case.mediate')
  bar(
    @Param('caseId') caseId: string,
    @Body() { bar, note }: BarMediationBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'BarMediation', data: { bar, note } }, envelope, caller);
  }

  @Post(':caseId/raise-tier')
  @HttpCode(200)
  @Action('case.raise-tier')
  raiseTier(
    @Param('caseId') caseId: string,
    @Body() { because, reason }: RaiseTierBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'RaiseTier', data: { because, reason } }, envelope, caller);
  }

  @Post(':caseId/objections')
  @HttpCode(200)
  @Action('case.party-word')
  object(
    @Param('caseId') caseId: string,
    @Body() { party }: PartyWordBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'ObjectToRaise', data: { party } }, envelope, caller);
  }

  @Post(':caseId/tier-offer-answers')
  @HttpCode(200)
  @Action('case.party-word')
  answerOffer(
    @Param('caseId') caseId: string,
    @Body() { party, accepts }: PartyAnswerBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'AnswerTierOffer', data: { party, accepts } }, envelope, caller);
  }
}
