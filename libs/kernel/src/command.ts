/** A wish in the imperative (`AcceptCase`); it may be refused. */
export interface Command<Type extends string, Data> {
  readonly type: Type;
  readonly data: Data;
}

export type AnyCommand = Command<string, unknown>;
