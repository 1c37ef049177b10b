import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileLock, LockTaken } from './file-lock.js';

/** Another process that takes the lock and keeps it until it is killed. */
const HOLDER = `
  import { DatabaseSync } from '@photostructure/sqlite';
  const database = new DatabaseSync(process.argv[1]);
  database.exec('BEGIN IMMEDIATE');
  console.log('holding');
  setInterval(() => database.isOpen, 1000);`;

describe('a lock on a file', () => {
  let folder: string;
  let file: string;
  let lock: FileLock;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'minqing-lock-'));
    file = join(folder, 'some.lock.db');
    lock = new FileLock(file);
  });
  afterEach(() => {
    lock.close();
    rmSync(folder, { recursive: true });
  });

  it('is had by one at a time, and again once it is given back', async () => {
    const other = new FileLock(file);
    const release = lock.tryTake();
    expect(release).toBeDefined();
    expect(other.tryTake()).toBeUndefined();
    await expect(other.take(20)).rejects.toBeInstanceOf(LockTaken);
    const waiting = other.take(2_000);
    release?.();
    release?.();
    (await waiting)();
    other.close();
    expect(readdirSync(folder)).toEqual(['some.lock.db']);
  });

  it('is given back by the operating system when its holder is killed', async () => {
    const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    expect(lock.tryTake()).toBeUndefined();
    holder.kill('SIGKILL');
    (await lock.take(5_000))();
  });
});
