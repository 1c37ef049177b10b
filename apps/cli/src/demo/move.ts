import type { Instant } from '#kernel';
import type { Fate } from './fate.js';

/** In which part somebody acts on a case; who that is follows from the case. */
export type Part = 'REGISTRAR' | 'HANDLER' | 'DIRECTOR' | 'DEPUTY' | 'CALLBACK' | 'CHAIR';
/** Somebody in his part, or one person. */
export type Performer = Part | { readonly cadreId: string };

/** What somebody will do with a case, unless something happens before. */
export interface Move {
  readonly at: Instant;
  readonly by: Performer;
  /** The command, in the words of the domain. */
  readonly type: string;
  readonly on: 'case' | 'review' | 'mediation';
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Outlook {
  readonly fate: Fate;
  readonly now: Instant;
  /** Who sits on the county's panel, the chair first. */
  readonly panel: readonly string[];
  /** Who may be offered to the parties as mediator. */
  readonly mediators: readonly string[];
  /** The same matter told before, where it is still open. */
  readonly twin?: string | undefined;
  /** What the matter is about, in fen. */
  readonly amount?: number | undefined;
}

export const move = (
  at: Instant,
  by: Performer,
  type: string,
  data: Move['data'] = {},
  on: Move['on'] = 'case',
): Move => ({
  ...{ at, by, type, on, data },
});
