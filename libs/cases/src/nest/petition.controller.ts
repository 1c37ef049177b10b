import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import type { CommandEnvelope } from '#event-store';
import { CurrentActor, Envelope, requestedInstant, type Caller } from '#http';
import { CaseCommands } from './case-commands.js';
import {
  DeliveryBody,
  ExaminationAnswerBody,
  ExaminationBody,
  FinalPetitionBody,
  NoticeBody,
  WithdrawalWordBody,
} from './petition-requests.js';

/** What the law gives a petitioner, and who asks whether he takes it back freely (`docs/domain.md §5.1, §6`). */
@ApiTags('cases')
@Controller('api/cases')
export class PetitionController {
  constructor(private readonly cases: CaseCommands) {}

  @Post(':caseId/notice')
  @HttpCode(200)
  @Action('petition.serve')
  noticeAcceptance(
    @Param('caseId') caseId: string,
    @Body() { reference }: NoticeBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { ...(reference !== undefined && { reference }) };
    return this.cases.carry(caseId, { type: 'NoticeAcceptance', data }, envelope, caller);
  }

  @Post(':caseId/delivery')
  @HttpCode(200)
  @Action('petition.serve')
  deliverAnswer(
    @Param('caseId') caseId: string,
    @Body() { deliveredAt, reference }: DeliveryBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = {
      ...(deliveredAt !== undefined && { deliveredAt: requestedInstant('deliveredAt', deliveredAt) }),
      ...(reference !== undefined && { reference }),
    };
    return this.cases.carry(caseId, { type: 'DeliverAnswer', data }, envelope, caller);
  }

  @Post(':caseId/examinations')
  @HttpCode(200)
  @Action('petition.serve')
  requestExamination(
    @Param('caseId') caseId: string,
    @Body() { grounds }: ExaminationBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'RequestExamination', data: { grounds } }, envelope, caller);
  }

  @Post(':caseId/examinations/answer')
  @HttpCode(200)
  @Action('petition.examine')
  answerExamination(
    @Param('caseId') caseId: string,
    @Body() { verdict, answer }: ExaminationAnswerBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'AnswerExamination', data: { verdict, answer } }, envelope, caller);
  }

  @Post(':caseId/final-petition')
  @HttpCode(200)
  @Action('case.accept')
  linkFinalPetition(
    @Param('caseId') caseId: string,
    @Body() { petition }: FinalPetitionBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'LinkFinalPetition', data: { petition } }, envelope, caller);
  }

  @Post(':caseId/withdrawal-word')
  @HttpCode(200)
  @Action('case.confirm-withdrawal')
  confirmWithdrawal(
    @Param('caseId') caseId: string,
    @Body() { free }: WithdrawalWordBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'ConfirmWithdrawal', data: { free } }, envelope, caller);
  }
}
