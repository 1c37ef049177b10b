import type { Selectable } from 'kysely';
import type { RuntimeTables } from './read-database.js';

/** A stream that one projection has set aside since it met an event it cannot take; its rows there are stale. */
export type QuarantinedStream = Selectable<RuntimeTables['quarantine']>;
