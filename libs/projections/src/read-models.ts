import type { Kysely } from 'kysely';
import type { AnyEvent, Instant } from '#kernel';
import type { GlobalPosition } from '#event-store';
import { digestOf, type Digest } from './digest.js';
import type { Projection } from './projection.js';
import type { QuarantinedStream } from './quarantine.js';
import type { ReadDatabase } from './read-database.js';
import { createRuntimeTables } from './schema.js';
import { openSqliteReadDatabase } from './sqlite-read-database.js';
import type { RowsOf, Tables } from './table.js';

/** A projection has committed everything up to this position. */
export interface Applied {
  readonly projection: string;
  readonly position: GlobalPosition;
  readonly recordedAt: Instant | null;
}

/** How often the checkpoints are looked up when the projector runs in another process and tells nothing. */
const POLL_MS = 50;

/** There are no tables yet that could answer: they are being built from the log. */
export class ReadModelBeingBuilt extends Error {
  override readonly name = 'ReadModelBeingBuilt';
  readonly retryAfterSeconds = 5;
  constructor(readonly projection: string) {
    super(`${projection} is being built`);
  }
}

/** The database of the read models as everybody reads it. Whoever asks for it, asks for this class. */
export class ReadModels {
  private readonly listeners = new Set<(applied: Applied) => void>();
  private readonly positions = new Map<string, GlobalPosition>();
  /** Projections kept by this process. */
  private readonly own = new Set<string>();
  private readonly closed = new Set<string>();
  private lookedUp = false;

  private constructor(readonly database: ReadDatabase) {}

  /** @param file of the SQLite database, or `:memory:` */
  static open(file: string): Promise<ReadModels> {
    return ReadModels.on(openSqliteReadDatabase(file));
  }

  static async on(database: ReadDatabase): Promise<ReadModels> {
    await createRuntimeTables(database.writer, database.columnTypes);
    return new ReadModels(database);
  }

  /** For queries over any read models: `db<RowsOf<typeof boardTables>>()`. Read only. */
  db<Rows>(): Kysely<Rows> {
    return this.database.reader as unknown as Kysely<Rows>;
  }

  /**
   * For queries on the tables of one projection, typed by its definition.
   * @throws ReadModelBeingBuilt while there are no tables that could answer
   */
  of<T extends Tables>(projection: Projection<AnyEvent, T>): Kysely<RowsOf<T>> {
    if (!this.canAnswer(projection)) throw new ReadModelBeingBuilt(projection.name);
    return this.db<RowsOf<T>>();
  }

  canAnswer({ name }: Pick<Projection, 'name'>): boolean {
    return !this.closed.has(name);
  }

  /** Told by the projection runner: whether the tables can answer. */
  serves({ name }: Projection, answers: boolean): void {
    if (answers) this.closed.delete(name);
    else this.closed.add(name);
  }

  /** Told after each commit; the answer takes the listener off again. */
  onApplied(listener: (applied: Applied) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Called by the projection runner after a commit. A listener's failure is handed back, not thrown. */
  applied(applied: Applied): readonly unknown[] {
    this.own.add(applied.projection);
    this.positions.set(applied.projection, applied.position);
    const failures: unknown[] = [];
    for (const listener of [...this.listeners]) {
      try {
        listener(applied);
      } catch (error) {
        failures.push(error);
      }
    }
    return failures;
  }

  /**
   * Waits until what was written at `position` can be read, so that people see their own change.
   * @param projections by name; where none is named, all that this process keeps, or else all that the database knows
   * @returns whether it can; false after `timeoutMs` milliseconds
   */
  async caughtUp(position: GlobalPosition, timeoutMs: number, projections?: readonly string[]): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    if (!this.lookedUp) await this.lookUpPositions();
    while (!this.stand(position, projections)) {
      const left = deadline - performance.now();
      if (left <= 0) return false;
      if (!(await this.news(Math.min(left, POLL_MS)))) await this.lookUpPositions();
    }
    return true;
  }

  /** Streams set aside, of one projection or stream or of all; what is shown of them is stale. */
  quarantined(of: Partial<Pick<QuarantinedStream, 'projection' | 'stream'>> = {}): Promise<QuarantinedStream[]> {
    let query = this.database.reader.selectFrom('quarantine').selectAll();
    if (of.projection !== undefined) query = query.where('projection', '=', of.projection);
    if (of.stream !== undefined) query = query.where('stream', '=', of.stream);
    return query.orderBy('projection').orderBy('position').execute();
  }

  digest(projection: Projection): Promise<Digest> {
    return digestOf(this.database, projection);
  }

  close(): Promise<void> {
    return this.database.close();
  }

  private stand(position: GlobalPosition, projections?: readonly string[]): boolean {
    const names = projections ?? [...(this.own.size > 0 ? this.own : this.positions.keys())];
    return names.length > 0 && names.every((name) => (this.positions.get(name) ?? '') >= position);
  }

  private async lookUpPositions(): Promise<void> {
    const found = await this.database.reader.selectFrom('checkpoints').select(['projection', 'position']).execute();
    this.lookedUp = true;
    this.positions.clear();
    for (const { projection, position } of found) this.positions.set(projection, position);
  }

  private news(withinMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (news: boolean): void => {
        clearTimeout(timer);
        stop();
        resolve(news);
      };
      const timer = setTimeout(() => done(false), withinMs);
      const stop = this.onApplied(() => done(true));
    });
  }
}
