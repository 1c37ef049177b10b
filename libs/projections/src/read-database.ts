import type { Kysely } from 'kysely';
import type { ColumnType } from './table.js';

/** Tables of the runtime itself, beside those of the projections. */
export interface RuntimeTables {
  checkpoints: {
    projection: string;
    version: number;
    /** Shape of the tables as they stand (JSON), so that a change of definition is noticed. */
    tables: string;
    position: string;
    /** `recordedAt` of the event at the position. */
    recorded_at: number | null;
  };
  quarantine: {
    projection: string;
    stream: string;
    /** Of the poisonous event. */
    position: string;
    revision: number;
    error: string;
    /** When the stream was set aside, epoch milliseconds. */
    since: number;
  };
}

/** What tells one database of read models from another; everything else is said in Kysely. */
export interface ReadDatabase {
  readonly writer: Kysely<RuntimeTables>;
  /** Sees what is committed; in memory it is the writer itself. */
  readonly reader: Kysely<RuntimeTables>;
  readonly columnTypes: Readonly<
    Record<ColumnType, 'text' | 'integer' | 'bigint' | 'double precision' | 'real' | 'blob' | 'bytea'>
  >;
  close(): Promise<void>;
}
