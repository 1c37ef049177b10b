import { EventStore, type GlobalPosition, type StoredEvent } from '#event-store';
import type { Instant } from '#kernel';
import { Doorbells, DOORBELLS, type DoorbellSettings, type Turn } from './doorbells.js';
import { LowWaterMark } from './low-water-mark.js';
import type { Agenda, RegisteredProcess } from './process-definition.js';
import type { ProcessHost } from './process-host.js';
import { reasonOf, type ProcessLog } from './process-log.js';
import { ProcessMemory, type FoldedProcess } from './process-memory.js';
import type { OpenProcess, ProcessStore } from './process-store.js';
import { followLog } from './follow-log.js';

const CHECKPOINT = 'bridge';
const SAVE_EVERY_MS = 500;

export interface BridgePorts {
  readonly events: EventStore;
  readonly processes: readonly RegisteredProcess[];
  readonly host: ProcessHost;
  readonly store: ProcessStore;
  /** The log's clock. */
  readonly now: () => Instant;
  /** Milliseconds that the log's clock is ahead of the workflow's as it rings; 0 in production. */
  readonly clockOffset?: (processId: string) => number;
  /** Milliseconds that commands ask for between two deliveries; see `BackPressure`. */
  readonly givingWayMs?: () => number;
  readonly log: ProcessLog;
  readonly settings?: DoorbellSettings;
}

/**
 * From the log to what waits: folds each process and delivers its whole timetable whenever that has changed. Commands
 * never wait for it; whatever is not delivered yet holds its checkpoint back (`docs/domain.md §5.1`, ladders).
 */
export class ProcessBridge {
  readonly doorbells: Doorbells;
  readonly memory: ProcessMemory;
  readonly #mark: LowWaterMark;
  readonly #announced = new Map<string, Agenda>();
  readonly #changed = new Map<string, OpenProcess>();
  readonly #gone = new Set<string>();
  /** Processes whose folding failed: they hold the checkpoint back and are tried again at the next start. */
  readonly #unfoldable = new Set<string>();
  readonly #ending = new AbortController();
  #read: GlobalPosition = '';
  #saved: GlobalPosition = '';
  #saving: NodeJS.Timeout | undefined;
  #following: Promise<void> = Promise.resolve();

  constructor(private readonly ports: BridgePorts) {
    const { store, events, processes, host, log, now, settings = DOORBELLS } = ports;
    const { clockOffset = () => 0, givingWayMs = () => 0 } = ports;
    this.#saved = store.checkpoint(CHECKPOINT);
    this.#mark = new LowWaterMark(this.#saved);
    this.memory = new ProcessMemory(events, processes);
    this.doorbells = new Doorbells(
      {
        ...{ host, log, now, clockOffset, givingWayMs },
        ...{ mark: this.#mark, epoch: () => store.epoch, delivered: this.#delivered },
      },
      settings,
    );
  }

  /** Takes up where the checkpoint stands. A log that is shorter than the checkpoint is another log: all begins anew. */
  async start(): Promise<void> {
    const { events, store, log } = this.ports;
    if (this.#saved > (await events.head())) {
      log.warn('The log ends before the checkpoint of the bridge: the processes are built anew from the log.');
      store.beginEpoch({ forgetAll: true });
      this.#saved = store.checkpoint(CHECKPOINT);
      this.#mark.advance(this.#saved);
    }
    this.#read = this.#saved;
    this.#saving = setInterval(() => this.save(), SAVE_EVERY_MS);
    this.#following = followLog(events, this.#read, this.#ending.signal, log, (batch) => this.#take(batch));
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#following;
    await this.doorbells.stop();
    clearInterval(this.#saving);
    this.save();
  }

  /** Up to where events are read, and up to where all their timetables are delivered. */
  get positions(): { readonly read: GlobalPosition; readonly delivered: GlobalPosition } {
    return { read: this.#read, delivered: this.#mark.value };
  }

  get metrics() {
    return { ...this.doorbells.metrics, unfoldable: [...this.#unfoldable] };
  }

  /** Delivers a process again, changed or not. Undefined where the log has no such process, or none that can be folded. */
  async ringAgain(processId: string, turn: Turn = 'at-once'): Promise<FoldedProcess | undefined> {
    const folded = await this.recall(processId);
    if (folded) this.doorbells.add(folded, undefined, turn);
    return folded;
  }

  /** The process as the log tells it. Undefined where it has none, or none that can be folded: see `isUnfoldable`. */
  async recall(processId: string): Promise<FoldedProcess | undefined> {
    const process = this.memory.definitionOf(processId);
    if (!process || this.isUnfoldable(processId)) return undefined;
    return this.#fold(process, processId, () => this.memory.recall(process, processId));
  }

  isUnfoldable(processId: string): boolean {
    return this.#unfoldable.has(processId);
  }

  async #take(batch: readonly StoredEvent[]): Promise<void> {
    const touched = new Map<string, { process: RegisteredProcess; floor: GlobalPosition; since: Instant }>();
    let previous = this.#read;
    for (const stored of batch) {
      const owner = this.memory.ownerOf(stored.stream);
      if (owner && !this.#unfoldable.has(owner.processId)) {
        if (!touched.has(owner.processId))
          touched.set(owner.processId, { process: owner.process, floor: previous, since: stored.recordedAt });
        await this.#fold(owner.process, owner.processId, () =>
          this.memory.take(owner.process, owner.processId, stored),
        );
      }
      previous = stored.position;
    }
    for (const [processId, { process, floor, since }] of touched) {
      const folded = await this.#fold(process, processId, () => this.memory.recall(process, processId));
      if (folded && this.#note(folded)) {
        const ageMs = Math.max(0, this.ports.now() - since);
        this.doorbells.add(folded, this.#mark.hold(floor), 'in-turn', ageMs);
      }
      if (this.#unfoldable.has(processId)) this.#mark.hold(floor); // for good: until a start with mended code
    }
    this.#mark.advance(previous);
    this.#read = previous;
  }

  async #fold<T>(process: RegisteredProcess, processId: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Error && error.name === 'EventStoreUnavailable') throw error;
      this.#unfoldable.add(processId);
      this.ports.log.error('A process cannot be folded; its orders stand still until that is mended.', {
        processId,
        workflowType: process.workflowType,
        reason: reasonOf(error),
      });
      return undefined;
    }
  }

  /** Writes the process down for the guards; tells whether its workflow has to hear of it. */
  #note(folded: FoldedProcess): boolean {
    const { processId, process, agenda, position, openedAt } = folded;
    const nextDue = agenda.rungs.length === 0 ? null : Math.min(...agenda.rungs.map(({ at }) => at));
    const { stage, closed } = agenda;
    const stream = process.streamOf(processId);
    this.#gone.delete(processId);
    this.#changed.set(processId, { processId, stream, position, nextDue, stage, closed, openedAt });
    const announced = this.#announced.get(processId);
    if (announced && tellsNothingNew(agenda, announced)) return false;
    this.#announced.set(processId, agenda);
    return true;
  }

  readonly #delivered = ({ processId, agenda }: FoldedProcess): void => {
    if (!agenda.closed) return;
    this.#gone.add(processId);
    this.#announced.delete(processId);
  };

  /** Writes down how far it has come; without being asked, some times a second. */
  save(): void {
    const mark = this.#mark.value;
    if (mark === this.#saved && this.#changed.size === 0 && this.#gone.size === 0) return;
    try {
      this.ports.store.save(CHECKPOINT, mark, this.#changed.values(), this.#gone);
    } catch (error) {
      this.ports.log.error('The checkpoint of the bridge cannot be written; tried again.', { reason: reasonOf(error) });
      return;
    }
    this.#saved = mark;
    this.#changed.clear();
    this.#gone.clear();
  }
}

/**
 * Fewer rungs in the same stage are no news: as a rule the workflow itself has issued the one that is missing, and the
 * order of any other is one that the log answers with nothing.
 */
const tellsNothingNew = (agenda: Agenda, announced: Agenda): boolean => {
  if (agenda.stage !== announced.stage || agenda.closed !== announced.closed) return false;
  const known = new Set(announced.rungs.map((rung) => JSON.stringify(rung)));
  return agenda.rungs.every((rung) => known.has(JSON.stringify(rung)));
};
