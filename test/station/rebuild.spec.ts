import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import { CommandExecutor, SqliteEventStore } from '#event-store';
import { IdentityVault } from '#identity-vault';
import { SystemClock } from '#platform';
import { CURRENT_POLICY } from '#policy';
import { ProjectionRunner, ReadModels, type Projection, type ProjectionProblem } from '#projections';
import { projectionsWith } from '../../apps/projector/src/projections.js';
import { DataFolder } from '../../apps/station/src/data-folder.js';
import { loadDemoCounty } from '../../apps/station/src/load-demo-county.js';
import { Program, build, newFolder, type Ended } from './program.js';

const CLI = join('dist', 'apps', 'cli', 'src', 'main.js');

let place: ReturnType<typeof newFolder>;
let folder: DataFolder;
let store: SqliteEventStore;
let models: ReadModels;
let vault: IdentityVault;
let projections: readonly Projection[];
let problems: ProjectionProblem[];
let stop: AbortController;
let running: Promise<void>;

beforeAll(build, 180_000);
beforeEach(async () => {
  place = newFolder();
  folder = DataFolder.open(place.path, 'real');
  store = SqliteEventStore.open(folder.file('log.db'), { clock: new SystemClock() });
  models = await ReadModels.open(folder.file('read.db'));
  vault = new IdentityVault({ database: folder.file('vault.db'), keys: folder.file('keys') }, new SystemClock());
  projections = projectionsWith(vault);
  problems = [];
  stop = new AbortController();
  const runner = new ProjectionRunner({
    store,
    readModels: models,
    clock: new SystemClock(),
    projections,
    report: (problem) => problems.push(problem),
  });
  await runner.prepare();
  running = runner.run(stop.signal);
});
afterEach(async () => {
  stop.abort();
  await running;
  await models.close();
  await store.close();
  vault.close();
  place.remove();
});

/** Thousands of commands, each with its events, while whatever else goes on. */
const countyArrives = () => {
  let party = 0;
  const executor = new CommandExecutor(store, new SystemClock());
  const storePeople = async (people: readonly unknown[]) => people.map(() => `party-${(party += 1)}`);
  return loadDemoCounty({ executor, storePeople, policy: CURRENT_POLICY });
};
const cli = (...args: string[]): Program => new Program(CLI, ['rebuild', '--data', place.path, ...args]);
const linesOf = ({ output }: Ended): readonly string[] => output.split('\n').filter((line) => /, digest /.test(line));
const caughtUp = async () => models.caughtUp(await store.head(), 20_000);

describe('npm run cli -- rebuild, beside a program that writes', () => {
  it('disturbs neither writer nor reader, and all read models end as the fold of the log', async () => {
    let arriving = true;
    const arrived = countyArrives().finally(() => (arriving = false));
    const reader = new DatabaseSync(folder.file('read.db'), { readOnly: true });
    const counts: number[] = [];
    const reading = (async () => {
      const count = 'select (select count(*) from org_tree) + (select count(*) from cadre_directory) as n';
      for (; arriving; await pause(2)) counts.push((reader.prepare(count).get() as { n: number }).n);
    })();
    const first = await cli().ended();
    expect(first.code).toBe(0);
    expect(linesOf(first)).toHaveLength(projections.length);
    await Promise.all([arrived, reading]);
    reader.close();

    expect(counts).toEqual([...counts].sort((one, other) => one - other));
    expect(problems).toEqual([]);
    expect(await caughtUp()).toBe(true);
    const verified = await cli('--verify').ended();
    expect(linesOf(verified).map((line) => line.includes('equal to the tables that served'))).toEqual(
      projections.map(() => true),
    );
    expect(verified.code).toBe(0);
  }, 180_000);

  it('killed in the middle, leaves everything as it was, and the next one does it', async () => {
    await countyArrives();
    expect(await caughtUp()).toBe(true);
    const before = await Promise.all(projections.map((projection) => models.digest(projection)));
    const victim = cli();
    await victim.says('comparing');
    await victim.stop('SIGKILL');
    expect(existsSync(`${folder.file('read.db')}.shadow`)).toBe(true);
    expect(await Promise.all(projections.map((projection) => models.digest(projection)))).toEqual(before);

    const next = await cli('org-tree').ended();
    expect(linesOf(next)).toEqual([expect.stringMatching(/^org-tree: built anew and serving.* equal to the tables/)]);
    expect(existsSync(`${folder.file('read.db')}.shadow`)).toBe(false);
  }, 180_000);

  it('finds rows that are wrong, and says so', async () => {
    await countyArrives();
    expect(await caughtUp()).toBe(true);
    const other = new DatabaseSync(folder.file('read.db'));
    other.exec(`delete from org_tree where unit_id = (select min(unit_id) from org_tree)`);
    other.close();
    const verified = await cli('org-tree', '--verify').ended();
    expect(verified.code).toBe(1);
    expect(verified.output).toContain('0 rows differ, 1 were missing, 0 should not have been there');
    expect((await cli('nothing').ended()).output).toContain('There is no projection nothing; there are: ');
  }, 180_000);
});
