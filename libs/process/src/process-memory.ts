import type { EventStore, GlobalPosition, StoredEvent } from '#event-store';
import type { Instant } from '#kernel';
import { Lru } from './lru.js';
import { isOpenedBy, type Agenda, type RegisteredProcess } from './process-definition.js';

/** A process as far as the log tells it. */
export interface FoldedProcess {
  readonly process: RegisteredProcess;
  readonly processId: string;
  readonly agenda: Agenda;
  readonly position: GlobalPosition;
  readonly openedAt: Instant;
}

interface Remembered {
  readonly state: unknown;
  readonly revision: number;
  readonly position: GlobalPosition;
  /** None while what opens it has not happened yet. */
  readonly openedAt: Instant | undefined;
}

/** Each takes some twenty KiB; one that has fallen out is read again from its stream, a millisecond's work. */
const CAPACITY = 1_000;

/** Folds processes from their streams and remembers the lively ones. */
export class ProcessMemory {
  readonly #remembered: Lru<Remembered>;

  constructor(
    private readonly store: EventStore,
    private readonly processes: readonly RegisteredProcess[],
    capacity = CAPACITY,
  ) {
    this.#remembered = new Lru(capacity);
  }

  ownerOf(stream: string): { readonly process: RegisteredProcess; readonly processId: string } | undefined {
    for (const process of this.processes) {
      const processId = process.processOf(stream);
      if (processId !== undefined) return { process, processId };
    }
    return undefined;
  }

  definitionOf(processId: string): RegisteredProcess | undefined {
    return this.processes.find(({ category }) => processId.startsWith(`${category}:`));
  }

  /** Takes the next event of a process in; one already seen (read ahead, or after a restart) changes nothing. */
  async take(process: RegisteredProcess, processId: string, stored: StoredEvent): Promise<void> {
    const known = this.#remembered.get(processId);
    if (known && stored.revision <= known.revision) return;
    const follows = known ? stored.revision === known.revision + 1 : stored.revision === 0;
    if (follows) this.#remember(process, processId, known, [stored]);
    else await this.#read(process, processId);
  }

  /** The process now; undefined where the log has none. */
  async recall(process: RegisteredProcess, processId: string): Promise<FoldedProcess | undefined> {
    const known = this.#remembered.get(processId) ?? (await this.#read(process, processId));
    if (known?.openedAt === undefined) return undefined;
    const { position, openedAt, state } = known;
    return { process, processId, agenda: process.timetable(state), position, openedAt };
  }

  forget(processId: string): void {
    this.#remembered.delete(processId);
  }

  async #read(process: RegisteredProcess, processId: string): Promise<Remembered | undefined> {
    const events = await this.store.readStream(process.streamOf(processId));
    return events.length === 0 ? undefined : this.#remember(process, processId, undefined, events);
  }

  #remember(
    process: RegisteredProcess,
    processId: string,
    known: Remembered | undefined,
    events: readonly StoredEvent[],
  ): Remembered {
    let state = known ? known.state : process.initialState;
    for (const stored of events) state = process.evolve(state, stored.event);
    const last = events[events.length - 1]!;
    const openedAt = known?.openedAt ?? events.find(({ event }) => isOpenedBy(process, event))?.recordedAt;
    const now = { state, revision: last.revision, position: last.position, openedAt };
    this.#remembered.set(processId, now);
    return now;
  }
}
