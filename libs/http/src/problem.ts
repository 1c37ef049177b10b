import type { Text } from '#policy';
import type { TransportCode } from './problems/catalogue.js';

/** One field that was not filled in correctly. */
export interface FieldError {
  /** Path inside the body: `parties.0.name`. */
  readonly field: string;
  /** Name of the rule: `isNotEmpty`. */
  readonly code: string;
  readonly texts: Text;
}

/** A request the edge refuses before any rule of the domain is asked. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: TransportCode,
    readonly detail: Readonly<Record<string, unknown>> = {},
    readonly more: {
      readonly errors?: readonly FieldError[];
      readonly headers?: Readonly<Record<string, string>>;
      readonly cause?: unknown;
    } = {},
  ) {
    super(code, { cause: more.cause });
  }
}
