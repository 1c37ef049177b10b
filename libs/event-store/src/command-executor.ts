import {
  type Actor,
  type AnyCommand,
  type AnyEvent,
  CommandRejected,
  type Context,
  type Decider,
  fold,
  type Instant,
} from '#kernel';
import { type Aggregate, asFounded, extended } from './aggregate.js';
import { NotCanonical } from './canonical-json.js';
import {
  DuplicateEvent,
  type EventStore,
  type GlobalPosition,
  type NewEvent,
  type StoredEvent,
  WrongExpectedRevision,
} from './event-store.js';
import { eventIdOf } from './ids.js';
import { Lru } from './lru.js';
import { noUpcasters, type Upcasters } from './upcasting.js';

/** What comes with a command from outside. */
export interface CommandEnvelope {
  /** Scope: actor and idempotency key. */
  readonly commandId: string;
  /** Of the command's body: the same id with another body is refused. */
  readonly requestHash: string;
  readonly actor: Actor;
  /** Without it, the command's own id. */
  readonly correlationId?: string;
  /** Without it, the command's own id. */
  readonly causationId?: string;
  readonly traceparent?: string;
  /** Revision the actor has seen; anything else is refused with `REVISION_CHANGED`. -1: there is nothing yet. */
  readonly ifMatch?: number;
}

export interface Execution<S, C extends AnyCommand, E extends AnyEvent, Ctx extends Context> {
  readonly decider: Decider<S, C, E, Ctx>;
  readonly stream: string;
  readonly command: C;
  readonly envelope: CommandEnvelope;
  /** Adds to `now` and `actor` what the decision has to know. Must not execute another command on the same stream. */
  readonly context: (state: S, base: Context) => Ctx | Promise<Ctx>;
  readonly policyVersion: (state: S) => number;
  /** Encrypts free text: after the decision, before the append. */
  readonly seal?: (event: E, at: { readonly stream: string; readonly revision: number }) => E | Promise<E>;
}

export interface Executed<S, E extends AnyEvent> {
  /** After the command's events. */
  readonly state: S;
  /** Of the last event of the command, or of the stream where nothing changed; -1 where there is no stream. */
  readonly revision: number;
  readonly position: GlobalPosition;
  readonly events: readonly StoredEvent<E>[];
  /** The command had been carried out before; this is the answer it got then. */
  readonly repeated: boolean;
}

export interface CommandExecutorOptions {
  /** Hot aggregates kept in memory. */
  readonly hotAggregates?: number;
  /** Says which schema version new events have. */
  readonly upcasters?: Upcasters;
  /** Hears how long each command took that was carried out, ms. */
  readonly took?: (milliseconds: number) => void;
}

/** Each takes some twenty KiB: what is worked on now, not all that is open. */
const DEFAULT_HOT_AGGREGATES = 2_000;
const RETRIES = 3;

/**
 * The one way into an aggregate: read, recognise a retry, decide, seal, append with the expected revision. Knows
 * nothing of any particular store. Commands on one stream are taken one after the other within a process; between
 * processes the expected revision decides, and the loser decides again.
 */
export class CommandExecutor {
  private readonly hot: Lru<Aggregate<unknown>>;
  private readonly upcasters: Upcasters;
  private readonly took: (milliseconds: number) => void;
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly store: EventStore,
    private readonly clock: { now(): Instant },
    options: CommandExecutorOptions = {},
  ) {
    this.hot = new Lru(options.hotAggregates ?? DEFAULT_HOT_AGGREGATES);
    this.upcasters = options.upcasters ?? noUpcasters;
    this.took = options.took ?? (() => undefined);
  }

  /**
   * @throws CommandRejected from the decider, or `IDEMPOTENCY_KEY_REUSED`, `REVISION_CHANGED`, `TEXT_NOT_UNICODE`
   * @throws WrongExpectedRevision when other processes were faster four times in a row
   * @throws EventStoreUnavailable
   */
  async execute<S, C extends AnyCommand, E extends AnyEvent, Ctx extends Context>(
    execution: Execution<S, C, E, Ctx>,
  ): Promise<Executed<S, E>> {
    const begun = performance.now();
    const executed = await this.inTurn(execution.stream, () => this.carryOut(execution));
    this.took(performance.now() - begun);
    return executed;
  }

  /** The aggregate as it is now; revision -1 where there is no stream. */
  async load<S, C extends AnyCommand, E extends AnyEvent, Ctx extends Context>(
    decider: Decider<S, C, E, Ctx>,
    stream: string,
  ): Promise<{ readonly state: S; readonly revision: number }> {
    const { state, revision } = await this.current(decider, stream);
    return { state, revision };
  }

  private async inTurn<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const before = this.turns.get(stream);
    const mine = before === undefined ? work() : before.then(work, work);
    this.turns.set(stream, mine);
    try {
      return await mine;
    } finally {
      if (this.turns.get(stream) === mine) this.turns.delete(stream);
    }
  }

  private async carryOut<S, C extends AnyCommand, E extends AnyEvent, Ctx extends Context>(
    execution: Execution<S, C, E, Ctx>,
  ): Promise<Executed<S, E>> {
    const { decider, stream, envelope } = execution;
    const remembered = this.remembered<S>(decider, stream);
    let aggregate = remembered ?? (await this.current(decider, stream));
    let newest = remembered === undefined;
    for (let conflicts = 0; ;) {
      const known = aggregate.commands.get(envelope.commandId);
      if (known !== undefined) return this.answerAgain(execution, known);
      try {
        const events = await this.decide(execution, aggregate);
        if (events.length > 0) return await this.append(execution, aggregate, events);
        if (newest) return unchanged(aggregate);
      } catch (error) {
        if (error instanceof WrongExpectedRevision) {
          if (conflicts++ === RETRIES) throw error;
        } else if (error instanceof DuplicateEvent) {
          const { commands } = await this.current(decider, stream);
          if (!commands.has(envelope.commandId)) throw keyReused(envelope);
        } else if (newest) throw error;
      }
      // What memory refuses or leaves unchanged counts only if it is still the newest: other processes write too.
      aggregate = await this.current(decider, stream);
      newest = true;
    }
  }

  private async decide<S, C extends AnyCommand, E extends AnyEvent, Ctx extends Context>(
    { decider, command, envelope, context }: Execution<S, C, E, Ctx>,
    { state, revision }: Aggregate<S>,
  ): Promise<readonly E[]> {
    const { ifMatch, actor } = envelope;
    if (ifMatch !== undefined && ifMatch !== revision) {
      throw new CommandRejected('REVISION_CHANGED', { expected: ifMatch, revision });
    }
    return decider.decide(command, state, await context(state, { now: this.clock.now(), actor }));
  }

  private async append<S, C extends AnyCommand, E extends AnyEvent, Ctx extends Context>(
    execution: Execution<S, C, E, Ctx>,
    aggregate: Aggregate<S>,
    decided: readonly E[],
  ): Promise<Executed<S, E>> {
    const { decider, stream } = execution;
    const appended = await this.store
      .append({
        stream,
        expectedRevision: aggregate.revision < 0 ? 'no-stream' : aggregate.revision,
        previousHash: aggregate.hash,
        events: await this.newEvents(execution, aggregate, decided),
      })
      .catch((error: unknown) => {
        if (error instanceof NotCanonical && error.reason === 'TEXT') {
          throw new CommandRejected('TEXT_NOT_UNICODE', { field: error.path });
        }
        throw error;
      });
    const events = appended.events as readonly StoredEvent<E>[];
    const next = extended(decider, aggregate, events);
    this.hot.set(stream, next);
    return { state: next.state, revision: next.revision, position: next.position, events, repeated: false };
  }

  private async newEvents<S, C extends AnyCommand, E extends AnyEvent, Ctx extends Context>(
    { stream, envelope, policyVersion, seal }: Execution<S, C, E, Ctx>,
    { state, revision }: Aggregate<S>,
    decided: readonly E[],
  ): Promise<readonly NewEvent[]> {
    const { actor, commandId, requestHash, correlationId = commandId, causationId = commandId, traceparent } = envelope;
    const about = {
      requestHash,
      policyVersion: policyVersion(state),
      ...(traceparent === undefined ? {} : { traceparent }),
    };
    const events: NewEvent[] = [];
    for (const [ordinal, event] of decided.entries()) {
      events.push({
        event: seal === undefined ? event : await seal(event, { stream, revision: revision + 1 + ordinal }),
        metadata: {
          actor,
          causationId,
          commandId,
          correlationId,
          eventId: eventIdOf(commandId, ordinal),
          schemaVersion: this.upcasters.currentVersion(event.type),
          ...about,
        },
      });
    }
    return events;
  }

  /** The answer the command got the first time. */
  private async answerAgain<S, C extends AnyCommand, E extends AnyEvent, Ctx extends Context>(
    { decider, stream, envelope }: Execution<S, C, E, Ctx>,
    requestHash: string,
  ): Promise<Executed<S, E>> {
    if (requestHash !== envelope.requestHash) throw keyReused(envelope);
    const history = (await this.store.readStream(stream)) as readonly StoredEvent<E>[];
    const events = history.filter(({ metadata }) => metadata.commandId === envelope.commandId);
    const { revision = -1, position = '' } = events.at(-1) ?? {};
    const state = fold(
      decider,
      history.slice(0, revision + 1).map(({ event }) => event),
    );
    return { state, revision, position, events, repeated: true };
  }

  private remembered<S>(decider: unknown, stream: string): Aggregate<S> | undefined {
    const aggregate = this.hot.get(stream);
    return aggregate?.decider === decider ? (aggregate as Aggregate<S>) : undefined;
  }

  /** Reads what memory lacks, and the last event it has: if that one is another, the whole stream. */
  private async current<S, C extends AnyCommand, E extends AnyEvent, Ctx extends Context>(
    decider: Decider<S, C, E, Ctx>,
    stream: string,
  ): Promise<Aggregate<S>> {
    const remembered = this.remembered<S>(decider, stream);
    const from = Math.max(remembered?.revision ?? 0, 0);
    let events = (await this.store.readStream(stream, from)) as readonly StoredEvent<E>[];
    let base: Aggregate<S> = asFounded(decider);
    if (remembered !== undefined && events[0]?.hash === remembered.hash) {
      base = remembered;
      events = events.slice(1);
    } else if (from > 0) events = (await this.store.readStream(stream)) as readonly StoredEvent<E>[];
    const aggregate = extended(decider, base, events);
    if (aggregate.revision < 0) this.hot.delete(stream);
    else this.hot.set(stream, aggregate);
    return aggregate;
  }
}

const unchanged = <S, E extends AnyEvent>({ state, revision, position }: Aggregate<S>): Executed<S, E> => ({
  state,
  revision,
  position,
  events: [],
  repeated: false,
});

const keyReused = ({ commandId }: CommandEnvelope): CommandRejected =>
  new CommandRejected('IDEMPOTENCY_KEY_REUSED', { commandId });
