import { DatabaseSync, type StatementSyncInstance } from '@photostructure/sqlite';
import { START, type GlobalPosition } from '#event-store';
import type { Instant } from '#kernel';

/** One open process as the guards see it. */
export interface OpenProcess {
  readonly processId: string;
  readonly stream: string;
  readonly position: GlobalPosition;
  /** Earliest rung, null where the process waits for people only. */
  readonly nextDue: Instant | null;
  readonly stage: string;
  readonly closed: boolean;
  readonly openedAt: Instant;
}

const SCHEMA = `
  create table if not exists checkpoints (name text primary key, position text not null) strict, without rowid;
  create table if not exists facts (name text primary key, value text not null) strict, without rowid;
  create table if not exists open_processes (
    process_id text primary key, stream text not null, position text not null, next_due integer,
    stage text not null, closed integer not null, opened_at integer not null) strict, without rowid;
  create index if not exists open_processes_due on open_processes (next_due) where closed = 0;
`;

/** No process id: those begin with their category and a colon. */
const REBUILT = 'done';

/**
 * `process.db`: how far the bridge and the reactions have come, and which processes are open. All of it follows from
 * the log and may be thrown away with the bridge stopped; the epoch then begins at the clock, later than any before.
 */
export class ProcessStore {
  readonly #db: InstanceType<typeof DatabaseSync>;
  readonly #upsert: StatementSyncInstance;
  readonly #remove: StatementSyncInstance;
  readonly #saveCheckpoint: StatementSyncInstance;
  readonly #saveFact: StatementSyncInstance;
  readonly #isOpen: StatementSyncInstance;

  /** For whoever only looks: nothing is made or changed. */
  static reading(file: string): ProcessStore {
    return new ProcessStore(file, 0, { readOnly: true });
  }

  constructor(file: string, now: Instant, { readOnly = false } = {}) {
    this.#db = new DatabaseSync(file, { readOnly, timeout: 5_000 });
    if (!readOnly) this.#db.exec(`pragma journal_mode=wal; pragma synchronous=full; ${SCHEMA}`);
    this.#upsert = this.#db.prepare(
      `insert into open_processes (process_id, stream, position, next_due, stage, closed, opened_at)
       values (?, ?, ?, ?, ?, ?, ?)
       on conflict (process_id) do update set position = excluded.position, next_due = excluded.next_due,
         stage = excluded.stage, closed = excluded.closed`,
    );
    this.#remove = this.#db.prepare('delete from open_processes where process_id = ? and closed = 1');
    this.#saveCheckpoint = this.#db.prepare(
      'insert into checkpoints values (?, ?) on conflict (name) do update set position = excluded.position',
    );
    this.#saveFact = this.#db.prepare(
      'insert into facts values (?, ?) on conflict (name) do update set value = excluded.value',
    );
    this.#isOpen = this.#db.prepare('select 1 from open_processes where process_id = ? and closed = 0');
    if (!readOnly && this.fact('epoch') === undefined) this.setFact('epoch', String(Math.floor(now / 1000)));
  }

  checkpoint(name: string): GlobalPosition {
    const row = this.#one<{ position: string }>('select position from checkpoints where name = ?', name);
    return row?.position ?? START;
  }

  /** Rows and the checkpoint that stands for them, in one transaction. */
  save(name: string, position: GlobalPosition, changed: Iterable<OpenProcess>, gone: Iterable<string>): void {
    this.#together(() => {
      for (const { processId, stream, position: at, nextDue, stage, closed, openedAt } of changed)
        this.#upsert.run(processId, stream, at, nextDue, stage, closed ? 1 : 0, openedAt);
      for (const processId of gone) this.#remove.run(processId);
      this.#saveCheckpoint.run(name, position);
    });
  }

  saveCheckpoint(name: string, position: GlobalPosition): void {
    this.#saveCheckpoint.run(name, position);
  }

  get epoch(): number {
    return Number(this.fact('epoch'));
  }

  fact(name: string): string | undefined {
    return this.#one<{ value: string }>('select value from facts where name = ?', name)?.value;
  }

  setFact(name: string, value: string): void {
    this.#saveFact.run(name, value);
  }

  /** A new epoch, and all that was noted under the old one forgotten where the log is another one now. */
  beginEpoch({ forgetAll, facts = {} }: { forgetAll: boolean; facts?: Readonly<Record<string, string>> }): void {
    this.#together(() => {
      if (forgetAll) this.#db.exec('delete from open_processes; delete from checkpoints;');
      this.setFact('epoch', String(this.epoch + 1));
      this.setFact('rebuilding-after', forgetAll ? REBUILT : '');
      for (const [name, value] of Object.entries(facts)) this.setFact(name, value);
    });
  }

  /** Id of the last process that the rebuild of this epoch has delivered; undefined where none is under way. */
  get rebuiltUpTo(): string | undefined {
    const after = this.fact('rebuilding-after') ?? REBUILT;
    return after === REBUILT ? undefined : after;
  }

  /** Undefined when all are. Says nothing where another epoch has begun meanwhile, by whichever program. */
  setRebuiltUpTo(processId: string | undefined, epoch: number): void {
    this.#db
      .prepare(
        `update facts set value = ? where name = 'rebuilding-after'
         and (select value from facts where name = 'epoch') = ?`,
      )
      .run(processId ?? REBUILT, String(epoch));
  }

  /** Open processes with a rung before `before`, the oldest first. */
  overdue(before: Instant, limit: number): OpenProcess[] {
    const query = 'select * from open_processes where closed = 0 and next_due < ? order by next_due limit ?';
    return this.#db.prepare(query).all(before, limit).map(fromRow);
  }

  /** Open processes by id, `limit` after `afterId`. */
  openPage(afterId: string, limit: number): OpenProcess[] {
    const query = 'select * from open_processes where closed = 0 and process_id > ? order by process_id limit ?';
    return this.#db.prepare(query).all(afterId, limit).map(fromRow);
  }

  isOpen(processId: string): boolean {
    return this.#isOpen.get(processId) !== undefined;
  }

  /** All, or those up to an id. */
  countOpen(upToId?: string): number {
    const query = 'select count(*) as n from open_processes where closed = 0';
    const row =
      upToId === undefined
        ? this.#one<{ n: number }>(query)
        : this.#one<{ n: number }>(`${query} and process_id <= ?`, upToId);
    return row?.n ?? 0;
  }

  close(): void {
    this.#db.close();
  }

  #one<Row>(query: string, ...values: string[]): Row | undefined {
    return this.#db.prepare(query).get(...values) as Row | undefined;
  }

  #together(work: () => void): void {
    this.#db.exec('begin immediate');
    try {
      work();
      this.#db.exec('commit');
    } catch (error) {
      this.#db.exec('rollback');
      throw error;
    }
  }
}

interface Row {
  readonly process_id: string;
  readonly stream: string;
  readonly position: string;
  readonly next_due: number | null;
  readonly stage: string;
  readonly closed: number;
  readonly opened_at: number;
}

const fromRow = (row: unknown): OpenProcess => {
  const { process_id, stream, position, next_due, stage, closed, opened_at } = row as Row;
  return {
    processId: process_id,
    stream,
    position,
    nextDue: next_due,
    stage,
    closed: closed === 1,
    openedAt: opened_at,
  };
};
