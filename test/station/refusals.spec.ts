import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { build, freePort, newFolder, Program, startStation, STATION } from './program.js';

describe('a station that cannot start says so in one sentence, and nothing is damaged', () => {
  const folder = newFolder();
  const used = join(folder.path, 'used');
  let data: string;
  let count = 0;
  let port: string;

  const refused = async (args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<string> => {
    const program = new Program(STATION, ['--port', port, '--data', data, '--empty', ...args], env);
    const { code, output } = await program.ended();
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(1);
    return output.trim();
  };
  const marker = (): string => join(data, 'minqing.json');

  beforeAll(async () => {
    build();
    const { program } = await startStation(used, ['--empty']);
    await program.stop();
  }, 300_000);
  beforeEach(async () => {
    port = String(await freePort());
    data = join(folder.path, `data-${(count += 1)}`);
  });
  afterAll(() => folder.remove());

  it('where the port is taken, before anything is made', async () => {
    const other: Server = createServer();
    await new Promise<void>((resolve) => other.listen(Number(port), '127.0.0.1', resolve));
    expect(await refused()).toBe(`Port ${port} is taken: give another one with --port.`);
    expect(existsSync(data)).toBe(false);
    const free = String(await freePort());
    const ui = new Program(STATION, ['--port', free, '--data', data, '--temporal-ui', port]);
    expect((await ui.ended()).output).toBe(`Port ${port} is taken: give another one with --temporal-ui.\n`);
    const server = new Program(STATION, ['--port', free, '--data', data, '--temporal-port', port]);
    expect((await server.ended()).output).toBe(`Port ${port} is taken: give another one with --temporal-port.\n`);
    other.close();
  }, 60_000);

  it('where Node is too old', async () => {
    const older = `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '18.20.4' })`;
    const program = new Program('scripts/start.mjs', ['--data', data], {}, ['--import', older]);
    expect(await program.ended()).toMatchObject({
      code: 1,
      output: 'Node 18.20.4 is too old: Minqing needs >=20.19. Install a newer Node and try again.\n',
    });
    expect(existsSync(data)).toBe(false);
  }, 60_000);

  it('where no Temporal server can be obtained', async () => {
    expect(await refused([], { TEMPORAL_BIN: '/bin/false' })).toBe(
      'TEMPORAL_BIN=/bin/false is no Temporal command line that runs here.',
    );
    // No cache, no Python, and nowhere to download from.
    const program = new Program(STATION, ['--port', port, '--data', data, '--empty'], {
      PATH: '',
      TEMPORAL_BIN: '',
      MINQING_CACHE: join(folder.path, 'no-cache'),
      HTTPS_PROXY: 'http://127.0.0.1:9',
      HTTP_PROXY: 'http://127.0.0.1:9',
      ALL_PROXY: 'http://127.0.0.1:9',
      NO_PROXY: '',
    });
    const { code, output } = await program.ended();
    expect(code).toBe(1);
    expect(output.trim().split('\n').at(-1)).toMatch(
      /^No Temporal server could be obtained \(.*Any one of these helps: \(1\)/,
    );
    const { program: later } = await startStation(data, ['--empty']);
    expect((await later.stop()).code).toBe(0);
  }, 120_000);

  it('where the folder is of a newer version', async () => {
    cpSync(used, data, { recursive: true });
    writeFileSync(marker(), '{"format":2,"clock":"real"}\n');
    const before = readFileSync(join(data, 'log.db'));
    expect(await refused()).toBe(
      `The data folder ${data} was written by a newer Minqing (format 2, this one knows 1): update Minqing, or give another folder with --data.`,
    );
    expect(readFileSync(marker(), 'utf8')).toBe('{"format":2,"clock":"real"}\n');
    expect(readFileSync(join(data, 'log.db')).equals(before)).toBe(true);
  }, 60_000);

  it('where a database of it is newer', async () => {
    cpSync(used, data, { recursive: true });
    const log = new DatabaseSync(join(data, 'log.db'));
    log.exec('PRAGMA user_version = 99');
    log.close();
    expect(await refused()).toBe(
      `${join(data, 'log.db')} has schema 99; this version knows up to 1: update Minqing, or give another folder with --data.`,
    );
  }, 60_000);

  it('where the folder cannot be written', async () => {
    writeFileSync(data, 'a file in its place');
    expect(await refused()).toMatch(
      /^The data folder .* cannot be written \(ENOTDIR.*\): give another one with --data\.$/,
    );
    expect(readFileSync(data, 'utf8')).toBe('a file in its place');
    data = '/proc/minqing';
    expect(await refused()).toMatch(/^The data folder \/proc\/minqing cannot be written \(.*\): give another one/);
  }, 60_000);

  it("where the vault's key is missing", async () => {
    cpSync(used, data, { recursive: true });
    const key = join(data, 'keys', 'master.key');
    rmSync(key);
    expect(await refused()).toBe(
      `The identity vault stays locked: ${key} is missing, but the vault has content: put the key back from its backup.`,
    );
    expect(existsSync(key)).toBe(false);
    expect(readdirSync(join(data, 'temporal'))).not.toContain('temporal.pid.json');
    cpSync(join(used, 'keys'), join(data, 'keys'), { recursive: true });
    const { program } = await startStation(data, ['--empty']);
    expect((await program.stop()).code).toBe(0);
  }, 60_000);

  it('where its marker is damaged', async () => {
    mkdirSync(data);
    writeFileSync(marker(), '{"format":');
    expect(await refused()).toBe(
      `${marker()} is damaged and does not say what wrote its folder: put it back from a backup, or give another folder with --data.`,
    );
    expect(readdirSync(data)).toEqual(['minqing.json']);
  }, 60_000);

  it('where a database is no database', async () => {
    cpSync(used, data, { recursive: true });
    writeFileSync(join(data, 'vault.db'), 'not a database at all, and long enough to be looked at'.repeat(100));
    expect(await refused()).toMatch(/^A database of .* is damaged \(.*\): restore the folder from a backup/);
  }, 60_000);

  it('where the folder keeps another kind of time', async () => {
    cpSync(used, data, { recursive: true });
    expect(await refused(['--clock', 'virtual', '--at', '2026-02-13T16:40+08:00'])).toBe(
      `The data folder ${data} keeps real time and cannot be opened with a virtual clock: give another folder with --data.`,
    );
  }, 60_000);

  it('where it would be open to others without a certificate', async () => {
    const program = new Program(STATION, ['--port', port, '--data', data, '--host', '0.0.0.0']);
    expect((await program.ended()).output).toContain(
      '--host 0.0.0.0 is open to others: give --tls-cert and --tls-key.',
    );
    expect(await refused(['--tls-cert', 'nowhere.pem', '--tls-key', 'nowhere.pem'])).toBe(
      '--tls-cert nowhere.pem cannot be read.',
    );
  }, 60_000);
});
