import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import { chmodSync, cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { temporalClient } from '#process';
import { examine } from '../../apps/cli/src/maintenance/doctor/examine.js';
import { WORDS } from '../../apps/cli/src/maintenance/doctor/words.js';
import { build, newFolder, Program, startStation, temporalOf } from './program.js';
import { streetLamp, Visitor } from './visitor.js';

const CLI = join('dist', 'apps', 'cli', 'src', 'main.js');
const DAY = 86_400_000;
const MINUTE = 60_000;

const folder = newFolder();
const data = join(folder.path, 'data');
const running: Program[] = [];
let caseId: string;

const doctor = (...args: string[]) => new Program(CLI, ['doctor', '--data', data, ...args], { LANG: 'C' }).ended();
const found = async (path: string, now = Date.now()): Promise<string[]> =>
  (await examine(path, now)).findings.filter(({ severity }) => severity !== 'well').map(({ code }) => code);
const station = async (): Promise<void> => {
  running.push((await startStation(data)).program);
};
const exec = (file: string, statement: string): number => {
  const db = new DatabaseSync(file);
  try {
    return Number(db.prepare(statement).run().changes);
  } finally {
    db.close();
  }
};
const change = (file: string, statement: string) => (path: string) => {
  expect(exec(join(path, file), statement)).toBeGreaterThan(0);
};

beforeAll(async () => {
  build();
  const { program, base } = await startStation(data);
  const clerk = await new Visitor(base, data, 'clerk.t01').logIn();
  for (let n = 0; n < 3; n += 1) {
    const { status, body } = await clerk.post('/api/cases', streetLamp);
    expect(status).toBe(201);
    caseId = body['caseId'] as string;
  }
  await until(async () => followersBehind() === 0);
  await program.stop();
}, 300_000);
afterEach(async () => {
  for (const program of running.splice(0)) await program.stop();
});
afterAll(() => folder.remove());

describe('the doctor, on a folder at rest', () => {
  it('finds nothing wrong where all is well, and says so in the language of the reader', async () => {
    const english = await doctor();
    expect(english).toMatchObject({ code: 0 });
    expect(english.output).toContain('All is well.');
    const chinese = await doctor('--lang', 'zh');
    expect(chinese).toMatchObject({ code: 0 });
    expect(chinese.output).toContain('一切正常。');
  }, 60_000);

  it('says what is wrong and what to do, and fails', async () => {
    const { code, output } = await new Program(CLI, ['doctor', '--data', folder.path], { LANG: 'zh_CN.UTF-8' }).ended();
    expect(code).toBe(1);
    expect(output).toContain('不是工作站的数据目录');
    expect(output).toContain('→ 用 --data 指定正确的目录。');
  }, 60_000);

  it.each<[string, (path: string) => void, readonly string[]]>([
    ['the log is missing', (path) => rmSync(join(path, 'log.db')), ['FILE_MISSING']],
    ['the log is empty', (path) => truncateSync(join(path, 'log.db')), ['FILE_DAMAGED']],
    ['the log is of a newer version', (path) => exec(join(path, 'log.db'), 'pragma user_version = 99'), ['NEWER']],
    [
      'an event was changed',
      change('log.db', `update event set data = replace(data, 'HOTLINE', 'COUNTER') where type = 'CaseRegistered'`),
      ['LOG_BROKEN'],
    ],
    [
      'an event is gone',
      change(
        'log.db',
        `delete from event where position = (select min(position) from event where type = 'CaseRegistered')`,
      ),
      ['LOG_BROKEN'],
    ],
    [
      'an event makes no sense',
      change('log.db', `update event set data = 'null' where type = 'CaseRegistered'`),
      ['LOG_BROKEN', 'UNFOLDABLE'],
    ],
    ['the vault is missing', (path) => rmSync(join(path, 'vault.db')), ['FILE_MISSING']],
    ['the key is missing', (path) => rmSync(join(path, 'keys', 'master.key')), ['FILE_MISSING']],
    ['others may read the key', (path) => chmodSync(join(path, 'keys', 'master.key'), 0o644), ['KEY_OPEN']],
    ['the marker is damaged', (path) => writeFileSync(join(path, 'minqing.json'), '{"for'), ['MARKER_DAMAGED']],
    [
      'a newer version was here',
      (path) => writeFileSync(join(path, 'minqing.json'), '{"format":9,"clock":"real"}'),
      ['NEWER'],
    ],
    [
      'the read models are damaged',
      (path) => writeFileSync(join(path, 'read.db'), 'x'.repeat(8_192)),
      ['FOLLOWER_DAMAGED'],
    ],
    ['the read models are missing', (path) => rmSync(join(path, 'read.db')), ['FILE_TO_BE_BUILT']],
    ['what was told is missing', (path) => rmSync(join(path, 'outbox.db')), ['FILE_TO_BE_BUILT']],
    [
      'an event has not been told yet',
      change('outbox.db', "update fact set value = '' where name = 'checkpoint'"),
      ['FOLLOWER_BEHIND'],
    ],
    ['the processes are missing', (path) => rmSync(join(path, 'process.db')), ['FILE_TO_BE_BUILT']],
    ['Temporal has lost its file', (path) => rmSync(join(path, 'temporal', 'temporal.db')), ['FILE_TO_BE_BUILT']],
    [
      'a stream is in quarantine',
      change('read.db', `insert into quarantine values ('case-board', 'case-x', '1', 0, 'poison', 0)`),
      ['QUARANTINED'],
    ],
    [
      'a read model has seen more than the log',
      change('read.db', `update checkpoints set position = '9' || substr(position, 2) where projection = 'case-board'`),
      ['FOLLOWER_AHEAD'],
    ],
    [
      'the bridge is behind',
      change('process.db', `update checkpoints set position = '' where name = 'bridge'`),
      ['FOLLOWER_BEHIND'],
    ],
    [
      'a rebuild was cut short',
      change('process.db', `insert into facts values ('rebuilding-after', '')`),
      ['REBUILDING'],
    ],
  ])('finds that %s', async (_, damage, codes) => {
    const copy = newFolder();
    try {
      const damaged = join(copy.path, 'data');
      cpSync(data, damaged, { recursive: true });
      damage(damaged);
      expect(await found(damaged)).toEqual(expect.arrayContaining([...codes]));
      expect((await found(damaged)).filter((code) => code !== 'AT_REST').sort()).toEqual([...codes].sort());
    } finally {
      copy.remove();
    }
  });

  it('finds a clock that went back, and rungs that came due meanwhile', async () => {
    expect(await found(data, Date.now() - DAY)).toEqual(['AT_REST', 'CLOCK_BACK']);
    expect(await found(data, Date.UTC(2001, 0, 1))).toEqual(['AT_REST', 'CLOCK_WRONG']);
    expect(await found(data, Date.now() + 90 * DAY)).toEqual(['AT_REST', 'OVERDUE_AT_REST']);
  });

  it('has words in both languages for everything, each with the same blanks', () => {
    const blanks = (text = ''): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    for (const { zh, en } of Object.values(WORDS) as { zh: Said; en: Said }[]) {
      expect(blanks(zh.says)).toEqual(blanks(en.says));
      expect(blanks(zh.todo)).toEqual(blanks(en.todo));
      expect(zh.todo === undefined).toBe(en.todo === undefined);
    }
  });
});

interface Said {
  readonly says: string;
  readonly todo?: string;
}

describe('the doctor, beside a station at work', () => {
  it('finds nothing wrong, and then the workflow that is missing, which it has built anew', async () => {
    await station();
    const well = await doctor();
    expect(well).toMatchObject({ code: 0 });
    // three cases, and the rosters of 21 places for this week and the next
    expect(well.output).toContain('Temporal answers; 45 workflows wait');

    const client = temporalClient(temporalAddress());
    try {
      const handle = client.workflow.getHandle(`case:${caseId}`);
      await handle.terminate('lost');
      await until(async () => (await found(data, Date.now() + 2 * MINUTE)).includes('WORKFLOWS_MISSING'));
      const fixed = await doctor('--fix');
      expect(fixed.output).toContain('all 45 open processes are rung anew');
      await until(async () => (await handle.describe()).status.name === 'RUNNING');
      await until(async () => (await found(data, Date.now() + 2 * MINUTE)).join() === 'AT_WORK');
    } finally {
      await client.connection.close();
    }
  }, 120_000);

  it('finds that Temporal does not answer', async () => {
    await station();
    const pid = temporalOf(data);
    process.kill(pid, 'SIGSTOP');
    try {
      expect(await found(data)).toEqual(['AT_WORK', 'TEMPORAL_SILENT']);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  }, 120_000);
});

/** Readers of the log that have not written down yet that they have seen its end. */
const followersBehind = (): number => {
  const db = new DatabaseSync(join(data, 'log.db'), { readOnly: true });
  db.exec(`attach '${join(data, 'read.db')}' as lists; attach '${join(data, 'process.db')}' as waits;
    attach '${join(data, 'outbox.db')}' as told`);
  const query = `select count(*) as n from (select position from lists.checkpoints union all select position from waits.checkpoints
      union all select value from told.fact where name = 'checkpoint')
    where cast(position as integer) < (select max(position) from event)`;
  const { n } = db.prepare(query).get() as { n: number };
  db.close();
  return n;
};

const temporalAddress = (): string => readFileSync(join(data, 'temporal', 'address'), 'utf8').trim();

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 30_000; !(await holds()); await pause(200))
    if (Date.now() > end) throw new Error('what was expected did not come');
};
