import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireMay } from '#access/domain';
import { POLICY_STREAM, type CountyPolicyState, type PolicyEvent, type PutPolicyInForce } from '#calendars/domain';
import { CommandExecutor, type CommandEnvelope, type Executed } from '#event-store';
import type { Context } from '#kernel';
import { COUNTY_POLICY, CountyPolicy } from './county-policy.service.js';

/** A command on its way to the county's policy. */
export class CommandForPolicy {
  constructor(
    readonly command: PutPolicyInForce,
    readonly envelope: CommandEnvelope,
  ) {}
}

export type PolicyExecuted = Executed<CountyPolicyState, PolicyEvent>;

@CommandHandler(CommandForPolicy)
export class PolicyHandler implements ICommandHandler<CommandForPolicy, PolicyExecuted> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly policy: CountyPolicy,
  ) {}

  async execute({ command, envelope }: CommandForPolicy): Promise<PolicyExecuted> {
    const executed = await this.executor.execute<CountyPolicyState, PutPolicyInForce, PolicyEvent, Context>({
      decider: COUNTY_POLICY,
      stream: POLICY_STREAM,
      command,
      envelope,
      policyVersion: ({ version }) => version,
      context: (_, base) => {
        requireMay('policy.change', envelope.actor, { path: '/county' }, 'org.read');
        return base;
      },
    });
    await this.policy.refresh();
    return executed;
  }
}
