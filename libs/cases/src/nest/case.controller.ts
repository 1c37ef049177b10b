import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import type { CommandEnvelope } from '#event-store';
import { CurrentActor, Envelope, requestedInstant, type Caller, type Revised } from '#http';
import { CaseRegistration } from './case-registration.js';
import { answerOf, CaseCommands, type CaseAnswer } from './case-commands.js';
import {
  AssignCaseBody,
  CountyReviewBody,
  DeclineBody,
  EscalationActionBody,
  ExtendBody,
  FirstResponseBody,
  NoteBody,
  ReassignBody,
  RegisterCaseBody,
  RejectCaseBody,
  ResultBody,
  TransferBody,
  WithdrawBody,
} from './case-requests.js';
import { AcceptanceBody } from './petition-requests.js';

/** Commands on cases (`docs/domain.md §5.1`). Each needs an `Idempotency-Key`, and `If-Match` where the case exists. */
@ApiTags('cases')
@Controller('api/cases')
export class CaseController {
  constructor(
    private readonly cases: CaseCommands,
    private readonly registration: CaseRegistration,
  ) {}

  @Post()
  @Action('case.register')
  async register(
    @Body() body: RegisterCaseBody,
    @Envelope('new') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ): Promise<Revised<CaseAnswer>> {
    const { caseId, executed } = await this.registration.register(body, envelope, caller);
    return answerOf(caseId, executed);
  }

  @Post(':caseId/accept')
  @HttpCode(200)
  @Action('case.accept')
  accept(
    @Param('caseId') caseId: string,
    @Body() { newFacts, ...signs }: AcceptanceBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { signs, ...optional({ newFacts }) };
    return this.cases.carry(caseId, { type: 'AcceptCase', data }, envelope, caller);
  }

  @Post(':caseId/reject')
  @HttpCode(200)
  @Action('case.reject')
  reject(
    @Param('caseId') caseId: string,
    @Body() { reason, guidance }: RejectCaseBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'RejectCase', data: { reason, guidance } }, envelope, caller);
  }

  @Post(':caseId/assign')
  @HttpCode(200)
  @Action('case.assign')
  assign(
    @Param('caseId') caseId: string,
    @Body() { cadreId }: AssignCaseBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'AssignCase', data: optional({ cadreId }) }, envelope, caller);
  }

  @Post(':caseId/acknowledge')
  @HttpCode(200)
  @Action('case.acknowledge')
  acknowledge(
    @Param('caseId') caseId: string,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'Acknowledge', data: {} }, envelope, caller);
  }

  @Post(':caseId/decline')
  @HttpCode(200)
  @Action('case.decline')
  decline(
    @Param('caseId') caseId: string,
    @Body() { reason, note }: DeclineBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { reason, ...optional({ note }) };
    return this.cases.carry(caseId, { type: 'DeclineAssignment', data }, envelope, caller);
  }

  @Post(':caseId/first-response')
  @HttpCode(200)
  @Action('case.first-response')
  firstResponse(
    @Param('caseId') caseId: string,
    @Body() { contact, note, happenedAt }: FirstResponseBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = {
      contact,
      note,
      ...optional({ happenedAt: happenedAt === undefined ? undefined : requestedInstant('happenedAt', happenedAt) }),
    };
    return this.cases.carry(caseId, { type: 'RecordFirstResponse', data }, envelope, caller);
  }

  @Post(':caseId/progress')
  @HttpCode(200)
  @Action('case.progress')
  progress(
    @Param('caseId') caseId: string,
    @Body() { note }: NoteBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'AddProgress', data: { note } }, envelope, caller);
  }

  @Post(':caseId/resolve')
  @HttpCode(200)
  @Action('case.resolve')
  resolve(
    @Param('caseId') caseId: string,
    @Body() { outcome, result, skillsUsed }: ResultBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'ResolveCase', data: { outcome, result, skillsUsed } }, envelope, caller);
  }

  @Post(':caseId/handle-immediately')
  @HttpCode(200)
  @Action('case.handle-immediately')
  handleImmediately(
    @Param('caseId') caseId: string,
    @Body() { outcome, result, skillsUsed }: ResultBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(
      caseId,
      { type: 'HandleImmediately', data: { outcome, result, skillsUsed } },
      envelope,
      caller,
    );
  }

  @Post(':caseId/extend')
  @HttpCode(200)
  @Action('case.extend')
  extend(
    @Param('caseId') caseId: string,
    @Body() { unit, n, reason }: ExtendBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'ExtendLimit', data: { by: { unit, n }, reason } }, envelope, caller);
  }

  @Post(':caseId/reassign')
  @HttpCode(200)
  @Action('case.reassign')
  reassign(
    @Param('caseId') caseId: string,
    @Body() { reason, cadreId }: ReassignBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(
      caseId,
      { type: 'ReassignCase', data: { reason, ...optional({ cadreId }) } },
      envelope,
      caller,
    );
  }

  @Post(':caseId/transfer')
  @HttpCode(200)
  @Action('case.transfer')
  transfer(
    @Param('caseId') caseId: string,
    @Body() { body, note }: TransferBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'TransferOut', data: { body, note } }, envelope, caller);
  }

  @Post(':caseId/withdraw')
  @HttpCode(200)
  @Action('case.withdraw')
  withdraw(
    @Param('caseId') caseId: string,
    @Body() { reason }: WithdrawBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.cases.carry(caseId, { type: 'WithdrawCase', data: { reason } }, envelope, caller);
  }

  @Post(':caseId/county-review')
  @HttpCode(200)
  @Action('case.county-review')
  countyReview(
    @Param('caseId') caseId: string,
    @Body() { verdict, panel, reason, remediesTold }: CountyReviewBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { verdict, panel, reason, remediesTold };
    return this.cases.carry(caseId, { type: 'DecideCountyReview', data }, envelope, caller);
  }

  @Post(':caseId/escalation-action')
  @HttpCode(200)
  @Action('case.escalation-action')
  escalationAction(
    @Param('caseId') caseId: string,
    @Body() { step, action, reason, cadreId, holdUntil }: EscalationActionBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const held = holdUntil === undefined ? undefined : requestedInstant('holdUntil', holdUntil);
    const data = { step, action, reason, ...optional({ cadreId, holdUntil: held }) };
    return this.cases.carry(caseId, { type: 'TakeEscalationAction', data }, envelope, caller);
  }
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the fields that were not given. */
const optional = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
