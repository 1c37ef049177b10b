import type { AnyCommand, AnyEvent, Context, Decider, ProcessManager, Rung, Timetable } from '#kernel';

/** What a decision is about: gathered for the context. */
export interface Decision<State, C extends AnyCommand> {
  readonly stream: string;
  readonly command: C;
  readonly state: State;
}

/** One kind of aggregate as the simulation hosts it. */
export interface SimulatedAggregate<
  State,
  C extends AnyCommand,
  E extends AnyEvent,
  Ctx extends Context,
  Process = never,
> {
  /** `case`: its streams are `case-{id}`, its processes `case:{id}`. */
  readonly category: string;
  readonly decider: Decider<State, C, E, Ctx>;
  readonly context: (base: Context, about: Decision<State, C>) => Ctx;
  /** What waits for it, if anything does. */
  readonly process?: ProcessManager<Process, E, C>;
}

/** An aggregate whose types are forgotten, so that one simulation hosts several kinds. */
export interface HostedAggregate {
  readonly category: string;
  readonly initialState: unknown;
  readonly decide: (stream: string, command: AnyCommand, state: unknown, base: Context) => readonly AnyEvent[];
  readonly evolve: (state: unknown, event: AnyEvent) => unknown;
  readonly process?: HostedProcess;
}

interface HostedProcess {
  readonly initialState: unknown;
  /** The process is the aggregate's own state: folding it once serves both. */
  readonly sharesState: boolean;
  readonly evolve: (process: unknown, event: AnyEvent) => unknown;
  readonly timetable: (process: unknown) => Pick<Timetable, 'rungs' | 'closed'>;
  readonly order: (rung: Rung) => AnyCommand;
}

export const hosted = <State, C extends AnyCommand, E extends AnyEvent, Ctx extends Context, Process = never>(
  aggregate: SimulatedAggregate<State, C, E, Ctx, Process>,
): HostedAggregate => {
  const { category, decider, context, process } = aggregate;
  const sharesState =
    (process?.evolve as unknown) === decider.evolve && (process?.initialState as unknown) === decider.initialState;
  return {
    category,
    initialState: decider.initialState,
    decide: (stream, given, known, base) => {
      const [command, state] = [given as C, known as State];
      return decider.decide(command, state, context(base, { stream, command, state }));
    },
    evolve: (state, event) => decider.evolve(state as State, event as E),
    ...(process && {
      process: {
        initialState: process.initialState,
        sharesState,
        evolve: (state, event) => process.evolve(state as Process, event as E),
        timetable: (state) => process.timetable(state as Process),
        order: process.order,
      },
    }),
  };
};
