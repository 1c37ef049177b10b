import type { AnyCommand, AnyEvent, ProcessManager, Rung, Timetable } from '#kernel';

/** How a kind of process hangs on the log and on Temporal. */
export interface ProcessDefinition<State, Fact extends AnyEvent, Order extends AnyCommand> {
  /** Prefix of the process ids: `case`. */
  readonly category: string;
  readonly manager: ProcessManager<State, Fact, Order>;
  readonly workflowType: string;
  readonly taskQueue: string;
  /** Signal by which a timetable is delivered. */
  readonly signal: string;
  /** `case:{caseId}` → `case-{caseId}`. */
  readonly streamOf: (processId: string) => string;
  /** `case-{caseId}` → `case:{caseId}`; undefined for a stream of something else. */
  readonly processOf: (stream: string) => string | undefined;
  /**
   * Types of events with which it begins, where its stream has a past before it; otherwise the first event opens it.
   * Until then it is neither open nor closed: there is none.
   */
  readonly openedBy?: readonly string[];
}

/** A definition whose types are forgotten, so that one bridge serves several kinds. */
export interface RegisteredProcess extends Omit<ProcessDefinition<unknown, AnyEvent, AnyCommand>, 'manager'> {
  readonly initialState: unknown;
  readonly evolve: (state: unknown, event: AnyEvent) => unknown;
  readonly timetable: (state: unknown) => Agenda;
  readonly order: (rung: Rung) => AnyCommand;
}

/** What the process manager itself says; position, epoch and clock are added when it is delivered. */
export type Agenda = Pick<Timetable, 'stage' | 'rungs' | 'closed'>;

/** Process managers are total over facts they do not know, so any event of their stream may be given to them. */
export const registerProcess = <State, Fact extends AnyEvent, Order extends AnyCommand>(
  definition: ProcessDefinition<State, Fact, Order>,
): RegisteredProcess => {
  const { manager, ...rest } = definition;
  return {
    ...rest,
    initialState: manager.initialState,
    evolve: (state, event) => manager.evolve(state as State, event as Fact),
    timetable: (state) => manager.timetable(state as State),
    order: manager.order,
  };
};

export const isOpenedBy = ({ openedBy }: RegisteredProcess, { type }: AnyEvent): boolean =>
  openedBy === undefined || openedBy.includes(type);

/** Ids of the shape `case:{id}` over streams of the shape `case-{id}`, or over those of another category. */
export const byCategory = (
  category: string,
  streams = category,
): Pick<RegisteredProcess, 'category' | 'streamOf' | 'processOf'> => ({
  category,
  streamOf: (processId) => `${streams}-${processId.slice(category.length + 1)}`,
  processOf: (stream) =>
    stream.startsWith(`${streams}-`) ? `${category}:${stream.slice(streams.length + 1)}` : undefined,
});
