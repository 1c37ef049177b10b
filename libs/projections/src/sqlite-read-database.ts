import { DatabaseSync } from '@photostructure/sqlite';
import { CompiledQuery, Kysely, SqliteDialect, SqliteDriver, type DatabaseConnection } from 'kysely';
import type { ReadDatabase, RuntimeTables } from './read-database.js';

const BUSY_TIMEOUT_MS = 5_000;
const CACHED_STATEMENTS = 500;

/**
 * `read.db`, or `:memory:`. The file may be thrown away at any time, so `synchronous=NORMAL` is enough: after a loss of
 * power the last batches are missing together with their checkpoint, and are projected again. What is deleted is
 * overwritten: words by which an erased person was found must not be left in free pages.
 */
export const openSqliteReadDatabase = (
  file: string,
  /** Built in one go and thrown away where that fails: it need not survive anything. */
  { disposable = false }: { readonly disposable?: boolean } = {},
): ReadDatabase => {
  const connection = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  const survival = disposable
    ? 'pragma journal_mode = memory; pragma synchronous = off; pragma cache_size = -32768;'
    : 'pragma journal_mode = wal; pragma synchronous = normal; pragma secure_delete = on;';
  connection.exec(`${survival} pragma temp_store = memory;`);
  const writer = new Kysely<RuntimeTables>({ dialect: new WriterDialect({ database: kyselyDatabase(connection) }) });
  const reading =
    file === ':memory:' ? undefined : new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
  const reader = reading
    ? new Kysely<RuntimeTables>({ dialect: new SqliteDialect({ database: kyselyDatabase(reading) }) })
    : writer;
  return {
    writer,
    reader,
    columnTypes: { text: 'text', integer: 'integer', real: 'real', blob: 'blob' },
    close: async () => {
      if (reader !== writer) await reader.destroy();
      await writer.destroy();
      // Kysely closes only what it has used.
      for (const used of [reading, connection]) if (used?.isOpen) used.close();
    },
  };
};

/** A deferred transaction that finds another writer fails at once; an immediate one waits its turn. */
class WriterDialect extends SqliteDialect {
  constructor(private readonly config: ConstructorParameters<typeof SqliteDialect>[0]) {
    super(config);
  }

  override createDriver(): SqliteDriver {
    return new (class extends SqliteDriver {
      override async beginTransaction(connection: DatabaseConnection): Promise<void> {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
      }
    })(this.config);
  }
}

type KyselyDatabase = Exclude<ConstructorParameters<typeof SqliteDialect>[0]['database'], () => unknown>;
type KyselyStatement = ReturnType<KyselyDatabase['prepare']>;

const kyselyDatabase = (connection: InstanceType<typeof DatabaseSync>): KyselyDatabase => {
  const cache = new Map<string, KyselyStatement>();
  const prepare = (sql: string): KyselyStatement => {
    const statement = connection.prepare(sql);
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...parameters) as unknown[],
      run: (parameters) => statement.run(...parameters),
      // A statement of its own: a cached one could be started again while it is still being read.
      iterate: (parameters) => connection.prepare(sql).iterate(...parameters),
    };
  };
  return {
    close: () => connection.close(),
    prepare: (sql) => {
      const cached = cache.get(sql);
      if (cached) return cached;
      if (cache.size >= CACHED_STATEMENTS) cache.delete(cache.keys().next().value!);
      const statement = prepare(sql);
      cache.set(sql, statement);
      return statement;
    },
  };
};
