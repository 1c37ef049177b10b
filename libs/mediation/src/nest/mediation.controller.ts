import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import type { CommandEnvelope } from '#event-store';
import { CurrentActor, Envelope, requestedInstant, type Caller } from '#http';
import type { Term } from '#mediation/domain';
import { MediationCommands } from './mediation-commands.js';
import {
  AgreementBody,
  ConsentBody,
  ExtensionBody,
  FailureBody,
  MediatorAnswerBody,
  MediatorBody,
  MinutesBody,
  SessionBody,
  SignatureBody,
  TerminationBody,
  ViolenceBody,
} from './mediation-requests.js';

/** Commands on mediations (`docs/domain.md §5.2`); the case opens one. Each needs an `Idempotency-Key` and `If-Match`. */
@ApiTags('mediations')
@Controller('api/mediations/:mediationId')
export class MediationController {
  constructor(private readonly mediations: MediationCommands) {}

  @Post('consents')
  @HttpCode(200)
  @Action('mediation.record')
  consent(
    @Param('mediationId') mediationId: string,
    @Body() { party, consents }: ConsentBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.mediations.carry(mediationId, { type: 'RecordConsent', data: { party, consents } }, envelope, caller);
  }

  @Post('mediators')
  @HttpCode(200)
  @Action('mediation.record')
  offer(
    @Param('mediationId') mediationId: string,
    @Body() { mediatorId }: MediatorBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.mediations.carry(mediationId, { type: 'ProposeMediator', data: { mediatorId } }, envelope, caller);
  }

  @Post('mediators/answers')
  @HttpCode(200)
  @Action('mediation.record')
  answer(
    @Param('mediationId') mediationId: string,
    @Body() { party, accepts }: MediatorAnswerBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.mediations.carry(mediationId, { type: 'AnswerMediator', data: { party, accepts } }, envelope, caller);
  }

  @Post('sessions')
  @HttpCode(200)
  @Action('mediation.record')
  schedule(
    @Param('mediationId') mediationId: string,
    @Body() { startsAt, endsAt, form, parties, open }: SessionBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = {
      startsAt: requestedInstant('startsAt', startsAt),
      ...(endsAt !== undefined && { endsAt: requestedInstant('endsAt', endsAt) }),
      form,
      ...(parties && { parties }),
      open,
    };
    return this.mediations.carry(mediationId, { type: 'ScheduleSession', data }, envelope, caller);
  }

  @Post('sessions/minutes')
  @HttpCode(200)
  @Action('mediation.record')
  minutes(
    @Param('mediationId') mediationId: string,
    @Body() { attended, minutes }: MinutesBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.mediations.carry(mediationId, { type: 'RecordSession', data: { attended, minutes } }, envelope, caller);
  }

  @Post('extend')
  @HttpCode(200)
  @Action('mediation.record')
  extend(
    @Param('mediationId') mediationId: string,
    @Body() { days, parties, reason }: ExtensionBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { days, parties, reason };
    return this.mediations.carry(mediationId, { type: 'ExtendMediation', data }, envelope, caller);
  }

  @Post('terminate')
  @HttpCode(200)
  @Action('mediation.record')
  terminate(
    @Param('mediationId') mediationId: string,
    @Body() { party, reason, routesTold }: TerminationBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { party, ...(reason !== undefined && { reason }), routesTold };
    return this.mediations.carry(mediationId, { type: 'TerminateByParty', data }, envelope, caller);
  }

  @Post('fail')
  @HttpCode(200)
  @Action('mediation.record')
  fail(
    @Param('mediationId') mediationId: string,
    @Body() { note, routesTold }: FailureBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    const data = { ...(note !== undefined && { note }), routesTold };
    return this.mediations.carry(mediationId, { type: 'RecordFailure', data }, envelope, caller);
  }

  @Post('violence')
  @HttpCode(200)
  @Action('mediation.record')
  violence(
    @Param('mediationId') mediationId: string,
    @Body() { note, routesTold }: ViolenceBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.mediations.carry(
      mediationId,
      { type: 'NoteViolenceSign', data: { note, routesTold } },
      envelope,
      caller,
    );
  }

  @Post('oral-agreement')
  @HttpCode(200)
  @Action('mediation.record')
  oralAgreement(
    @Param('mediationId') mediationId: string,
    @Body() agreement: AgreementBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.mediations.carry(
      mediationId,
      { type: 'RecordOralAgreement', data: agreementOf(agreement) },
      envelope,
      caller,
    );
  }

  @Post('draft')
  @HttpCode(200)
  @Action('mediation.record')
  draft(
    @Param('mediationId') mediationId: string,
    @Body() agreement: AgreementBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.mediations.carry(
      mediationId,
      { type: 'DraftAgreement', data: agreementOf(agreement) },
      envelope,
      caller,
    );
  }

  @Post('signatures')
  @HttpCode(200)
  @Action('mediation.record')
  sign(
    @Param('mediationId') mediationId: string,
    @Body() { signer, manner }: SignatureBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.mediations.carry(mediationId, { type: 'SignAgreement', data: { signer, manner } }, envelope, caller);
  }

  @Post('seal')
  @HttpCode(200)
  @Action('mediation.seal')
  seal(
    @Param('mediationId') mediationId: string,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.mediations.carry(mediationId, { type: 'SealAgreement', data: {} }, envelope, caller);
  }
}

const agreementOf = ({ terms, content }: AgreementBody) => ({
  terms: terms.map(({ obligor, amount, dueOn }, index): Term => ({
    term: index + 1,
    obligor,
    ...(amount !== undefined && { amount }),
    dueOn,
  })),
  content,
});
