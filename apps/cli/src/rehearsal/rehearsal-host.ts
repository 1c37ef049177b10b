import type { Actor, AnyEvent, Instant } from '#kernel';
import type { Person } from './county-plan.js';

/** An event as a rehearsal sees it. */
export interface SeenEvent {
  readonly position: string;
  readonly stream: string;
  readonly actor: Actor;
  readonly event: AnyEvent;
}

/** What a command goes to. `name` is the scenario's word for the case. */
export type Target =
  | { readonly kind: 'case'; readonly name: string; readonly caseId?: string }
  /** Of a case: the mediation that is open, or was last. */
  | { readonly kind: 'mediation'; readonly mediationId: string }
  | { readonly kind: 'review'; readonly caseId: string; readonly round: number }
  | { readonly kind: 'cadre'; readonly cadreId: string }
  | { readonly kind: 'roster'; readonly place: string; readonly week: string };

export interface GivenCommand {
  readonly by: Person;
  readonly target: Target;
  readonly type: string;
  /** As the file says it, with names resolved; `parties` still name residents. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly refused?: { readonly code: string; readonly detail: Readonly<Record<string, unknown>> };
  /** Of a registration: the case it opened, and the parties by the names of the residents. */
  readonly opened?: { readonly caseId: string; readonly parties: Readonly<Record<string, string>> };
}

/**
 * Where a scenario is rehearsed: a county with its clock. The same file runs on the simulator and on a real station
 * whose clock is virtual; both keep the order of one instant: commands first, then rungs.
 */
export interface RehearsalHost {
  readonly name: string;
  /** Everything before `instant` happens; of the instant itself nothing has happened yet. */
  advanceTo(instant: Instant): Promise<void>;
  /** Everything of the present instant happens as well. */
  settle(): Promise<void>;
  /** A command at the present instant, with all that follows from it at once. */
  issue(command: GivenCommand): Promise<Answer>;
  /** Events after a position (empty: from the start of the scenario), in log order. */
  eventsSince(position: string): Promise<readonly SeenEvent[]>;
  close(): Promise<void>;
}
