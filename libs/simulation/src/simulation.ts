import {
  CommandRejected,
  orderId,
  SYSTEM,
  type Actor,
  type AnyCommand,
  type AnyEvent,
  type Instant,
  type Rung,
} from '#kernel';
import type { HostedAggregate } from './aggregate.js';
import { EarliestFirst } from './earliest-first.js';

/** An event of the simulated log. */
export interface Recorded {
  /** Compares as a string, in log order. */
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly event: AnyEvent;
}

/** A command on its way to one stream. */
export interface Addressed {
  readonly stream: string;
  readonly command: AnyCommand;
}

export interface Issued extends Addressed {
  readonly actor: Actor;
}

export type Outcome =
  { readonly events: readonly Recorded[]; readonly refused?: never } | { readonly refused: CommandRejected };

/** What follows at once in another stream: the sentences that the bridge obeys, by type of event. */
export interface SimulatedReaction {
  readonly name: string;
  readonly on: Readonly<Record<string, (event: AnyEvent, recorded: Recorded) => Addressed | undefined>>;
}

/** A reaction or an order of a process that its aggregate would not take. */
export interface Refusal extends Addressed {
  readonly at: Instant;
  readonly refused: CommandRejected;
}

export interface SimulationOptions {
  /** Where the clock starts. */
  readonly at: Instant;
  readonly aggregates: readonly HostedAggregate[];
  readonly reactions?: readonly SimulatedReaction[];
  /** Told of each event as it is written: folds of the host (candidate pool, county, figures), people who act on it. */
  readonly onRecorded?: (recorded: Recorded) => void;
  /** Without it the log is not kept: a county's year is more than one wants to hold. Default true. */
  readonly keepsLog?: boolean;
}

/** The future of one process: which rung it waits for. */
export interface PlannedRung {
  readonly stream: string;
  readonly rung: Rung;
}

interface Stream {
  readonly name: string;
  readonly processId: string;
  readonly aggregate: HostedAggregate;
  state: unknown;
  process: unknown;
  revision: number;
  rungs: readonly Rung[];
  /** Orders that changed nothing while their rung stands: not issued again. */
  done: readonly string[];
  /** Earliest instant for which an alarm is set. */
  alarm: Instant;
}

/**
 * The deciders, process managers and reactions of the real system on a virtual clock (`docs/domain.md §2.6`): what a
 * person does at an instant comes before a rung of the same instant, for a rung fires only if nothing is done at or
 * before it. Everything happens in one order, so the same commands always give the same log.
 */
export class Simulation {
  readonly log: Recorded[] = [];
  readonly refusals: Refusal[] = [];
  private clock: Instant;
  private written = 0;
  private readonly streams = new Map<string, Stream>();
  private readonly aggregates: readonly HostedAggregate[];
  private readonly commands = new EarliestFirst<{ issued: Issued; then?: (outcome: Outcome) => void }>();
  private readonly alarms = new EarliestFirst<{ stream: Stream; at: Instant }>();
  private readonly reactions = new Map<string, SimulatedReaction['on'][string][]>();
  private following: Addressed[] = [];
  private latest: Stream | undefined;

  constructor(private readonly options: SimulationOptions) {
    this.clock = options.at;
    // the longest category first: `case-numbers-…` is no case
    this.aggregates = options.aggregates.toSorted((one, other) => other.category.length - one.category.length);
    for (const { on } of options.reactions ?? [])
      for (const [type, react] of Object.entries(on))
        this.reactions.set(type, [...(this.reactions.get(type) ?? []), react]);
  }

  get now(): Instant {
    return this.clock;
  }

  /** State of one aggregate, its initial one where nothing was written. */
  stateOf<State>(stream: string): State {
    return this.streamOf(stream).state as State;
  }

  /** Every rung ahead, in the order in which they would come. */
  planned(): readonly PlannedRung[] {
    return [...this.streams.values()]
      .flatMap((stream) => this.openRungs(stream).map((rung) => ({ stream: stream.name, rung })))
      .toSorted((one, other) => one.rung.at - other.rung.at);
  }

  /** A command to be issued at an instant that is not past. */
  schedule(at: Instant, issued: Issued, then?: (outcome: Outcome) => void): void {
    if (at < this.clock) throw new RangeError('the instant is past');
    this.commands.add(at, then ? { issued, then } : { issued });
  }

  /** A command now, with all that follows from it at once. */
  issue(issued: Issued): Outcome {
    const outcome = this.decide(issued);
    this.follow();
    return outcome;
  }

  /** Everything before `instant` happens; the clock then stands at it, and nothing of that instant has happened yet. */
  advanceTo(instant: Instant): void {
    if (instant < this.clock) throw new RangeError('time does not go back');
    this.run((at) => at < instant);
    this.clock = instant;
  }

  /** Everything up to this instant happens, it included: first what people do, then the rungs. */
  settle(): void {
    const until = this.clock;
    this.run((at) => at <= until);
  }

  private run(isDue: (at: Instant) => boolean): void {
    for (;;) {
      const command = this.commands.nextAt ?? Infinity;
      const alarm = this.alarms.nextAt ?? Infinity;
      const next = Math.min(command, alarm);
      if (next === Infinity || !isDue(next)) return;
      this.clock = Math.max(this.clock, next);
      if (command <= alarm) {
        const { issued, then } = this.commands.take()!;
        const outcome = this.issue(issued);
        then?.(outcome);
      } else this.ring(this.alarms.take()!);
    }
  }

  private ring({ stream, at }: { stream: Stream; at: Instant }): void {
    if (stream.alarm !== at) return; // an earlier one was set meanwhile and has rung
    stream.alarm = Infinity;
    const rung = earliest(this.openRungs(stream));
    if (rung && rung.at <= this.clock) {
      const command = stream.aggregate.process!.order(rung);
      const outcome = this.decide({ stream: stream.name, command, actor: SYSTEM });
      if (outcome.refused) this.refused({ stream: stream.name, command }, outcome.refused);
      if (stream.rungs.includes(rung)) stream.done = [...stream.done, orderId(stream.processId, rung)];
      this.follow();
    }
    this.arm(stream);
  }

  private decide({ stream: name, command, actor }: Issued): Outcome {
    const stream = this.streamOf(name);
    let events: readonly AnyEvent[];
    try {
      events = stream.aggregate.decide(name, command, stream.state, { now: this.clock, actor });
    } catch (thrown) {
      if (!(thrown instanceof CommandRejected)) throw thrown;
      return { refused: thrown };
    }
    const recorded = events.map((event) => this.write(stream, event, actor));
    if (recorded.length > 0) this.moved(stream);
    return { events: recorded };
  }

  private write(stream: Stream, event: AnyEvent, actor: Actor): Recorded {
    const { aggregate } = stream;
    stream.revision += 1;
    stream.state = aggregate.evolve(stream.state, event);
    const { process } = aggregate;
    if (process) stream.process = process.sharesState ? stream.state : process.evolve(stream.process, event);
    const recorded: Recorded = {
      position: String(++this.written).padStart(16, '0'),
      stream: stream.name,
      revision: stream.revision,
      recordedAt: this.clock,
      actor,
      event,
    };
    if (this.options.keepsLog !== false) this.log.push(recorded);
    this.options.onRecorded?.(recorded);
    for (const react of this.reactions.get(event.type) ?? []) {
      const derived = react(event, recorded);
      if (derived) this.following.push(derived);
    }
    return recorded;
  }

  /** Reactions are issued as soon as the append they follow from is through, in the order of its events. */
  private follow(): void {
    while (this.following.length > 0) {
      const batch = this.following;
      this.following = [];
      for (const derived of batch) {
        const { stream, command } = derived;
        const outcome = this.decide({ stream, command, actor: SYSTEM });
        if (outcome.refused) this.refused(derived, outcome.refused);
      }
    }
  }

  private refused({ stream, command }: Addressed, refused: CommandRejected): void {
    this.refusals.push({ at: this.clock, stream, command, refused });
  }

  private moved(stream: Stream): void {
    const { process } = stream.aggregate;
    if (!process) return;
    const { rungs, closed } = process.timetable(stream.process);
    stream.rungs = closed ? NONE : rungs;
    if (stream.done.length > 0) {
      const held = new Set(stream.rungs.map((rung) => orderId(stream.processId, rung)));
      stream.done = stream.done.filter((id) => held.has(id));
    }
    this.arm(stream);
  }

  /** One alarm a process: an earlier rung sets another, a later one lets it ring and looks again. */
  private arm(stream: Stream): void {
    const rung = earliest(this.openRungs(stream));
    if (!rung || rung.at >= stream.alarm) return;
    stream.alarm = rung.at;
    this.alarms.add(rung.at, { stream, at: rung.at });
  }

  private openRungs({ rungs, done, processId }: Stream): readonly Rung[] {
    return done.length === 0 ? rungs : rungs.filter((rung) => !done.includes(orderId(processId, rung)));
  }

  private streamOf(name: string): Stream {
    // whoever is told of an event asks for the state of its stream
    if (this.latest?.name === name) return this.latest;
    const known = this.streams.get(name);
    if (known) return (this.latest = known);
    const aggregate = this.aggregates.find(({ category }) => name.startsWith(`${category}-`));
    if (!aggregate) throw new Error(`no aggregate lives in stream ${name}`);
    const stream: Stream = {
      name,
      processId: `${aggregate.category}:${name.slice(aggregate.category.length + 1)}`,
      aggregate,
      state: aggregate.initialState,
      process: aggregate.process?.initialState,
      revision: -1,
      rungs: NONE,
      done: [],
      alarm: Infinity,
    };
    this.streams.set(name, stream);
    return stream;
  }
}

const NONE: readonly Rung[] = [];

const earliest = (rungs: readonly Rung[]): Rung | undefined =>
  rungs.reduce<Rung | undefined>((least, rung) => (least && least.at <= rung.at ? least : rung), undefined);
