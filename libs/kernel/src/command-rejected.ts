/**
 * A command the domain refuses. `code` is stable and has a text in both languages (`SESSION_IN_THE_PAST`); `detail`
 * holds the values that text needs and, where one field is at fault, `field`.
 */
export class CommandRejected extends Error {
  override readonly name = 'CommandRejected';

  constructor(
    readonly code: string,
    readonly detail: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}

export const reject = (code: string, detail?: Readonly<Record<string, unknown>>): never => {
  throw new CommandRejected(code, detail);
};
