import type { EventStore, GlobalPosition } from '#event-store';
import type { Instant } from '#kernel';
import { isOpenedBy, type Agenda, type RegisteredProcess } from '#process';
import { toIso } from '#working-time';
import { note, someOf, well, wrong, type Finding } from './finding.js';

export interface OpenOrOver {
  readonly processId: string;
  readonly agenda: Agenda;
  readonly openedAt: Instant;
  /** `recordedAt` of its last event. */
  readonly movedAt: Instant;
}

export interface Folded {
  readonly processes: ReadonlyMap<string, OpenOrOver>;
  readonly unfoldable: ReadonlySet<string>;
}

interface State {
  readonly kind: RegisteredProcess;
  readonly state: unknown;
  /** None while what opens it has not happened yet. */
  readonly openedAt: Instant | undefined;
  readonly movedAt: Instant;
}

const PAGE = 1_000;
/** A running station has issued a rung by then, by itself or by its first guard. */
const ISSUED_WITHIN_MS = 120_000;

/** Every process as the log alone tells it. */
export const foldProcesses = async (events: EventStore, kinds: readonly RegisteredProcess[]): Promise<Folded> => {
  const states = new Map<string, State>();
  const unfoldable = new Set<string>();
  for (let after: GlobalPosition = ''; ;) {
    const page = await events.readAll(after, PAGE);
    for (const { stream, event, recordedAt } of page) {
      const kind = kinds.find((each) => each.processOf(stream) !== undefined);
      const processId = kind?.processOf(stream);
      if (!kind || processId === undefined || unfoldable.has(processId)) continue;
      const known = states.get(processId);
      try {
        const state = kind.evolve(known ? known.state : kind.initialState, event);
        const openedAt = known?.openedAt ?? (isOpenedBy(kind, event) ? recordedAt : undefined);
        states.set(processId, { kind, state, openedAt, movedAt: recordedAt });
      } catch {
        unfoldable.add(processId); // found, and told by its id
        states.delete(processId);
      }
    }
    const last = page.at(-1);
    if (!last) break;
    after = last.position;
  }
  const processes = new Map<string, OpenOrOver>();
  for (const [processId, { kind, state, openedAt, movedAt }] of states)
    if (openedAt !== undefined)
      processes.set(processId, { processId, agenda: kind.timetable(state), openedAt, movedAt });
  return { processes, unfoldable };
};

/** Can all processes be told from the log, and has every rung that came due left its event? */
export const lookAtProcesses = (
  { processes, unfoldable }: Folded,
  { atWork, now }: { readonly atWork: boolean; readonly now: Instant | undefined },
): readonly Finding[] => {
  const findings: Finding[] = [];
  if (unfoldable.size > 0) findings.push(wrong('UNFOLDABLE', { count: unfoldable.size, ids: someOf([...unfoldable]) }));
  const open = [...processes.values()].filter(({ agenda }) => !agenda.closed);
  const before = now === undefined ? -Infinity : now - (atWork ? ISSUED_WITHIN_MS : 0);
  const overdue = open
    .flatMap(({ processId, agenda }) =>
      agenda.rungs.filter(({ at }) => at < before).map(({ at }) => ({ processId, at })),
    )
    .sort((one, other) => one.at - other.at);
  if (overdue[0]) {
    const ids = someOf([...new Set(overdue.map(({ processId }) => processId))]);
    const facts = { count: overdue.length, since: toIso(overdue[0].at), ids };
    findings.push(atWork ? wrong('OVERDUE', facts) : note('OVERDUE_AT_REST', facts));
  }
  return findings.length === 0 ? [well('PROCESSES_WELL', { open: open.length })] : findings;
};
