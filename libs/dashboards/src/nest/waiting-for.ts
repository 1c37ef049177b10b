import type { Instant } from '#kernel';

/** Where a dispute stands, as far as it matters to what it waits for. */
export interface Standing {
  readonly suspended: boolean;
  readonly mediating: boolean;
  readonly mediator: string | null;
  readonly waits: ReadonlyMap<string, Instant>;
  /** Limits that somebody owes, by due. */
  readonly owed: readonly { readonly step: string; readonly dueAt: Instant }[];
  readonly nextSession?: Instant;
}

export interface Awaited {
  /** A step that is owed, a wait of the case, or `mediator`, `session` of its mediation. */
  readonly what: string;
  /** Null where no instant is set. */
  readonly until: Instant | null;
}

/** Waits of the case that go before what anybody owes meanwhile. */
const FIRST = ['consent', 'tierOffer', 'conclusion'] as const;

/** The one thing that has to happen next (`docs/domain.md §5.1, §5.2`). */
export const waitingFor = ({ suspended, mediating, mediator, waits, owed, nextSession }: Standing): Awaited | null => {
  if (suspended) return { what: 'suspension', until: waits.get('suspension') ?? null };
  const wait = FIRST.find((step) => waits.has(step));
  if (wait) return { what: wait, until: waits.get(wait) ?? null };
  if (mediating && mediator === null) return { what: 'mediator', until: null };
  if (mediating) return { what: 'session', until: nextSession ?? null };
  const next = owed.find(({ step }) => step !== 'resolve') ?? owed[0];
  return next ? { what: next.step, until: next.dueAt } : null;
};
