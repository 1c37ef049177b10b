import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Action, Public } from '#access/nest';
import { CommandExecutor, type CommandEnvelope } from '#event-store';
import { Envelope, revised, type Revised } from '#http';
import type { StepName } from '#policy';
import {
  commitmentStream,
  serviceCommitments,
  type ServiceCommitmentCommand,
  type ServiceCommitments,
} from '#township/domain';
import { toIso, type Limit } from '#working-time';
import { CommandForCommitments, type CommitmentsExecuted } from './commitment.handler.js';
import { CommitmentBody, WithdrawalBody } from './commitment-requests.js';

export interface CommitmentView {
  readonly typeCode: string;
  readonly step: StepName;
  readonly limit: Limit;
  readonly contact: string;
  readonly version: number;
  /** Cases registered from then on are handled by it. */
  readonly since: string;
}

export interface CommitmentsAnswer {
  readonly unitId: string;
  readonly version: number;
  readonly commitments: readonly CommitmentView[];
}

/** What a township, or `county`, promises its residents (公开服务承诺, `docs/domain.md §1.2`). */
@ApiTags('organisation')
@Controller('api/service-commitments/:unitId')
export class CommitmentsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly executor: CommandExecutor,
  ) {}

  @Get()
  @Public()
  async read(@Param('unitId') unitId: string): Promise<CommitmentsAnswer> {
    const { state } = await this.executor.load(serviceCommitments, commitmentStream(unitId));
    return answer(unitId, state);
  }

  /** Publishes one, or puts it in the place of the one before. Never longer than the limit of the type's profile. */
  @Post()
  @HttpCode(200)
  @Action('commitment.publish')
  publish(
    @Param('unitId') unitId: string,
    @Body() { typeCode, step, limit, contact }: CommitmentBody,
    @Envelope('new') envelope: CommandEnvelope,
  ): Promise<Revised<CommitmentsAnswer>> {
    return this.run(unitId, { type: 'PublishCommitment', data: { typeCode, step, limit, contact } }, envelope);
  }

  /** Ends one for the cases registered from now on. */
  @Post('withdraw')
  @HttpCode(200)
  @Action('commitment.publish')
  withdraw(
    @Param('unitId') unitId: string,
    @Body() { typeCode, step, reason }: WithdrawalBody,
    @Envelope('new') envelope: CommandEnvelope,
  ): Promise<Revised<CommitmentsAnswer>> {
    return this.run(unitId, { type: 'WithdrawCommitment', data: { typeCode, step, reason } }, envelope);
  }

  private async run(
    unitId: string,
    command: ServiceCommitmentCommand,
    envelope: CommandEnvelope,
  ): Promise<Revised<CommitmentsAnswer>> {
    const executed: CommitmentsExecuted = await this.bus.execute(new CommandForCommitments(unitId, command, envelope));
    return revised(executed, answer(unitId, executed.state));
  }
}

const answer = (unitId: string, { version, inForce }: ServiceCommitments): CommitmentsAnswer => ({
  unitId,
  version,
  commitments: inForce.map((one) => ({
    typeCode: one.typeCode,
    step: one.step,
    limit: one.limit,
    contact: one.contact,
    version: one.version,
    since: toIso(one.since),
  })),
});
