import type { Kysely } from 'kysely';
import type { AnyEvent, Instant } from '#kernel';
import { START, type GlobalPosition, type StoredEvent } from '#event-store';
import { ChangeSet } from './change-set.js';
import type { AnyChange } from './change.js';
import { messageOf } from './errors.js';
import type { EventMeta, Projection } from './projection.js';
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

/** A handler refused an event, every time it was tried. */
export class PoisonousEvent extends Error {
  override readonly name = 'PoisonousEvent';
  constructor(
    readonly projection: string,
    readonly stream: string,
    readonly position: GlobalPosition,
    override readonly cause: unknown,
  ) {
    super(`projection ${projection} cannot take ${stream} at position ${position}: ${messageOf(cause)}`);
  }
}

/** Consecutive events of the log; nothing lies between `after` and the first of them. */
export interface Batch {
  readonly after: GlobalPosition;
  readonly events: readonly DeliveredEvent[];
}
export interface DeliveredEvent {
  readonly event: AnyEvent;
  readonly meta: EventMeta;
}

export const delivered = ({ event, metadata, ...at }: StoredEvent): DeliveredEvent => ({
  event,
  meta: {
    stream: at.stream,
    revision: at.revision,
    position: at.position,
    recordedAt: at.recordedAt,
    actor: metadata.actor,
    metadata,
  },
});

export interface ProjectorOptions {
  /** `quarantine` sets the poisoned stream aside and goes on; `stop` throws `PoisonousEvent` and writes nothing. */
  readonly onPoison: 'quarantine' | 'stop';
  readonly now: () => Instant;
}

/** How often a handler is tried: a pure one fails the same way each time, one that is less pure than it should be may not. */
const TRIES = 5;
const ERROR_LENGTH = 500;

/** The write side of one projection: folds batches of events into its tables, together with the checkpoint. */
export class Projector {
  private readonly rows: RowWriter;
  private at: GlobalPosition = START;
  private recordedAt: Instant | null = null;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: ReadDatabase,
    readonly projection: Projection,
    private readonly options: ProjectorOptions,
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

  /**
   * Makes the tables, or finds the position they stand at. They are made anew when version or shape differ from what
   * stands in the database, and when the checkpoint lies past `head` (the log was put back to an earlier day).
   */
  prepare(head?: GlobalPosition): Promise<void> {
    return this.inTurn(async (db) => {
      const { name, version, tables } = this.projection;
      const found = await db.selectFrom('checkpoints').selectAll().where('projection', '=', name).executeTakeFirst();
      const stands =
        found?.version === version &&
        found.tables === shapeOf(tables) &&
        (head === undefined || found.position <= head);
      if (!stands) return this.begin(db);
      return () => this.standAt(found.position, found.recorded_at);
    });
  }

  /** Empties the tables; the whole log is to be delivered again. */
  rebuild(): Promise<void> {
    return this.inTurn((db) => this.begin(db));
  }

  /**
   * Folds the batch's events after the own position into the tables, in one transaction with the checkpoint. Events
   * seen before are passed over, so a doubled delivery changes nothing.
   * @returns streams set aside in this batch
   * @throws CheckpointMoved, PoisonousEvent (where poison stops), RangeError for a batch that leaves events out
   */
  async apply({ after, events }: Batch): Promise<readonly QuarantinedStream[]> {
    const poisoned: QuarantinedStream[] = [];
    await this.inTurn(async (db) => {
      if (this.at < after) throw new RangeError(`${this.projection.name} stands before position ${after}`);
      const fresh = events.filter(({ meta }) => meta.position > this.at);
      const last = fresh.at(-1)?.meta;
      if (!last) return () => undefined;
      await this.moveCheckpoint(db, last.position, last.recordedAt);
      const aside = new Set(await this.quarantinedStreams(db));
      const changes = new ChangeSet(this.projection.tables);
      for (const one of fresh) {
        if (aside.has(one.meta.stream)) continue;
        const poison = this.take(one, changes);
        if (!poison) continue;
        aside.add(one.meta.stream);
        poisoned.push(poison);
      }
      if (poisoned.length > 0) await db.insertInto('quarantine').values(poisoned).execute();
      if (!changes.isEmpty) await this.rows.write(db as unknown as Kysely<SomeTables>, changes);
      return () => this.standAt(last.position, last.recordedAt);
    });
    return poisoned;
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
      const changes = new ChangeSet(this.projection.tables);
      for (const one of await read(entry.revision)) {
        if (one.meta.position > this.at) break;
        const poison = this.take(one, changes);
        if (poison) throw new PoisonousEvent(poison.projection, stream, poison.position, poison.error);
      }
      if (!changes.isEmpty) await this.rows.write(db as unknown as Kysely<SomeTables>, changes);
      return () => undefined;
    });
    return released;
  }

  private take(one: DeliveredEvent, changes: ChangeSet): QuarantinedStream | undefined {
    const handler = this.projection.handlers.get(one.event.type);
    if (!handler) return undefined;
    for (let attempt = 1; ; attempt++) {
      try {
        const answer = handler(one.event, one.meta);
        changes.add(Array.isArray(answer) ? (answer as readonly AnyChange[]) : [answer as AnyChange]);
        return undefined;
      } catch (error) {
        if (attempt < TRIES) continue;
        const { stream, position, revision } = one.meta;
        if (this.options.onPoison === 'stop') throw new PoisonousEvent(this.projection.name, stream, position, error);
        return {
          projection: this.projection.name,
          stream,
          position,
          revision,
          error: messageOf(error).slice(0, ERROR_LENGTH),
          since: this.options.now(),
        };
      }
    }
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
      // A projection that was renamed has left its tables behind under its old name.
      const sharesTables = Object.keys(JSON.parse(former.tables) as Tables).some((table) => table in tables);
      if (former.projection !== name && !sharesTables) continue;
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
