import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endRecordedOrphan, recordChild } from './recorded-child.js';
import { isAlive, runningProcess } from './running-process.js';
import { TemporalServer } from './temporal-server.js';

let folder: string;
const children: ChildProcess[] = [];

/** A process that looks like a server on a database file. */
const sleeper = (...args: string[]): ChildProcess => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', '--', ...args], { stdio: 'ignore' });
  children.push(child);
  return child;
};
const record = (child: ChildProcess, ownerPid: number) =>
  recordChild(join(folder, 'temporal.pid.json'), {
    pid: child.pid ?? 0,
    ownerPid,
    startedAt: new Date(0).toISOString(),
    port: 1,
    dbFile: join(folder, 'temporal.db'),
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minqing-server-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

describe('an orphan of an earlier run', () => {
  it('is ended when it still works on our database', async () => {
    const child = sleeper('server', 'start-dev', '--db-filename', join(folder, 'temporal.db'));
    await record(child, process.pid);
    await pause(100);
    expect(await endRecordedOrphan(join(folder, 'temporal.pid.json'))).toBe(child.pid);
    expect(isAlive(child.pid ?? 0) && (await runningProcess(child.pid ?? 0)) !== undefined).toBe(false);
  });

  it('is left alone when its number belongs to something else by now', async () => {
    const child = sleeper('an', 'innocent', 'program');
    await record(child, process.pid);
    await pause(100);
    expect(await endRecordedOrphan(join(folder, 'temporal.pid.json'))).toBeUndefined();
    expect(isAlive(child.pid ?? 0)).toBe(true);
  });

  it('is no orphan while the station that started it is alive', async () => {
    const script = `const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', '--', 'start-dev', process.argv[1]], { stdio: 'ignore' });
      console.log(child.pid); process.on('SIGTERM', () => { child.kill('SIGKILL'); process.exit(); }); setInterval(() => {}, 1000);`;
    const owner = spawn(process.execPath, ['-e', script, join(folder, 'temporal.db')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = await new Promise<number>((resolve) => owner.stdout.once('data', (data) => resolve(Number(data))));
    try {
      await recordChild(join(folder, 'temporal.pid.json'), {
        pid,
        ownerPid: owner.pid ?? 0,
        startedAt: new Date(0).toISOString(),
        port: 1,
        dbFile: join(folder, 'temporal.db'),
      });
      await pause(100);
      await expect(endRecordedOrphan(join(folder, 'temporal.pid.json'))).rejects.toThrow(/Another station/);
      expect(isAlive(pid)).toBe(true);
    } finally {
      owner.kill('SIGTERM');
    }
  });

  it('is nobody where the record was cut short', async () => {
    await writeFile(join(folder, 'temporal.pid.json'), '{"pid":');
    expect(await endRecordedOrphan(join(folder, 'temporal.pid.json'))).toBeUndefined();
  });
});

describe('a server that does not come up', () => {
  it('is told with the place of its log, and leaves no record behind', async () => {
    const binary = join(folder, 'broken');
    await writeFile(binary, '#!/bin/sh\necho "no such option" >&2\nexit 3\n');
    await chmod(binary, 0o755);
    await expect(TemporalServer.start({ binary, folder })).rejects.toThrow(/did not come up \(code 3\).*temporal\.log/);
    expect(await readFile(join(folder, 'temporal.log'), 'utf8')).toContain('no such option');
    expect(existsSync(join(folder, 'temporal.pid.json'))).toBe(false);
  });
});
