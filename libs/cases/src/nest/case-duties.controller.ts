import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import type { CommandEnvelope } from '#event-store';
import { CurrentActor, Envelope, type Caller } from '#http';
import { CaseCommands } from './case-commands.js';
import {
  FollowUpBody,
  PoliceReportBody,
  PoliceResultBody,
  RepresentativesBody,
  RiskCheckBody,
  RiskLevelBody,
  RiskToldBody,
  TransferReceiptBody,
} from './case-duty-requests.js';

/** What the law wants beside the handling: police, leaders, representatives, receipts, what follows (`docs/domain.md §4.3, §4.4`). */
@ApiTags('cases')
@Controller('api/cases')
export class CaseDutiesController {
  constructor(private readonly cases: CaseCommands) {}

  @Post(':caseId/police-report')
  @HttpCode(200)
  @Action('case.police')
  reportToPolice(
    @Param('caseId') caseId: string,
    @Body() { note }: PoliceReportBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'ReportToPolice', data: { note } }, envelope, caller);
  }

  @Post(':caseId/police-result')
  @HttpCode(200)
  @Action('case.police')
  recordPoliceResult(
    @Param('caseId') caseId: string,
    @Body() { gambling, seriousCrime, note }: PoliceResultBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(
      caseId,
      { type: 'RecordPoliceResult', data: { gambling, seriousCrime, ...(note !== undefined && { note }) } },
      envelope,
      caller,
    );
  }

  @Post(':caseId/transfer-receipt')
  @HttpCode(200)
  @Action('case.transfer-receipt')
  recordTransferReceipt(
    @Param('caseId') caseId: string,
    @Body() { reference }: TransferReceiptBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(
      caseId,
      { type: 'RecordTransferReceipt', data: { ...(reference !== undefined && { reference }) } },
      envelope,
      caller,
    );
  }

  @Post(':caseId/representatives')
  @HttpCode(200)
  @Action('case.representatives')
  nameRepresentatives(
    @Param('caseId') caseId: string,
    @Body() { representatives }: RepresentativesBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'NameRepresentatives', data: { representatives } }, envelope, caller);
  }

  @Post(':caseId/risk-told')
  @HttpCode(200)
  @Action('case.risk-told')
  recordRiskTold(
    @Param('caseId') caseId: string,
    @Body() { whom }: RiskToldBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'RecordRiskTold', data: { whom } }, envelope, caller);
  }

  @Post(':caseId/risk-check')
  @HttpCode(200)
  @Action('case.risk-check')
  checkRisk(
    @Param('caseId') caseId: string,
    @Body() { note, signs }: RiskCheckBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { note, ...(signs && { signs: { ...signs } }) };
    return this.cases.carry(caseId, { type: 'CheckRisk', data }, envelope, caller);
  }

  @Post(':caseId/risk-level')
  @HttpCode(200)
  @Action('case.risk-lower')
  lowerRisk(
    @Param('caseId') caseId: string,
    @Body() { level, reason }: RiskLevelBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'LowerRisk', data: { level, reason } }, envelope, caller);
  }

  @Post(':caseId/follow-up')
  @HttpCode(200)
  @Action('case.follow-up')
  openFollowUp(
    @Param('caseId') caseId: string,
    @Body() { typeCode, because }: FollowUpBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'OpenFollowUp', data: { typeCode, because } }, envelope, caller);
  }
}
