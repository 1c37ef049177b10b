import type { Actor, AnyEvent, Instant } from '#kernel';
import type { EventMetadata, GlobalPosition } from '#event-store';
import type { AnyChange, Change } from './change.js';
import { checkTable, type Tables } from './table.js';

/** Where and by whom the event was written down. */
export interface EventMeta {
  readonly stream: string;
  readonly revision: number;
  readonly position: GlobalPosition;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly metadata: EventMetadata;
}

type Handlers<E extends AnyEvent, T extends Tables> = {
  readonly [Type in E['type']]?: (
    event: Extract<E, { readonly type: Type }>,
    meta: EventMeta,
  ) => Change<T> | readonly Change<T>[];
};

export interface ProjectionDefinition<E extends AnyEvent, T extends Tables> {
  /** What the reader sees: `mediation-board`. */
  readonly name: string;
  /** Raised whenever handlers or tables change: the tables are then built anew from the whole log. */
  readonly version: number;
  readonly tables: T;
  /** Pure: the same event always gives the same changes. Events without a handler pass by. */
  readonly on: Handlers<E, T>;
}

type Handler = (event: AnyEvent, meta: EventMeta) => AnyChange | readonly AnyChange[];

export interface Projection<E extends AnyEvent = AnyEvent, T extends Tables = Tables> {
  readonly name: string;
  readonly version: number;
  readonly tables: T;
  readonly handlers: ReadonlyMap<string, Handler>;
  /** Never there: carries the type of the events for scenarios. */
  readonly events?: E;
}

/**
 * A read model as data: its tables and what each event changes in them. With `typeof tables` as second type argument
 * the rows of the changes are checked against the columns.
 * @throws Error where a table's definition is wrong
 */
export const defineProjection = <E extends AnyEvent, T extends Tables = Tables>({
  name,
  version,
  tables,
  on,
}: ProjectionDefinition<E, T>): Projection<E, T> => {
  for (const [table, definition] of Object.entries(tables)) checkTable(table, definition);
  return { name, version, tables, handlers: new Map(Object.entries(on as unknown as Record<string, Handler>)) };
};
