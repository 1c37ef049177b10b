import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { getPriority } from 'node:os';
import { beNice } from './niceness.js';

const children: ChildProcess[] = [];
const idler = (): ChildProcess => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore', detached: true });
  children.push(child);
  return child;
};

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

describe('a program that lets everybody else go first', () => {
  it('has the niceness that was asked for', () => {
    const { pid = 0 } = idler();
    const own = getPriority();
    beNice(pid, own + 3);
    expect(getPriority(pid)).toBe(own + 3);
    expect(getPriority()).toBe(own);
  });

  it('may have ended already', async () => {
    const child = idler();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    expect(() => beNice(child.pid ?? 0, 5)).not.toThrow();
  });
});
