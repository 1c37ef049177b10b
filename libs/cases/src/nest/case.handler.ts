import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { can, requireMay, type Subject } from '#access/domain';
import { CountyCalendar, CountyPolicy } from '#calendars/nest';
import { CommandExecutor, EventStore, type CommandEnvelope, type Executed } from '#event-store';
import { IdentityVault } from '#identity-vault';
import type { Context } from '#kernel';
import { policyOf } from '#policy';
import {
  caseDecider,
  mayAssign,
  SEALED_FIELDS,
  type Case,
  type CaseAssigned,
  type CaseReassigned,
  type CaseCommand,
  type CaseContext,
  type CaseEvent,
  type CaseId,
  type JudgeDuplicate,
  type LinkFinalPetition,
  type MergeCase,
} from '#cases/domain';
import { ACTION_OF, resourceOf } from './case-access.js';
import { CaseIntake } from './case-intake.js';
import { caseStream, caseSubject } from './case-streams.js';
import { mediationFacts } from '#cases/read';
import { AssignmentQueue, type Turn } from './assignment-queue.js';
import { CountyMemory } from './county-memory.js';

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

/** Waits that are over only if the mediation itself has not gone on meanwhile. */
const MEDIATION_KNOWS: readonly string[] = ['consent', 'tierBudget'];

interface Gathering {
  readonly intake: CaseContext['intake'];
  readonly turn: Turn | undefined;
  readonly envelope: CommandEnvelope;
  readonly subject: Subject;
}

/** Whoever had the case is told that it was given to somebody else; the decider refuses him with those words. */
const hadItBefore = ({ pastHandlers, handler }: Case, { id }: Subject): boolean =>
  handler !== id && pastHandlers.includes(id);

const otherOf = (command: MergeCase | JudgeDuplicate | LinkFinalPetition): CaseId => {
  switch (command.type) {
    case 'MergeCase':
      return command.data.into;
    case 'JudgeDuplicate':
      return command.data.other;
    case 'LinkFinalPetition':
      return command.data.petition;
  }
};

const isAssignment = (event: CaseEvent): event is CaseAssigned | CaseReassigned =>
  event.type === 'CaseAssigned' || event.type === 'CaseReassigned';

@CommandHandler(CommandForCase)
export class CaseHandler implements ICommandHandler<CommandForCase, Executed<Case, CaseEvent>> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly vault: IdentityVault,
    private readonly memory: CountyMemory,
    private readonly queue: AssignmentQueue,
    private readonly store: EventStore,
    private readonly intake: CaseIntake,
    private readonly calendar: CountyCalendar,
    private readonly policies: CountyPolicy,
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
        policyVersion: ({ file }) => file?.policyVersion ?? this.policies.current.version,
        context: (state, base) => {
          if (!hadItBefore(state, subject)) requireMay(ACTION_OF[command.type], subject, resourceOf(state));
          if (state.file) weight = policyOf(state.file.policyVersion).assignment.caseWeight[state.file.priority];
          return this.gather(command, state, base, { intake, turn, envelope, subject });
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
    command: CaseCommand,
    state: Case,
    base: Context,
    { intake, turn, envelope, subject }: Gathering,
  ): Promise<CaseContext> {
    const { file } = state;
    if (command.type === 'RecomputeDueTimes') await this.calendar.refresh();
    const policy = this.calendar.inForce(file ? policyOf(file.policyVersion) : this.policies.current);
    const context = { ...base, policy, ...(subject.unit !== undefined && { actorUnit: subject.unit }) };
    if (turn) return { ...context, pool: await turn.pool(), townshipOrder: this.memory.county.townshipOrder };
    switch (command.type) {
      case 'RegisterCase': {
        const { data } = command;
        return { ...context, intake: intake ?? (await this.intake.gather(data.caseId, data, envelope.commandId)) };
      }
      case 'MergeCase':
      case 'JudgeDuplicate':
      case 'LinkFinalPetition': {
        const { state: target } = await this.executor.load(caseDecider, caseStream(otherOf(command)));
        // what one may not see is not there
        return can('case.read', subject, resourceOf(target)) ? { ...context, target } : context;
      }
      case 'Escalate': {
        const asks = state.mediation && MEDIATION_KNOWS.includes(command.data.step);
        return asks ? { ...context, mediation: await this.mediationOf(state.mediation.mediationId) } : context;
      }
      default:
        return context;
    }
  }

  private async mediationOf(mediationId: string) {
    return mediationFacts((await this.store.readStream(`mediation-${mediationId}`)).map(({ event }) => event));
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
