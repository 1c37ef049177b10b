import { type AnyCommand, type AnyEvent, type Context, type Decider, fold } from '#kernel';
import { type GlobalPosition, START, type StoredEvent } from './event-store.js';

/** A stream folded up to its last known event. */
export interface Aggregate<S> {
  /** The one that folded it. */
  readonly decider: unknown;
  readonly state: S;
  /** -1 where there is no stream. */
  readonly revision: number;
  /** Of the last event; empty where there is no stream. */
  readonly hash: string;
  readonly position: GlobalPosition;
  /** Request hash of every command the stream has answered: on some stores nothing else recognises a retry. */
  readonly commands: ReadonlyMap<string, string>;
}

export const asFounded = <S, C extends AnyCommand, E extends AnyEvent, Ctx extends Context>(
  decider: Decider<S, C, E, Ctx>,
): Aggregate<S> => ({
  decider,
  state: decider.initialState,
  revision: -1,
  hash: '',
  position: START,
  commands: new Map(),
});

/** Takes the aggregate over: its map of commands goes on in the new one. */
export const extended = <S, C extends AnyCommand, E extends AnyEvent, Ctx extends Context>(
  decider: Decider<S, C, E, Ctx>,
  before: Aggregate<S>,
  events: readonly StoredEvent<E>[],
): Aggregate<S> => {
  const last = events.at(-1);
  if (last === undefined) return before;
  const commands = before.commands as Map<string, string>;
  for (const { metadata } of events) commands.set(metadata.commandId, metadata.requestHash);
  return {
    decider,
    state: fold(
      decider,
      events.map(({ event }) => event),
      before.state,
    ),
    revision: last.revision,
    hash: last.hash,
    position: last.position,
    commands,
  };
};
