import { Body, Controller, Get, Param, ParseIntPipe, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { IsInt, Min } from 'class-validator';
import { Action } from '#access/nest';
import type { CountyPolicyState } from '#calendars/domain';
import type { CommandEnvelope } from '#event-store';
import { Envelope, revised, type Revised } from '#http';
import { POLICIES, policyDifferences, policyOf, type PolicyDifference } from '#policy';
import { toIso } from '#working-time';
import { CountyPolicy } from './county-policy.service.js';
import { CommandForPolicy, type PolicyExecuted } from './policy.handler.js';

export class PolicyInForceBody {
  /** One of the published versions. */
  @IsInt()
  @Min(1)
  version!: number;

  /** The version in force whose differences were looked at. */
  @IsInt()
  @Min(1)
  instead!: number;
}

export interface PolicyAnswer {
  /** Cases registered now are handled under it; each case keeps its own. */
  readonly inForce: number;
  readonly published: readonly number[];
  readonly changes: readonly { readonly version: number; readonly at: string; readonly by: string }[];
}

export interface PolicyDifferencesAnswer {
  readonly inForce: number;
  readonly version: number;
  readonly differences: readonly PolicyDifference[];
}

/** Which of the published policy sets counts for new cases (`docs/domain.md §6`). */
@ApiTags('policy')
@Controller('api/policy')
export class PolicyController {
  constructor(
    private readonly bus: CommandBus,
    private readonly policy: CountyPolicy,
  ) {}

  @Get()
  @Action('policy.read')
  async read(): Promise<PolicyAnswer> {
    await this.policy.refresh();
    return answer(this.policy.state);
  }

  /** What a version would change, value by value, before anybody puts it in force. */
  @Get('versions/:version/differences')
  @Action('policy.read')
  async differences(@Param('version', ParseIntPipe) version: number): Promise<PolicyDifferencesAnswer> {
    await this.policy.refresh();
    const { current } = this.policy;
    return { inForce: current.version, version, differences: policyDifferences(current, policyOf(version)) };
  }

  @Put('in-force')
  @Action('policy.change')
  async change(
    @Body() { version, instead }: PolicyInForceBody,
    @Envelope('new') envelope: CommandEnvelope,
  ): Promise<Revised<PolicyAnswer>> {
    const command = { type: 'PutPolicyInForce', data: { version, instead } } as const;
    const executed: PolicyExecuted = await this.bus.execute(new CommandForPolicy(command, envelope));
    return revised(executed, answer(executed.state));
  }
}

const answer = ({ version, changes }: CountyPolicyState): PolicyAnswer => ({
  inForce: version,
  published: POLICIES.map((one) => one.version),
  changes: changes.map(({ at, ...change }) => ({ ...change, at: toIso(at) })),
});
