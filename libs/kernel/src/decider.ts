import type { Actor } from './actor.js';
import type { AnyCommand } from './command.js';
import type { AnyEvent, Instant } from './event.js';

/** What every decision may know besides the state: gathered by the command handler, plain data. */
export interface Context {
  /** The log writer's clock. */
  readonly now: Instant;
  readonly actor: Actor;
}

/**
 * The rules of one aggregate. `decide` says which events follow from a command (none: nothing to change) or throws
 * `CommandRejected`; `evolve` is total: an event it does not know leaves the state as it is.
 */
export interface Decider<State, C extends AnyCommand, E extends AnyEvent, Ctx extends Context = Context> {
  readonly initialState: State;
  readonly decide: (command: C, state: State, context: Ctx) => readonly E[];
  readonly evolve: (state: State, event: E) => State;
}

export const fold = <State, E>(
  { evolve, initialState }: { readonly evolve: (state: State, event: E) => State; readonly initialState: State },
  events: Iterable<E>,
  from: State = initialState,
): State => {
  let state = from;
  for (const event of events) state = evolve(state, event);
  return state;
};
