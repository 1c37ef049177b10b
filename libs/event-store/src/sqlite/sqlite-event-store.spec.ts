import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import { type Append, type Appended, EventStoreUnavailable, NewerDataFolder } from '#event-store';
import { SYSTEM } from '#kernel';
import { type LogFile, openLogFile } from './log-file.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { verifyLog } from './verify-log.js';

const clock = { now: () => 1_771_000_000_000 };
let ids = 0;
const founding = (stream: string, events = 1, padding = ''): Append => ({
  stream,
  expectedRevision: 'no-stream',
  previousHash: '',
  events: Array.from({ length: events }, () => ({
    event: { type: 'CaseRegistered', occurredAt: 1, data: { padding } },
    metadata: {
      eventId: `event-${(ids += 1)}`,
      commandId: 'k',
      requestHash: 'r',
      actor: SYSTEM,
      correlationId: 'k',
      causationId: 'k',
      policyVersion: 1,
      schemaVersion: 1,
    },
  })),
});
const following = (stream: string, { revision, events }: Appended): Append => ({
  ...founding(stream),
  expectedRevision: revision,
  previousHash: events.at(-1)?.hash ?? '',
});
const outcomes = async (appends: readonly Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(appends)).map((each) =>
    each.status === 'fulfilled' ? 'written' : (each.reason as Error).name,
  );

describe('the log in an SQLite file', () => {
  let folder: string;
  let file: string;
  const opened: SqliteEventStore[] = [];
  const open = (options: { maxBatch?: number; busyTimeout?: number } = {}, db?: LogFile): SqliteEventStore => {
    const store = new SqliteEventStore(db ?? openLogFile(file), { clock, ...options });
    opened.push(store);
    return store;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sqlite-log-'));
    file = join(folder, 'log.db');
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    rmSync(folder, { recursive: true });
  });

  it('syncs every commit and keeps a write-ahead log', () => {
    const db = openLogFile(file);
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    db.close();
  });

  it('leaves one complete file when it is closed', async () => {
    const store = open();
    await store.append(founding('case-1'));
    await store.close();
    copyFileSync(file, `${file}.copy`);
    expect(verifyLog(`${file}.copy`).events).toBe(1);
  });

  it('can live in memory for a test', async () => {
    const store = SqliteEventStore.open(':memory:', { clock });
    opened.push(store);
    await store.append(founding('case-1'));
    expect(await store.readStream('case-1')).toHaveLength(1);
  });

  it('counts positions without a gap, whatever was refused between', async () => {
    const store = open();
    await store.append(founding('case-1'));
    await outcomes([store.append(founding('case-1')), store.append(founding('case-2'))]);
    expect(await store.head()).toBe('0000000000000002');
  });

  it('shares one commit among the appends of one turn, up to the size of a batch', async () => {
    const db = openLogFile(file);
    let commits = 0;
    const store = open(
      { maxBatch: 10 },
      spiedOn(db, 'COMMIT', () => (commits += 1)),
    );
    await Promise.all(Array.from({ length: 25 }, (_, n) => store.append(founding(`case-${n}`))));
    expect(commits).toBe(3);
    await store.append(founding('large', 40));
    expect(commits).toBe(4);
  });

  it('refuses the whole batch when its commit fails, then goes on', async () => {
    const db = openLogFile(file);
    let failing = true;
    const store = open(
      {},
      spiedOn(db, 'COMMIT', () => {
        if (failing) throw Object.assign(new Error('disk I/O error'), { errcode: 4874 });
      }),
    );
    const before = [
      store.append(founding('case-1')),
      store.append(founding('case-1')),
      store.append(founding('case-2')),
    ];
    expect(await outcomes(before)).toEqual(Array(3).fill('EventStoreUnavailable'));
    failing = false;
    const first = await store.append(founding('case-1'));
    expect(first.position).toBe('0000000000000001');
    expect(await outcomes([store.append(following('case-1', first)), store.append(founding('case-2'))])).toEqual([
      'written',
      'written',
    ]);
    await store.close();
    expect(verifyLog(file)).toMatchObject({ events: 3, faults: [] });
  });

  it('lets an append that can never be written fail alone', async () => {
    const store = open();
    const faulty = founding('case-1');
    const [event] = faulty.events;
    const withoutId = { ...faulty, events: [{ ...event, metadata: { ...event?.metadata, eventId: undefined } }] };
    const both = [store.append(withoutId as unknown as Append), store.append(founding('case-2'))];
    expect(await outcomes(both)).toEqual(['Error', 'written']);
    expect(await store.readStream('case-1')).toEqual([]);
  });

  it('says so when the disk is full, keeps what it acknowledged, and resumes by itself', async () => {
    const db = openLogFile(file);
    const store = open({}, db);
    const first = await store.append(founding('case-1'));
    const { page_count: pages } = db.prepare('PRAGMA page_count').get() as { page_count: number };
    db.exec(`PRAGMA max_page_count = ${pages}`);
    const full = [store.append(founding('case-2', 1, 'x'.repeat(20_000))), store.append(following('case-1', first))];
    expect(await outcomes(full)).toEqual(['EventStoreUnavailable', 'EventStoreUnavailable']);
    await expect(full[0]).rejects.toThrow('disk full');
    expect(await store.readStream('case-1')).toEqual(first.events);
    db.exec('PRAGMA max_page_count = 1000000');
    await expect(store.append(following('case-1', first))).resolves.toMatchObject({ revision: 1 });
    await expect(store.append(founding('case-2', 1, 'x'.repeat(20_000)))).resolves.toMatchObject({ revision: 0 });
  });

  it('reads on from memory what it wrote, and from the file what another process wrote after it', async () => {
    const [store, other] = [open(), open()];
    const first = await store.append(founding('case-1'));
    expect(await store.readAll(first.position, 10)).toEqual([]);
    const second = await other.append(founding('case-2'));
    expect(await store.readAll(first.position, 10)).toEqual(second.events);
    expect(await store.readAll('', 10)).toEqual([...first.events, ...second.events]);
  });

  it('waits for another process that writes, letting other work through', async () => {
    const store = open();
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 5);
    const waiting = outcomes([store.append(founding('case-1')), store.append(founding('case-2'))]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    other.exec('COMMIT');
    const written = await waiting;
    clearInterval(ticking);
    expect(written).toEqual(['written', 'written']);
    expect(turns).toBeGreaterThan(2);
    other.close();
  });

  it('gives up on a lock that is held too long, and loses nothing of the next', async () => {
    const store = open({ busyTimeout: 100 });
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.append(founding('case-1'))).rejects.toBeInstanceOf(EventStoreUnavailable);
    other.exec('ROLLBACK');
    other.close();
    await expect(store.append(founding('case-1'))).resolves.toMatchObject({ revision: 0 });
  });

  it('never shows what is not committed', async () => {
    const store = open();
    const other = openLogFile(file);
    other.exec(`BEGIN IMMEDIATE;
      INSERT INTO stream VALUES (1, 'case-1');
      INSERT INTO event (stream, revision, event_id, type, occurred_at, recorded_at, metadata, data, hash)
      VALUES (1, 0, 'e', 'CaseRegistered', 1, 1, '{}', '{}', 'h')`);
    expect(await store.head()).toBe('');
    expect(await store.readStream('case-1')).toEqual([]);
    other.exec('ROLLBACK');
    other.close();
  });

  it('is refused by an older program, and left as it is', async () => {
    await open().append(founding('case-1'));
    await opened.pop()?.close();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 99');
    db.close();
    const before = readFileSync(file);
    expect(() => SqliteEventStore.open(file, { clock })).toThrow(NewerDataFolder);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  describe('before an auditor', () => {
    const filled = async (): Promise<void> => {
      const store = open();
      for (const stream of ['case-1', 'case-2', 'case-3']) {
        let last = await store.append(founding(stream, 3));
        for (let n = 0; n < 4; n++) last = await store.append(following(stream, last));
      }
      await store.close();
    };
    const tampered = (sql: string): ReturnType<typeof verifyLog> => {
      const copy = join(folder, 'copy.db');
      copyFileSync(file, copy);
      const db = new DatabaseSync(copy);
      db.exec(sql);
      db.close();
      return verifyLog(copy);
    };

    it('holds', async () => {
      await filled();
      const verdict = verifyLog(file);
      expect(verdict).toMatchObject({ events: 21, streams: 3, head: '0000000000000021', faults: [] });
      expect(verdict.digest).toMatch(/^[0-9a-f]{64}$/);
    });

    it.each([
      ['a flipped letter', `UPDATE event SET data = replace(data, 'pad', 'dap') WHERE position = 9`, ['HASH']],
      ['an event taken out', 'DELETE FROM event WHERE position = 9', ['POSITION', 'REVISION', 'HASH']],
      ['a whole stream taken out', `DELETE FROM event WHERE stream = 2`, ['POSITION']],
      ['a stream under another name', `UPDATE stream SET name = 'case-9' WHERE id = 2`, ['HASH']],
      ['another id', `UPDATE event SET event_id = 'other' WHERE position = 9`, ['EVENT_ID']],
      ['an earlier hour', 'UPDATE event SET recorded_at = 5 WHERE position = 9', ['HASH', 'CLOCK']],
      [
        'two events changed round',
        `UPDATE event SET revision = -1 WHERE position = 10; UPDATE event SET revision = 2 WHERE position = 11;
         UPDATE event SET revision = 3 WHERE position = 10`,
        ['REVISION', 'HASH'],
      ],
    ])('betrays %s', async (_, sql, faults) => {
      await filled();
      const found = tampered(sql).faults;
      expect(found.slice(0, faults.length).map(({ fault }) => fault)).toEqual(faults);
    });
  });
});

/** The same file, with something happening before one of its statements runs. */
const spiedOn = (db: LogFile, sql: string, before: () => unknown): LogFile =>
  new Proxy(db, {
    get: (target, name) => {
      if (name === 'prepare') {
        return (text: string, options?: object) => {
          const statement = target.prepare(text, options);
          if (text !== sql) return statement;
          return { run: () => (before(), statement.run()) };
        };
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
