import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import type { Instant } from '#kernel';
import { EventStoreUnavailable, START, type EventStore, type GlobalPosition, type StoredEvent } from '#event-store';
import { messageOf } from './errors.js';
import { PoisonousEvent, delivered, type PoisonRule } from './fold-batch.js';
import { CheckpointMoved, Projector } from './projector.js';
import type { Projection } from './projection.js';
import type { QuarantinedStream } from './quarantine.js';
import type { ReadModels } from './read-models.js';
import type { Rebuilt } from './rebuild.js';
import { canAnswer } from './schema.js';

/** What a runner has to say to operators; it goes on after each of these. */
export type ProjectionProblem =
  | ({ readonly kind: 'quarantined' } & QuarantinedStream)
  | { readonly kind: 'retrying'; readonly error: unknown; readonly inMs: number }
  | { readonly kind: 'not rebuilt'; readonly projection: string; readonly error: string }
  | { readonly kind: 'listener-failed'; readonly projection: string; readonly error: unknown };

export interface ProjectionRunnerOptions {
  readonly store: EventStore;
  readonly readModels: ReadModels;
  readonly clock: { now(): Instant };
  readonly projections: readonly Projection[];
  readonly report: (problem: ProjectionProblem) => void;
  /**
   * Builds projections aside from the tables that serve, and lets them take over (`rebuild`), best in a thread of its
   * own. Without it, tables of another version are made anew in their place and are empty at first.
   */
  readonly buildAside?: (projections: readonly string[], signal: AbortSignal) => Promise<readonly Rebuilt[]>;
  /** Upper bound of events per transaction. */
  readonly batchSize?: number;
  /** A rebuild that must not leave gaps stops at the first poisonous event instead. */
  readonly onPoison?: PoisonRule['onPoison'];
}

export interface ProjectionLag {
  readonly projection: string;
  readonly position: GlobalPosition;
  /** Age of the last event shown, milliseconds; 0 at the head of the log (`docs/domain.md`, figure M30). */
  readonly lagMs: number;
  /** How long the oldest event not yet shown has been waiting, milliseconds; 0 at the head. */
  readonly waitingMs: number;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** A log this short is folded in place before anybody could have looked. */
const SHORT = 10_000;
/** The database answers at once, so a long catch-up would never let requests of the same process through. */
const EVENTS_WITHOUT_PAUSE = 100;

/** Keeps projections up with the log: one pass over it feeds them all, each in its own transactions. */
export class ProjectionRunner {
  private readonly projectors: readonly Projector[];
  /** Not kept up here until they are built. */
  private readonly aside = new Set<Projector>();
  private resubscribe = new AbortController();
  /** Why some of them do not come: they were refused. */
  private refused: string | undefined;
  private failure: unknown;
  private prepared = false;

  constructor(private readonly options: ProjectionRunnerOptions) {
    const { projections, readModels, clock, onPoison = 'quarantine' } = options;
    checkDistinct(projections);
    this.projectors = projections.map(
      (projection) => new Projector(readModels.database, projection, { onPoison, now: () => clock.now() }),
    );
  }

  /** Why nothing moves just now; undefined while all is well. */
  get failing(): string | undefined {
    if (this.failure !== undefined) return messageOf(this.failure);
    if (this.refused !== undefined) return this.refused;
    const silent = [...this.aside].filter(({ projection }) => !this.options.readModels.canAnswer(projection));
    return silent.length === 0 ? undefined : `${namesOf(silent)} cannot be read before it is built`;
  }

  /**
   * Makes or finds all tables, so that queries may be answered (from what was shown last) before the first event. What
   * another version has made goes on serving where it can answer the queries of this one.
   */
  async prepare(): Promise<void> {
    const { store, readModels, buildAside } = this.options;
    const head = await store.head();
    this.aside.clear();
    for (const projector of this.projectors) {
      const standing = await projector.standing(head);
      if (buildAside && (standing.kind === 'outdated' || (standing.kind === 'absent' && !(await this.isShort())))) {
        this.aside.add(projector);
        const answers = standing.kind === 'outdated' && canAnswer(standing.found.tables, projector.projection.tables);
        readModels.serves(projector.projection, answers);
      } else await this.admit(projector, head);
    }
    this.prepared = true;
  }

  private async isShort(): Promise<boolean> {
    return (await this.options.store.readAll(START, SHORT + 1)).length <= SHORT;
  }

  private async admit(projector: Projector, head: GlobalPosition): Promise<void> {
    await projector.prepare(head);
    this.aside.delete(projector);
    this.options.readModels.serves(projector.projection, true);
    this.tell(projector);
  }

  /**
   * Runs until `signal` aborts. Where the log or the database cannot be reached it waits and begins again.
   * @throws CheckpointMoved when another runner works on the same tables; PoisonousEvent where poison stops
   */
  async run(signal: AbortSignal): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    let built: Promise<void> | undefined;
    const wellAgain = (): void => {
      this.failure = undefined;
      pause = FIRST_PAUSE_MS;
    };
    while (!signal.aborted) {
      try {
        if (!this.prepared) await this.prepare();
        if (this.aside.size > 0) built ??= this.buildThoseAside(signal);
        if (this.failure !== undefined && (await this.options.store.head()) <= this.lowest()) wellAgain();
        await this.follow(signal, wellAgain);
      } catch (error) {
        if (signal.aborted) return;
        this.failure = error;
        if (error instanceof CheckpointMoved || error instanceof PoisonousEvent) throw error;
        this.options.report({ kind: 'retrying', error, inMs: pause });
        await delay(pause, undefined, { signal }).catch(() => undefined);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  async lag(): Promise<readonly ProjectionLag[]> {
    const { store, clock } = this.options;
    const head = await store.head();
    const now = clock.now();
    return Promise.all(
      this.projectors.map(async ({ projection: { name: projection }, position, lastRecordedAt }) => {
        const waiting = position < head ? (await store.readAll(position, 1))[0] : undefined;
        if (!waiting) return { projection, position, lagMs: 0, waitingMs: 0 };
        const waitingMs = Math.max(0, now - waiting.recordedAt);
        return { projection, position, lagMs: Math.max(0, now - (lastRecordedAt ?? waiting.recordedAt)), waitingMs };
      }),
    );
  }

  /**
   * Lets a stream out of quarantine and catches up on what it missed.
   * @returns false where it was not quarantined
   * @throws PoisonousEvent while the handler still cannot take it
   */
  async release(projection: string, stream: string): Promise<boolean> {
    const projector = this.projector(projection);
    const released = await projector.release(stream, async (fromRevision) =>
      (await this.options.store.readStream(stream, fromRevision)).map(delivered),
    );
    if (released) this.tell(projector);
    return released;
  }

  private async buildThoseAside(signal: AbortSignal): Promise<void> {
    const { store, buildAside, report } = this.options;
    for (let pause = FIRST_PAUSE_MS; this.aside.size > 0 && !signal.aborted;) {
      const names = [...this.aside].map(({ projection: { name } }) => name);
      try {
        const built = (await buildAside?.(names, signal)) ?? [];
        const head = await store.head();
        for (const one of built) {
          const projector = this.projector(one.projection);
          if (one.outcome === 'swapped') await this.admit(projector, head);
          // It would be refused again: what served goes on serving until the program is mended.
          else if (one.outcome === 'refused') {
            this.refused = one.why;
            report({ kind: 'not rebuilt', projection: one.projection, error: one.why });
          }
        }
        this.resubscribe.abort();
        return;
      } catch (error) {
        if (signal.aborted) return;
        report({ kind: 'retrying', error, inMs: pause });
        await delay(pause, undefined, { signal }).catch(() => undefined);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  private async follow(signal: AbortSignal, wellAgain: () => void): Promise<void> {
    this.resubscribe = new AbortController();
    const { store, batchSize = 1_000 } = this.options;
    let after = this.lowest();
    const either = AbortSignal.any([signal, this.resubscribe.signal]);
    // Nothing is kept up here yet: reading the log for nobody would leave no time to those who build.
    if (this.kept().length === 0) return aborted(either);
    for await (const batch of store.subscribe({ after, batchSize }, either)) {
      const last = batch.at(-1);
      if (!last) continue;
      if (this.lowest() < after) return;
      await this.takeIn(after, batch);
      after = last.position;
      wellAgain();
    }
    if (!either.aborted) throw new EventStoreUnavailable('the subscription to the log ended');
  }

  private async takeIn(after: GlobalPosition, batch: readonly StoredEvent[]): Promise<void> {
    const events = batch.map(delivered);
    for (const projector of this.kept()) {
      const { position } = projector;
      // One that was built meanwhile waits for the next subscription, which begins where it stands.
      if (position < after || position >= batch.at(-1)!.position) continue;
      const poisoned = await projector.apply({ after, events });
      for (const stream of poisoned) this.options.report({ kind: 'quarantined', ...stream });
      this.tell(projector);
      if (events.length > EVENTS_WITHOUT_PAUSE) await nextTurn();
    }
  }

  private tell({ projection: { name: projection }, position, lastRecordedAt: recordedAt }: Projector): void {
    for (const error of this.options.readModels.applied({ projection, position, recordedAt }))
      this.options.report({ kind: 'listener-failed', projection, error });
  }

  private lowest(): GlobalPosition {
    const positions = this.kept().map(({ position }) => position);
    return positions.reduce((lowest, position) => (position < lowest ? position : lowest), positions[0] ?? START);
  }

  private kept(): readonly Projector[] {
    return this.projectors.filter((projector) => !this.aside.has(projector));
  }

  private projector(name: string): Projector {
    const projector = this.projectors.find(({ projection }) => projection.name === name);
    if (!projector) throw new Error(`there is no projection ${name}`);
    return projector;
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

const namesOf = (projectors: readonly Projector[]): string =>
  projectors.map(({ projection }) => projection.name).join(', ');

const checkDistinct = (projections: readonly Projection[]): void => {
  const owners = new Map<string, string>();
  for (const { name, tables } of projections)
    for (const taken of [`projection ${name}`, ...Object.keys(tables).map((table) => `table ${table}`)]) {
      const owner = owners.get(taken);
      if (owner) throw new Error(`${taken} is defined by both ${owner} and ${name}`);
      owners.set(taken, name);
    }
};
