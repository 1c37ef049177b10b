import type { Kysely } from 'kysely';
import type { Instant } from '#kernel';
import { START, type EventStore, type GlobalPosition, type StoredEvent } from '#event-store';
import { delivered, foldBatch } from './fold-batch.js';
import { CheckpointMoved, gaveWayTo, standingOf, type Projector, type Standing } from './projector.js';
import type { QuarantinedStream } from './quarantine.js';
import type { RuntimeTables } from './read-database.js';
import { RowWriter, type SomeTables } from './row-writer.js';
import { formerName, nextName, shapeOf, tablesOf } from './schema.js';
import type { Shadow } from './shadow.js';

export interface RebuildPorts {
  /** Read only. */
  readonly store: Pick<EventStore, 'readAll' | 'head'>;
  readonly shadow: Shadow;
  readonly now: () => Instant;
  readonly signal?: AbortSignal;
}

/** So few events are left to the swap itself. */
const FEW = 200;
const PAGE = 1_000;

/**
 * Lets built tables serve in the place of those that did: in one transaction that holds them at a position, the new ones
 * are brought to the same position and given the names of the old. Whoever keeps the old ones up goes on with the new,
 * and notices nothing; who reads sees the one or the other, whole. Then the old ones are dropped.
 * @throws CheckpointMoved where what served was made anew meanwhile
 */
export const takeOver = async (ports: RebuildPorts, built: Projector, standing: Standing): Promise<void> => {
  await ports.shadow.bringOver(built.projection.tables);
  const quarantined = await ports.shadow.building.reader
    .selectFrom('quarantine')
    .selectAll()
    .where('projection', '=', built.projection.name)
    .execute();
  const next = new NextTables(ports, built, standing, quarantined);
  for (;;) {
    const ahead = await next.nearly();
    const former = await next.swapped(ahead);
    if (former) return next.drop(former);
  }
};

class NextTables {
  private readonly rows: RowWriter;
  private at: GlobalPosition;
  private recordedAt: Instant | null;

  constructor(
    private readonly ports: RebuildPorts,
    private readonly built: Projector,
    private readonly standing: Standing,
    /** None where poison stops. */
    private readonly quarantined: QuarantinedStream[],
  ) {
    this.at = built.position;
    this.recordedAt = built.lastRecordedAt;
    this.rows = new RowWriter(this.writer as unknown as Kysely<SomeTables>, built.projection.tables, nextName);
  }

  /** Catches up until little is left, and answers with what comes next in the log. */
  async nearly(): Promise<readonly StoredEvent[]> {
    for (;;) {
      this.ports.signal?.throwIfAborted();
      const goal = await this.goal(this.writer);
      const page = await this.ports.store.readAll(this.at, PAGE);
      const due = page.filter(({ position }) => position <= goal);
      if (due.length <= FEW) return page;
      await this.writer.transaction().execute((db) => this.write(db, due));
    }
  }

  /**
   * The swap; nothing where the predecessor has gone further than `ahead` reaches.
   * @returns tables that have served until now
   */
  async swapped(ahead: readonly StoredEvent[]): Promise<readonly string[] | undefined> {
    const { projection } = this.built;
    const former: string[] = [];
    const done = await this.writer.transaction().execute(async (db) => {
      // From here on the predecessor stands still.
      await db
        .updateTable('checkpoints')
        .set((row) => ({ version: row.ref('version') }))
        .where('projection', '=', projection.name)
        .execute();
      const goal = await this.goal(db);
      if (goal > this.at && (ahead.at(-1)?.position ?? START) < goal) return false;
      await this.write(
        db,
        ahead.filter(({ position }) => position <= goal),
      );
      const all = await db.selectFrom('checkpoints').selectAll().execute();
      for (const predecessor of all.filter((each) => gaveWayTo(each, projection))) {
        for (const table of tablesOf(predecessor.tables)) {
          await db.schema.alterTable(table).renameTo(formerName(table)).execute();
          former.push(formerName(table));
        }
        for (const runtime of ['checkpoints', 'quarantine'] as const)
          await db.deleteFrom(runtime).where('projection', '=', predecessor.projection).execute();
      }
      for (const table of Object.keys(projection.tables))
        await db.schema.alterTable(nextName(table)).renameTo(table).execute();
      const { name, version, tables } = projection;
      const stand = { position: this.at, recorded_at: this.recordedAt };
      await db
        .insertInto('checkpoints')
        .values({ projection: name, version, tables: shapeOf(tables), ...stand })
        .execute();
      if (this.quarantined.length > 0) await db.insertInto('quarantine').values(this.quarantined).execute();
      return true;
    });
    return done ? former : undefined;
  }

  async drop(former: readonly string[]): Promise<void> {
    for (const table of former) await this.writer.schema.dropTable(table).ifExists().execute();
  }

  private get writer(): Kysely<RuntimeTables> {
    return this.ports.shadow.serving.writer;
  }

  /** Where the predecessor stands; the head of the log where nobody keeps it up. */
  private async goal(db: Kysely<RuntimeTables>): Promise<GlobalPosition> {
    const now = await standingOf(db, this.built.projection);
    const { standing } = this;
    const before = standing.kind === 'absent' ? undefined : standing.found;
    const found = now.kind === 'absent' ? undefined : now.found;
    const same =
      before?.version === found?.version &&
      before?.tables === found?.tables &&
      (standing.kind === 'current' || before?.position === found?.position);
    if (!same) throw new CheckpointMoved(this.built.projection.name, before?.position ?? START);
    return standing.kind === 'current' ? found!.position : this.ports.store.head();
  }

  private async write(db: Kysely<RuntimeTables>, due: readonly StoredEvent[]): Promise<void> {
    const last = due.at(-1);
    if (!last) return;
    const { projection } = this.built;
    const onPoison = this.standing.kind === 'absent' ? 'quarantine' : 'stop';
    const { now } = this.ports;
    const aside = this.quarantined.map(({ stream }) => stream);
    const { changes, poisoned } = foldBatch(projection, due.map(delivered), aside, { onPoison, now });
    if (!changes.isEmpty) await this.rows.write(db as unknown as Kysely<SomeTables>, changes);
    this.quarantined.push(...poisoned);
    this.at = last.position;
    this.recordedAt = last.recordedAt;
  }
}
