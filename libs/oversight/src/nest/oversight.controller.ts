import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import type { CommandEnvelope } from '#event-store';
import { CurrentActor, Envelope, PageQuery, revised, type Caller, type Revised } from '#http';
import type { CaseOversightCommand } from '#oversight/domain';
import { CommandForOversight, type OversightExecuted } from './case-oversight.handler.js';
import type { OversightAnswer, ResidentsWordsAnswer, SilentClosuresAnswer } from './oversight.answers.js';
import { JudgementBody, ResidentsWordBody, SilentClosuresQuery } from './oversight.requests.js';
import { SilentClosures } from './silent-closures.query.js';

/** What the county's supervisors look at, and what they make of it (`docs/domain.md §5.3`). */
@ApiTags('oversight')
@Controller('api/oversight')
export class OversightController {
  constructor(
    private readonly bus: CommandBus,
    private readonly closures: SilentClosures,
  ) {}

  /** Closes that look as if nobody had spoken to the resident, with the reasons. */
  @Get('silent-closures')
  @Action('oversight.read')
  silentClosures(@Query() wanted: SilentClosuresQuery, @CurrentActor() caller: Caller): Promise<SilentClosuresAnswer> {
    return this.closures.list(wanted, caller);
  }

  /** Residents who said that their handler asked them for a rating or a withdrawal. */
  @Get('residents-words')
  @Action('oversight.read')
  words(@Query() { limit, cursor }: PageQuery, @CurrentActor() caller: Caller): Promise<ResidentsWordsAnswer> {
    return this.closures.words(caller, limit, cursor);
  }

  @Post('cases/:caseId/judgements')
  @HttpCode(200)
  @Action('oversight.judge')
  judge(
    @Param('caseId') caseId: string,
    @Body() { round, judgement, note }: JudgementBody,
    @Envelope('new') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.carry({ type: 'JudgeClosure', data: { caseId, round, judgement, note } }, envelope, caller);
  }

  /** Put down by whoever hears it; the handler does not learn of it. */
  @Post('cases/:caseId/residents-words')
  @HttpCode(200)
  @Action('oversight.record-word')
  recordWord(
    @Param('caseId') caseId: string,
    @Body() { party, askedFor, note }: ResidentsWordBody,
    @Envelope('new') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ) {
    return this.carry({ type: 'RecordResidentsWord', data: { caseId, party, askedFor, note } }, envelope, caller);
  }

  private async carry(
    command: CaseOversightCommand,
    envelope: CommandEnvelope,
    caller: Caller,
  ): Promise<Revised<OversightAnswer>> {
    const executed: OversightExecuted = await this.bus.execute(new CommandForOversight(command, envelope, caller));
    return revised(executed, { caseId: command.data.caseId, revision: executed.revision });
  }
}
