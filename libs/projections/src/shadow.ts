import type { Kysely } from 'kysely';
import type { ReadDatabase, RuntimeTables } from './read-database.js';
import type { Tables } from './table.js';

/**
 * Where tables are built anew while the old ones serve: a file of its own in SQLite; a schema of its own would do in
 * PostgreSQL, where bringing over costs nothing. What is left of one that was not finished is thrown away.
 */
export interface Shadow {
  readonly building: ReadDatabase;
  /** The tables that serve. The reader is nobody else's: a snapshot may be held for long. */
  readonly serving: {
    readonly writer: Kysely<RuntimeTables>;
    readonly reader: Kysely<RuntimeTables>;
  };
  /** An empty database of no worth, for a second fold. */
  scratch(): ReadDatabase;
  /** Copies built tables beside the serving ones, as `nextName` calls them, in steps that nobody has to wait for. */
  bringOver(tables: Tables): Promise<void>;
  /** Closes all, and leaves nothing behind. */
  discard(): Promise<void>;
}
