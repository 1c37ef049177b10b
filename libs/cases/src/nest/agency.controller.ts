import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import type { CommandEnvelope } from '#event-store';
import { CurrentActor, Envelope, type Caller } from '#http';
import {
  AgencyDeliveryBody,
  AgencyResultBody,
  EntrustBody,
  MaterialsBody,
  OriginalBody,
  SavingBody,
  SubmissionBody,
} from './agency-requests.js';
import { CaseCommands } from './case-commands.js';

/** Paperwork done for a resident (`docs/domain.md §5.4`). */
@ApiTags('cases')
@Controller('api/cases/:caseId/agency')
export class AgencyController {
  constructor(private readonly cases: CaseCommands) {}

  @Post()
  @HttpCode(200)
  @Action('agency.record')
  entrust(
    @Param('caseId') caseId: string,
    @Body() { item, consent }: EntrustBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { item, consent };
    return this.cases.carry(caseId, { type: 'EntrustAgency', data }, envelope, caller);
  }

  @Post('materials')
  @HttpCode(200)
  @Action('agency.record')
  checkMaterials(
    @Param('caseId') caseId: string,
    @Body() { missing, note }: MaterialsBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { missing, note };
    return this.cases.carry(caseId, { type: 'CheckMaterials', data }, envelope, caller);
  }

  @Post('materials/supplied')
  @HttpCode(200)
  @Action('agency.record')
  supplyMaterials(
    @Param('caseId') caseId: string,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = {};
    return this.cases.carry(caseId, { type: 'SupplyMaterials', data }, envelope, caller);
  }

  @Post('submission')
  @HttpCode(200)
  @Action('agency.record')
  submit(
    @Param('caseId') caseId: string,
    @Body() { body, reference }: SubmissionBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { body, ...(reference !== undefined && { reference }) };
    return this.cases.carry(caseId, { type: 'SubmitAgency', data }, envelope, caller);
  }

  @Post('result')
  @HttpCode(200)
  @Action('agency.record')
  recordResult(
    @Param('caseId') caseId: string,
    @Body() { granted, reference }: AgencyResultBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { granted, ...(reference !== undefined && { reference }) };
    return this.cases.carry(caseId, { type: 'RecordAgencyResult', data }, envelope, caller);
  }

  @Post('delivery')
  @HttpCode(200)
  @Action('agency.record')
  deliver(
    @Param('caseId') caseId: string,
    @Body() { signedBy, result, skillsUsed }: AgencyDeliveryBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { signedBy, result, skillsUsed };
    return this.cases.carry(caseId, { type: 'DeliverAgency', data }, envelope, caller);
  }

  @Post('archive')
  @HttpCode(200)
  @Action('agency.record')
  archive(
    @Param('caseId') caseId: string,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = {};
    return this.cases.carry(caseId, { type: 'ArchiveAgency', data }, envelope, caller);
  }

  @Post('saving')
  @HttpCode(200)
  @Action('agency.record')
  recordSaving(
    @Param('caseId') caseId: string,
    @Body() { trips, days }: SavingBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { trips, days };
    return this.cases.carry(caseId, { type: 'RecordSaving', data }, envelope, caller);
  }

  @Post('originals')
  @HttpCode(200)
  @Action('agency.record')
  moveOriginal(
    @Param('caseId') caseId: string,
    @Body() { paper, to }: OriginalBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { paper, to };
    return this.cases.carry(caseId, { type: 'MoveOriginal', data }, envelope, caller);
  }
}
