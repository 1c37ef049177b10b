import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { GroupCommit } from './group-commit.js';
import { VaultUnavailable } from './vault-errors.js';

let database: DatabaseSyncInstance;
let commits: GroupCommit;
let begun: number;
let full: boolean;

const insert = (n: number) => () => {
  database.prepare('INSERT INTO t VALUES (?)').run(n);
  return n;
};
const rows = () => (database.prepare('SELECT n FROM t ORDER BY n').all() as { n: number }[]).map(({ n }) => n);

beforeEach(() => {
  database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE t (n INTEGER PRIMARY KEY)');
  begun = 0;
  full = false;
  const counted = {
    exec: (sql: string) => {
      if (sql.startsWith('BEGIN')) begun += 1;
      if (sql === 'COMMIT' && full) throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
      database.exec(sql);
    },
    get isTransaction() {
      return database.isTransaction;
    },
  };
  commits = new GroupCommit(counted as unknown as DatabaseSyncInstance);
});
afterEach(() => database.close());

describe('group commit', () => {
  it('puts all writes of one turn into one transaction', async () => {
    expect(await Promise.all(Array.from({ length: 100 }, (_, n) => commits.run(insert(n))))).toHaveLength(100);
    expect(begun).toBe(1);
  });

  it('lets one refused write fail alone', async () => {
    const results = await Promise.allSettled([commits.run(insert(1)), commits.run(insert(1)), commits.run(insert(2))]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(rows()).toEqual([1, 2]);
  });

  it('answers nobody with success when the commit fails, and goes on afterwards', async () => {
    full = true;
    const results = await Promise.allSettled([commits.run(insert(1)), commits.run(insert(2))]);
    expect(results.every((r) => r.status === 'rejected' && r.reason instanceof VaultUnavailable)).toBe(true);
    full = false;
    expect(await commits.run(insert(3))).toBe(3);
    expect(rows()).toEqual([3]);
  });
});
