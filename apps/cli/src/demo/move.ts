import type { Instant } from '#kernel';
import type { Fate } from './fate.js';

/** In which part somebody acts on a case; who that is follows from the case. */
export type Part = 'REGISTRAR' | 'HANDLER' | 'DIRECTOR' | 'DEPUTY' | 'CALLBACK' | 'CHAIR';

/** What somebody will do with a case, unless something happens before. */
export interface Move {
  readonly at: Instant;
  readonly by: Part;
  /** The command, in the words of the domain. */
  readonly type: string;
  readonly on: 'case' | 'review';
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Outlook {
  readonly fate: Fate;
  readonly now: Instant;
  /** Who sits on the county's panel, the chair first. */
  readonly panel: readonly string[];
}

export const move = (at: Instant, by: Part, type: string, data: Move['data'] = {}, on: Move['on'] = 'case'): Move => ({
  ...{ at, by, type, on, data },
});
