import { SYSTEM, type Instant } from '#kernel';
import type { PromisedLimit } from '#policy';
import type { Limit } from '#working-time';
import type { CaseEvent } from './case.events.js';
import type { SuspendReason } from './case-standing.events.js';
import { endedSteps, firedRung, startedClocks } from './clocks.js';
import type { CadreId } from './case-types.js';
import { completedStep } from './completed-steps.js';
import type { CaseStep, RungLevel, StepClock } from './step-clock.js';

/** What happened to a running limit on the way; only these move its due instant. `who` approved it; nobody where time did. */
export type LedgerChange = { readonly at: Instant; readonly who?: CadreId } & (
  | { readonly kind: 'PAUSED'; readonly reason: SuspendReason }
  | { readonly kind: 'RESUMED' | 'MOVED'; readonly by: CaseEvent['type']; readonly due: Moved }
);

interface Moved {
  readonly from: Instant;
  readonly to: Instant;
}

/** The account of one time limit of a case, from its start to its end (`docs/domain.md §2.6`, §5.1). */
export interface LedgerEntry {
  readonly step: CaseStep;
  readonly round: number;
  readonly attempt: number;
  readonly limit: Limit;
  /** Who has promised so short a limit in public, where it is not the profile's own. */
  readonly promised?: Pick<PromisedLimit, 'unitId' | 'version'>;
  readonly startedAt: Instant;
  /** As it was set at the start. */
  readonly firstDueAt: Instant;
  /** As it stands, or stood at the end. */
  readonly dueAt: Instant;
  readonly changes: readonly LedgerChange[];
  readonly fired: readonly RungLevel[];
  /** It stands still while the case is suspended. */
  readonly paused: boolean;
  readonly end?: {
    readonly at: Instant;
    readonly by: CaseEvent['type'];
    /** The step was done; else its clock was only taken away. */
    readonly done: boolean;
    readonly late: boolean;
  };
}

/** All time limits that a case has had, in the order of their start. */
export const clockLedger = (events: readonly CaseEvent[]): readonly LedgerEntry[] =>
  events.reduce<readonly LedgerEntry[]>(entered, []).map((entry) => withReason(entry, promisedIn(events)));

const promisedIn = (events: readonly CaseEvent[]): readonly PromisedLimit[] =>
  events.flatMap((event) => (event.type === 'CaseRegistered' ? (event.data.promised ?? []) : []));

const withReason = (entry: LedgerEntry, promises: readonly PromisedLimit[]): LedgerEntry => {
  const promise = promises.find(
    ({ step, limit }) => step === entry.step && limit.unit === entry.limit.unit && limit.n === entry.limit.n,
  );
  return promise ? { ...entry, promised: { unitId: promise.unitId, version: promise.version } } : entry;
};

const entered = (ledger: readonly LedgerEntry[], event: CaseEvent): readonly LedgerEntry[] => {
  const ended = event.type === 'CaseSuspended' ? [] : endedSteps(event);
  const paused = event.type === 'CaseSuspended' ? event.data.paused.map(({ clock }) => clock) : [];
  const started = startedClocks(event);
  const fired = firedRung(event);
  const known = ledger.map((entry): LedgerEntry => {
    const anew = started.find((clock) => isOf(entry, clock));
    if (anew) return setAnew(entry, anew, event);
    if (entry.end) return entry;
    if (event.type === 'CaseSuspended' && paused.some((clock) => isOf(entry, clock))) return standing(entry, event);
    if (ended.includes(entry.step) || replaces(started, entry)) return over(entry, event);
    if (fired?.step === entry.step && !entry.fired.includes(fired.level))
      return { ...entry, fired: [...entry.fired, fired.level] };
    return entry;
  });
  const fresh = started.filter((clock) => !ledger.some((entry) => isOf(entry, clock))).map(begun);
  return [...known, ...fresh];
};

const isOf = (entry: LedgerEntry, { step, round, attempt }: StepClock): boolean =>
  entry.step === step && entry.round === round && entry.attempt === attempt;

/** A step has one clock at a time. */
const replaces = (started: readonly StepClock[], { step }: LedgerEntry): boolean =>
  started.some((clock) => clock.step === step);

const begun = ({ step, round, attempt, limit, startedAt, dueAt, fired }: StepClock): LedgerEntry => ({
  ...{ step, round, attempt, limit, startedAt, dueAt, fired },
  firstDueAt: dueAt,
  changes: [],
  paused: false,
});

const standing = (entry: LedgerEntry, { data, occurredAt }: Extract<CaseEvent, { type: 'CaseSuspended' }>) => ({
  ...entry,
  paused: true,
  changes: [...entry.changes, { kind: 'PAUSED' as const, at: occurredAt, who: data.by, reason: data.reason }],
});

/** The same clock with another due instant, or one that goes on; a merge that is undone takes ended ones up again. */
const setAnew = ({ end: _over, ...entry }: LedgerEntry, clock: StepClock, event: CaseEvent): LedgerEntry => {
  const moved = clock.dueAt !== entry.dueAt || entry.paused;
  const change: LedgerChange = {
    kind: entry.paused ? 'RESUMED' : 'MOVED',
    at: event.occurredAt,
    by: event.type,
    ...approvedBy(event),
    due: { from: entry.dueAt, to: clock.dueAt },
  };
  return {
    ...entry,
    paused: false,
    dueAt: clock.dueAt,
    fired: clock.fired,
    changes: moved ? [...entry.changes, change] : entry.changes,
  };
};

const approvedBy = ({ data }: CaseEvent): { readonly who?: CadreId } =>
  'by' in data && data.by !== SYSTEM.id ? { who: data.by } : {};

const over = (entry: LedgerEntry, event: CaseEvent): LedgerEntry => ({
  ...entry,
  paused: false,
  end: {
    at: event.occurredAt,
    by: event.type,
    done: completedStep(event) === entry.step,
    late: event.occurredAt > entry.dueAt,
  },
});
