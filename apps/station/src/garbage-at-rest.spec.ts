import { afterEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { GarbageAtRest } from './garbage-at-rest.js';

/** Seldom enough to be at rest meanwhile, on a busy machine too. */
const until = async (reached: () => boolean): Promise<void> => {
  while (!reached()) await pause(200);
};

/** What a backlog leaves behind: a good many MiB that nobody holds any more. */
const leaveGarbage = (): WeakRef<object> => {
  const texts = Array.from({ length: 600_000 }, (_, n) => ({ n, text: `case ${n}` }));
  return new WeakRef(texts);
};

describe('the garbage of a backlog', () => {
  let garbage: GarbageAtRest | undefined;
  afterEach(() => garbage?.stop());

  it('is given back once nobody asks for anything', async () => {
    const left = leaveGarbage();
    garbage = new GarbageAtRest({ everyMs: 500, worthMiB: 1 });
    await until(() => left.deref() === undefined);
  }, 60_000);

  it('stays where it is not worth it', async () => {
    let collected = 0;
    leaveGarbage();
    garbage = new GarbageAtRest({ everyMs: 50, worthMiB: 100_000 }, () => (collected += 1));
    await pause(500);
    expect(collected).toBe(0);
  });

  it('waits as long as there is work', async () => {
    let collected = 0;
    leaveGarbage();
    garbage = new GarbageAtRest({ everyMs: 500, worthMiB: 1 }, () => (collected += 1));
    for (const busyUntil = performance.now() + 1_500; performance.now() < busyUntil;) {
      for (const turnUntil = performance.now() + 20; performance.now() < turnUntil;) Math.sqrt(busyUntil);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(collected).toBe(0);
    await until(() => collected > 0);
  }, 60_000);
});
