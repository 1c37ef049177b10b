import type { Text } from '#policy';

/** How one part of the running system is: in words of both languages where it is not well. */
export interface PartHealth {
  readonly ok: boolean;
  readonly detail?: Text;
}

/** Asked by `/health/ready`: ready only when commands, projections and Temporal answer. */
export abstract class Readiness {
  abstract check(): Promise<Readonly<Record<string, PartHealth>>>;
}
