import { START, type GlobalPosition } from '#event-store';
import { digestOfLog, digestOf } from './digest.js';
import { PoisonousEvent, delivered, type BatchFold, type DeliveredEvent } from './fold-batch.js';
import type { Projection } from './projection.js';
import { Projector, standingOf, type Standing } from './projector.js';
import { takeOver, type RebuildPorts } from './take-over.js';
import { compareTables, type TableComparison } from './table-comparison.js';

/** What has become of one projection; nothing but plain values, for it may come from another thread. */
export type Rebuilt = { readonly projection: string } & (
  | {
      /** `swapped` serves now; `verified` was only compared. */
      readonly outcome: 'swapped' | 'verified';
      readonly position: GlobalPosition;
      readonly rows: number;
      readonly digest: string;
      /** Against the tables that served, where they are of the same version; else against a second fold of the log. */
      readonly against: 'serving' | 'second fold';
      readonly equal: boolean;
      readonly differences: Pick<TableComparison, 'different' | 'missing' | 'surplus'>;
    }
  /** Nothing was swapped: what served goes on serving. */
  | {
      readonly outcome: 'refused';
      readonly reason: 'poison' | 'impure' | 'another version serves';
      readonly why: string;
    }
);

export interface RebuildProgress {
  /** What goes on: folding the log, comparing digests, or taking over of a projection. */
  readonly doing: 'fold' | 'compare' | 'take over';
  readonly projection?: string;
  readonly events: number;
  /** Since the fold began. */
  readonly seconds: number;
}

export interface RebuildOptions extends RebuildPorts {
  readonly projections: readonly Projection[];
  /** Compare, and leave everything as it is. */
  readonly verifyOnly?: boolean;
  /** Refuse what another version serves: whoever keeps it up would have to stop. */
  readonly sameVersionOnly?: boolean;
  readonly report?: (progress: RebuildProgress) => void;
}

/** Events read at once: few, for what is forgotten at once costs next to nothing. */
const PAGE = 500;
/** Pages of one transaction: many, for what follows upon each other in one row is then written once. */
const PAGES_WRITTEN_TOGETHER = 8;

interface Builder {
  readonly projector: Projector;
  readonly standing: Standing;
  batch?: BatchFold | undefined;
}

/**
 * Builds projections anew beside those that serve: one pass over the log feeds them all, strictly; then each is
 * compared, and takes over at the very position where its predecessor stands. Whoever reads or writes goes on meanwhile.
 * The shadow is discarded at the end.
 * @throws what the log or the database throws; what has not taken over until then never does
 */
export const rebuild = async (options: RebuildOptions): Promise<readonly Rebuilt[]> => {
  try {
    return await new Rebuild(options).run();
  } finally {
    await options.shadow.discard();
  }
};

class Rebuild {
  private readonly results: Rebuilt[] = [];
  private events = 0;
  private readonly began = performance.now();

  constructor(private readonly options: RebuildOptions) {}

  async run(): Promise<readonly Rebuilt[]> {
    const builders = await this.builders();
    await this.foldLog(builders);
    while (builders.length > 0) await this.finish(builders.shift()!);
    return this.results;
  }

  private async builders(): Promise<Builder[]> {
    const { projections, shadow, now, sameVersionOnly } = this.options;
    const builders: Builder[] = [];
    for (const projection of projections) {
      const standing = await this.standing(projection);
      if (sameVersionOnly && standing.kind === 'outdated') {
        const { version } = standing.found;
        const why = `version ${version} serves, this is version ${projection.version}`;
        this.refuse(projection, 'another version serves', why);
        continue;
      }
      // Where nothing serves yet there is nothing to protect: all but the poisoned stream is better than nothing.
      const onPoison = standing.kind === 'absent' ? 'quarantine' : 'stop';
      const projector = new Projector(shadow.building, projection, { onPoison, now });
      await projector.prepare();
      builders.push({ projector, standing });
    }
    return builders;
  }

  private async standing(projection: Projection): Promise<Standing> {
    const { shadow, store } = this.options;
    const standing = await standingOf(shadow.serving.reader, projection);
    // The head is asked for last: what serves goes on meanwhile, and would seem to be ahead of the log.
    const ahead = standing.kind === 'current' && standing.found.position > (await store.head());
    return ahead ? { ...standing, kind: 'outdated' } : standing;
  }

  /** Never past what serves, so that both can be compared at one position. */
  private async foldLog(builders: Builder[]): Promise<void> {
    for (let after = START; builders.length > 0;) {
      const bounds = await Promise.all(builders.map((builder) => this.bound(builder)));
      const upTo = bounds.reduce((lowest, bound) => (bound < lowest ? bound : lowest));
      if (after >= upTo) return;
      let unwritten = 0;
      for await (const { events, last } of this.pages(after, upTo)) {
        await this.take(builders, events);
        after = last;
        this.events += events.length;
        unwritten += 1;
        if (unwritten === PAGES_WRITTEN_TOGETHER) {
          for (const builder of builders) await written(builder);
          unwritten = 0;
        }
        this.tell('fold');
      }
      for (const builder of builders) await written(builder);
    }
  }

  /** Those that poison has stopped are left behind. */
  private async take(builders: Builder[], events: readonly DeliveredEvent[]): Promise<void> {
    for (const builder of [...builders])
      if (!(await this.taken(builder, events))) builders.splice(builders.indexOf(builder), 1);
  }

  private taken(builder: Builder, events: readonly DeliveredEvent[]): Promise<boolean> {
    const { projector } = builder;
    return this.strictly(projector.projection, async () => {
      builder.batch ??= await projector.beginBatch();
      builder.batch.take(events);
    });
  }

  private async bound({ projector: { projection }, standing }: Builder): Promise<GlobalPosition> {
    const { store, shadow } = this.options;
    if (standing.kind !== 'current') return store.head();
    const now = await standingOf(shadow.serving.reader, projection);
    return now.kind === 'absent' ? START : now.found.position;
  }

  /** Parsed once for all. */
  private async *pages(
    after: GlobalPosition,
    upTo: GlobalPosition,
  ): AsyncGenerator<{ readonly events: readonly DeliveredEvent[]; readonly last: GlobalPosition }> {
    const { store, signal } = this.options;
    for (let from = after; from < upTo;) {
      signal?.throwIfAborted();
      const page = (await store.readAll(from, PAGE)).filter(({ position }) => position <= upTo);
      const last = page.at(-1)?.position;
      if (last === undefined) return;
      yield { events: page.map(delivered), last };
      from = last;
    }
  }

  private applied({ projector }: Builder, after: GlobalPosition, events: readonly DeliveredEvent[]): Promise<boolean> {
    return this.strictly(projector.projection, () => projector.apply({ after, events }));
  }

  /** False where poison has stopped it. */
  private async strictly(projection: Projection, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof PoisonousEvent)) throw error;
      this.refuse(projection, 'poison', error.message);
      return false;
    }
  }

  private async catchUp(builder: Builder, upTo: GlobalPosition): Promise<boolean> {
    const { projector } = builder;
    for await (const { events } of this.pages(projector.position, upTo))
      if (!(await this.applied(builder, projector.position, events))) return false;
    return true;
  }

  private async finish(builder: Builder): Promise<void> {
    const { projector, standing } = builder;
    const { projection } = projector;
    this.tell('compare', projection);
    const compared =
      standing.kind === 'current' ? await this.againstServing(builder) : await this.againstSecondFold(builder);
    if (!compared) return;
    const { built: digest, rows, different, missing, surplus } = compared;
    const equal = digest === compared.serving;
    const against = standing.kind === 'current' ? 'serving' : 'second fold';
    if (against === 'second fold' && !equal) {
      this.refuse(projection, 'impure', `${projection.name} folds the same log to other rows the second time`);
      return;
    }
    if (!this.options.verifyOnly) {
      this.tell('take over', projection);
      if (!(await this.strictly(projection, () => takeOver(this.options, projector, standing)))) return;
    }
    this.results.push({
      projection: projection.name,
      outcome: this.options.verifyOnly ? 'verified' : 'swapped',
      position: projector.position,
      rows,
      digest,
      against,
      equal,
      differences: { different, missing, surplus },
    });
  }

  /** Position and rows of what serves are those of one snapshot. */
  private async againstServing(builder: Builder): Promise<TableComparison | undefined> {
    const { shadow } = this.options;
    const { projection } = builder.projector;
    return shadow.serving.reader.transaction().execute(async (snapshot) => {
      const { position } = await snapshot
        .selectFrom('checkpoints')
        .select('position')
        .where('projection', '=', projection.name)
        .executeTakeFirstOrThrow();
      if (!(await this.catchUp(builder, position))) return undefined;
      return compareTables(shadow.building.reader, snapshot, projection.tables);
    });
  }

  private async againstSecondFold(builder: Builder): Promise<TableComparison | undefined> {
    const { shadow, store, now } = this.options;
    const { projection } = builder.projector;
    if (!(await this.catchUp(builder, await store.head()))) return undefined;
    const { position } = builder.projector;
    const rule = { onPoison: builder.standing.kind === 'absent' ? 'quarantine' : 'stop', now } as const;
    const second = await digestOfLog(store, projection, position, shadow.scratch(), rule);
    const { digest, rows } = await digestOf(shadow.building, projection);
    return { built: digest, serving: second.digest, rows, different: 0, missing: 0, surplus: 0 };
  }

  private refuse({ name }: Projection, reason: 'poison' | 'impure' | 'another version serves', why: string): void {
    this.results.push({ projection: name, outcome: 'refused', reason, why });
  }

  private tell(doing: RebuildProgress['doing'], projection?: Projection): void {
    const seconds = (performance.now() - this.began) / 1_000;
    this.options.report?.({ doing, events: this.events, seconds, ...(projection && { projection: projection.name }) });
  }
}

const written = async (builder: Builder): Promise<void> => {
  if (builder.batch) await builder.projector.write(builder.batch);
  builder.batch = undefined;
};
