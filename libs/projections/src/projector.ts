import type { Kysely, Selectable } from 'kysely';
import type { Instant } from '#kernel';
import { START, type GlobalPosition } from '#event-store';
import { failpoint } from '#platform';
import { BatchFold, foldBatch, type DeliveredEvent, type PoisonRule } from './fold-batch.js';
import type { Projection } from './projection.js';
import type { QuarantinedStream } from './quarantine.js';
import type { ReadDatabase, RuntimeTables } from './read-database.js';
import { RowWriter, type SomeTables } from './row-writer.js';
import { createTables, dropTables, shapeOf } from './schema.js';
import type { Tables } from './table.js';

/** Another projector has moved this projection on (or built it anew): this one must stop writing. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';
  constructor(
    readonly projection: string,
    readonly from: GlobalPosition,
  ) {
    super(`projection ${projection} no longer stands at position ${from || 'start'}`);
  }
}

/** Consecutive events of the log; nothing lies between `after` and the first of them. */
export interface Batch {
  readonly after: GlobalPosition;
  readonly events: readonly DeliveredEvent[];
}
/** How a projection stands in the database: `outdated` serves what another version or shape of it has made. */
export type Standing =
  { readonly kind: 'absent' } | { readonly kind: 'current' | 'outdated'; readonly found: Checkpoint };
export type Checkpoint = Selectable<RuntimeTables['checkpoints']>;

/**
 * How the tables stand to the definition. They are outdated where version or shape differ, and where the checkpoint
 * lies past `head` (the log was put back to an earlier day).
 */
export const standingOf = async (
  db: Kysely<RuntimeTables>,
  { name, version, tables }: Projection,
  head?: GlobalPosition,
): Promise<Standing> => {
  const found = await db.selectFrom('checkpoints').selectAll().where('projection', '=', name).executeTakeFirst();
  if (!found) return { kind: 'absent' };
  const current =
    found.version === version && found.tables === shapeOf(tables) && (head === undefined || found.position <= head);
  return { kind: current ? 'current' : 'outdated', found };
};

/** The write side of one projection: folds batches of events into its tables, together with the checkpoint. */
export class Projector {
  private readonly rows: RowWriter;
  private at: GlobalPosition = START;
  private recordedAt: Instant | null = null;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: ReadDatabase,
    readonly projection: Projection,
    private readonly options: PoisonRule,
  ) {
    this.rows = new RowWriter(database.writer as unknown as Kysely<SomeTables>, projection.tables);
  }

  get position(): GlobalPosition {
    return this.at;
  }

  /** `recordedAt` of the last event this projection has passed; null before the first. */
  get lastRecordedAt(): Instant | null {
    return this.recordedAt;
  }

  standing(head?: GlobalPosition): Promise<Standing> {
    return standingOf(this.database.reader, this.projection, head);
  }

  /** Makes the tables, or finds the position they stand at. Outdated ones are made anew, and are empty then. */
  prepare(head?: GlobalPosition): Promise<void> {
    return this.inTurn(async (db) => {
      const standing = await standingOf(db, this.projection, head);
      if (standing.kind !== 'current') return this.begin(db);
      const { found } = standing;
      return () => this.standAt(found.position, found.recorded_at);
    });
  }

  /**
   * Folds the batch's events after the own position into the tables, in one transaction with the checkpoint. Events
   * seen before are passed over, so a doubled delivery changes nothing.
   * @returns streams set aside in this batch
   * @throws CheckpointMoved, PoisonousEvent (where poison stops), RangeError for a batch that leaves events out
   */
  async apply({ after, events }: Batch): Promise<readonly QuarantinedStream[]> {
    let set: readonly QuarantinedStream[] = [];
    await this.inTurn(async (db) => {
      if (this.at < after) throw new RangeError(`${this.projection.name} stands before position ${after}`);
      const fresh = this.at === after ? events : events.filter(({ meta }) => meta.position > this.at);
      const last = fresh.at(-1)?.meta;
      if (!last) return () => undefined;
      await this.moveCheckpoint(db, last.position, last.recordedAt);
      const fold = foldBatch(this.projection, fresh, await this.quarantinedStreams(db), this.options);
      set = fold.poisoned;
      await this.put(db, fold);
      failpoint('after-apply-before-checkpoint');
      return () => this.standAt(last.position, last.recordedAt);
    });
    return set;
  }

  /** A batch whose events come in parts, from where this projection stands on; nobody else may move it until `write`. */
  async beginBatch(): Promise<BatchFold> {
    return new BatchFold(this.projection, await this.quarantinedStreams(this.database.writer), this.options);
  }

  /** Writes what a batch that came in parts has come to. @throws CheckpointMoved */
  async write(fold: BatchFold): Promise<void> {
    await this.inTurn(async (db) => {
      const { last } = fold;
      if (!last) return () => undefined;
      await this.moveCheckpoint(db, last.position, last.recordedAt);
      await this.put(db, fold);
      return () => this.standAt(last.position, last.recordedAt);
    });
  }

  /**
   * Lets a quarantined stream back in and catches up on the events it missed. They are applied now, after events of
   * other streams that were written later: where rows join several streams, `rebuild` instead.
   * @param read the stream's events from a revision on
   * @returns false where the stream was not quarantined
   * @throws PoisonousEvent while it still is poisonous; it then stays in quarantine
   */
  async release(stream: string, read: (fromRevision: number) => Promise<readonly DeliveredEvent[]>): Promise<boolean> {
    let released = false;
    await this.inTurn(async (db) => {
      await this.moveCheckpoint(db, this.at, this.recordedAt);
      const mine = db
        .deleteFrom('quarantine')
        .where('projection', '=', this.projection.name)
        .where('stream', '=', stream);
      const entry = await mine.returning('revision').executeTakeFirst();
      released = entry !== undefined;
      if (!entry) return () => undefined;
      const missed = (await read(entry.revision)).filter(({ meta }) => meta.position <= this.at);
      const { changes } = foldBatch(this.projection, missed, [], { ...this.options, onPoison: 'stop' });
      if (!changes.isEmpty) await this.rows.write(db as unknown as Kysely<SomeTables>, changes);
      return () => undefined;
    });
    return released;
  }

  private async put(db: Kysely<RuntimeTables>, { changes, poisoned }: BatchFold): Promise<void> {
    if (poisoned.length > 0) await db.insertInto('quarantine').values(poisoned).execute();
    if (!changes.isEmpty) await this.rows.write(db as unknown as Kysely<SomeTables>, changes);
  }

  /** First statement of every transaction: it takes the write lock, and a second projector loses here. */
  private async moveCheckpoint(
    db: Kysely<RuntimeTables>,
    position: GlobalPosition,
    recordedAt: Instant | null,
  ): Promise<void> {
    const { name, version } = this.projection;
    const { numUpdatedRows } = await db
      .updateTable('checkpoints')
      .set({ position, recorded_at: recordedAt })
      .where('projection', '=', name)
      .where('version', '=', version)
      .where('position', '=', this.at)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new CheckpointMoved(name, this.at);
  }

  private async quarantinedStreams(db: Kysely<RuntimeTables>): Promise<readonly string[]> {
    const found = await db
      .selectFrom('quarantine')
      .select('stream')
      .where('projection', '=', this.projection.name)
      .execute();
    return found.map(({ stream }) => stream);
  }

  private async begin(db: Kysely<RuntimeTables>): Promise<() => void> {
    const { name, version, tables } = this.projection;
    for (const former of await db.selectFrom('checkpoints').select(['projection', 'tables']).execute()) {
      if (!gaveWayTo(former, this.projection)) continue;
      await dropTables(db, former.tables);
      await db.deleteFrom('quarantine').where('projection', '=', former.projection).execute();
      await db.deleteFrom('checkpoints').where('projection', '=', former.projection).execute();
    }
    await createTables(db, tables, this.database.columnTypes);
    await db
      .insertInto('checkpoints')
      .values({ projection: name, version, tables: shapeOf(tables), position: START, recorded_at: null })
      .execute();
    return () => this.standAt(START, null);
  }

  private standAt(position: GlobalPosition, recordedAt: Instant | null): void {
    this.at = position;
    this.recordedAt = recordedAt;
  }

  /** One transaction at a time; what it hands back is done once it is committed, before the next begins. */
  private inTurn(work: (db: Kysely<RuntimeTables>) => Promise<() => void>): Promise<void> {
    const mine = this.turn.then(async () => {
      const committed = await this.database.writer.transaction().execute(work);
      committed();
    });
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}

/** Whether these tables end where the projection's begin: also those of one that was renamed and left them behind. */
export const gaveWayTo = ({ projection, tables }: Pick<Checkpoint, 'projection' | 'tables'>, by: Projection): boolean =>
  projection === by.name || Object.keys(JSON.parse(tables) as Tables).some((table) => table in by.tables);
