import { afterEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { GarbageAtRest } from './garbage-at-rest.js';

const usedMiB = (): number => process.memoryUsage().heapUsed / 1_048_576;

/** What a backlog leaves behind: a good many MiB that nobody holds any more. */
const leaveGarbage = (): void => {
  const texts = Array.from({ length: 600_000 }, (_, n) => ({ n, text: `case ${n}` }));
  expect(texts.at(-1)).toEqual({ n: 599_999, text: 'case 599999' });
};

const until = async (reached: () => boolean): Promise<void> => {
  while (!reached()) await pause(10);
};

describe('the garbage of a backlog', () => {
  let garbage: GarbageAtRest | undefined;
  afterEach(() => garbage?.stop());

  it('is given back once nobody asks for anything', async () => {
    const before = usedMiB();
    leaveGarbage();
    expect(usedMiB()).toBeGreaterThan(before + 20);
    garbage = new GarbageAtRest({ everyMs: 100, worthMiB: 8 });
    await until(() => usedMiB() < before + 10);
  }, 20_000);

  it('waits as long as there is work', async () => {
    let collected = 0;
    leaveGarbage();
    garbage = new GarbageAtRest({ everyMs: 50, worthMiB: 1 }, () => (collected += 1));
    for (const busyUntil = performance.now() + 500; performance.now() < busyUntil;) {
      for (const turnUntil = performance.now() + 20; performance.now() < turnUntil;) Math.sqrt(busyUntil);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(collected).toBe(0);
    await until(() => collected > 0);
  }, 20_000);
});
