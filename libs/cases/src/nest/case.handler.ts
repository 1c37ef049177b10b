import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireMay, type Subject } from '#access/domain';
import { CommandExecutor, type CommandEnvelope, type Executed } from '#event-store';
import { IdentityVault } from '#identity-vault';
import type { Context } from '#kernel';
import { CURRENT_POLICY, policyOf } from '#policy';
import {
  caseDecider,
  SEALED_FIELDS,
  type Case,
  type CaseAssigned,
  type CaseReassigned,
  type CaseCommand,
  type CaseContext,
  type CaseEvent,
  type CaseId,
} from '#cases/domain';
import { ACTION_OF, resourceOf } from './case-access.js';
import { AssignmentQueue, type Turn } from './assignment-queue.js';
import { CountyMemory } from './county-memory.js';

export const caseStream = (caseId: CaseId): string => `case-${caseId}`;
/** Subject of the key under which all free text of a case is sealed. */
export const caseSubject = (caseId: CaseId): string => `case:${caseId}`;

/** A command on its way to one case. */
export class CommandForCase {
  constructor(
    readonly caseId: CaseId,
    readonly command: CaseCommand,
    readonly envelope: CommandEnvelope,
    /** Who acts, with the unit he belongs to. */
    readonly subject: Subject = envelope.actor,
    /** For `RegisterCase`: what was gathered while the people went into the vault. */
    readonly intake?: CaseContext['intake'],
  ) {}
}

export type CaseExecuted = Executed<Case, CaseEvent>;

/** Commands whose decision may name a handler: they take their turn in the county's queue. */
const ASSIGNING: readonly CaseCommand['type'][] = ['AssignCase', 'ReassignCase', 'Escalate', 'TakeEscalationAction'];

const mayAssign = (command: CaseCommand): boolean => {
  if (command.type === 'Escalate') return command.data.step === 'ack' && command.data.level === 'E1';
  if (command.type === 'TakeEscalationAction') return command.data.action === 'REASSIGN';
  return ASSIGNING.includes(command.type);
};

/** Whoever had the case is told that it was given to somebody else; the decider refuses him with those words. */
const hadItBefore = ({ pastHandlers, handler }: Case, { id }: Subject): boolean =>
  handler !== id && pastHandlers.includes(id);

const isAssignment = (event: CaseEvent): event is CaseAssigned | CaseReassigned =>
  event.type === 'CaseAssigned' || event.type === 'CaseReassigned';

@CommandHandler(CommandForCase)
export class CaseHandler implements ICommandHandler<CommandForCase, Executed<Case, CaseEvent>> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly vault: IdentityVault,
    private readonly memory: CountyMemory,
    private readonly queue: AssignmentQueue,
  ) {}

  async execute({ caseId, command, envelope, subject, intake }: CommandForCase): Promise<Executed<Case, CaseEvent>> {
    const turn = mayAssign(command) ? this.queue.enter() : undefined;
    let written = false;
    let weight = 0;
    try {
      const executed = await this.executor.execute<Case, CaseCommand, CaseEvent, CaseContext>({
        decider: caseDecider,
        stream: caseStream(caseId),
        command,
        envelope,
        policyVersion: ({ file }) => file?.policyVersion ?? CURRENT_POLICY.version,
        context: (state, base) => {
          if (!hadItBefore(state, subject)) requireMay(ACTION_OF[command.type], subject, resourceOf(state));
          if (state.file) weight = policyOf(state.file.policyVersion).assignment.caseWeight[state.file.priority];
          return this.gather(state, base, intake, turn);
        },
        seal: (event, place) => {
          if (turn && isAssignment(event)) turn.decided(caseId, event.data.handler, weight);
          return this.sealed(caseId, event, place);
        },
      });
      written = executed.events.length > 0;
      return executed;
    } finally {
      turn?.done(caseId, written);
    }
  }

  private async gather(
    { file }: Case,
    base: Context,
    intake: CaseContext['intake'],
    turn: Turn | undefined,
  ): Promise<CaseContext> {
    if (intake) return { ...base, policy: CURRENT_POLICY, intake };
    const policy = file ? policyOf(file.policyVersion) : CURRENT_POLICY;
    if (!turn) return { ...base, policy };
    const pool = await turn.pool();
    return { ...base, policy, pool, townshipOrder: this.memory.county.townshipOrder };
  }

  private sealed(caseId: CaseId, event: CaseEvent, place: { stream: string; revision: number }): CaseEvent {
    const fields = SEALED_FIELDS[event.type];
    if (!fields) return event;
    const data: Record<string, unknown> = { ...event.data };
    for (const field of fields) {
      const text = data[field];
      if (typeof text === 'string') data[field] = this.vault.seal(caseSubject(caseId), { ...place, field }, text);
    }
    return { ...event, data } as unknown as CaseEvent;
  }
}
