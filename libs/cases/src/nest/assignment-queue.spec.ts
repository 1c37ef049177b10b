import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FileLock } from '#platform';
import { AssignmentLock } from './assignment-lock.js';
import { AssignmentQueue } from './assignment-queue.js';
import type { CountyMemory } from './county-memory.js';

const CAP = 10;

/** A log that several memories read: each assignment to the one cadre there is. */
class SharedLog {
  readonly assigned: string[] = [];

  /** What one process knows: the log as it last read it, and its own decisions on their way there. */
  memory(): CountyMemory {
    let read: readonly string[] = [];
    const reserved = new Set<string>();
    const load = () => new Set([...read, ...reserved]).size;
    return {
      catchUp: async () => {
        await pause(1);
        read = [...this.assigned];
      },
      pool: {
        snapshot: () => ({ load: load() }),
        reserve: (caseId: string) => void reserved.add(caseId),
        release: (caseId: string) => void reserved.delete(caseId),
      },
    } as unknown as CountyMemory;
  }
}

/** As the handler does it: decides by the pool, writes, says so. */
const assign = async (queue: AssignmentQueue, log: SharedLog, caseId: string): Promise<void> => {
  const turn = queue.enter();
  let written = false;
  try {
    const { load } = (await turn.pool()) as unknown as { load: number };
    if (load >= CAP) return;
    turn.decided(caseId, 'C1', 1);
    await pause(Math.random() * 4);
    log.assigned.push(caseId);
    written = true;
  } finally {
    turn.done(caseId, written);
  }
};

const all = (queues: readonly AssignmentQueue[], log: SharedLog): Promise<unknown> =>
  Promise.all(Array.from({ length: 40 }, (_, n) => assign(queues[n % queues.length]!, log, `case-${n}`)));

describe('assigning one after the other', () => {
  let folder: string;
  let locks: FileLock[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'minqing-assign-'));
    locks = [];
  });
  afterEach(() => {
    for (const lock of locks) lock.close();
    rmSync(folder, { recursive: true });
  });

  const shared = (log: SharedLog): AssignmentQueue => {
    const lock = new FileLock(join(folder, 'assignment.lock.db'));
    locks.push(lock);
    return new AssignmentQueue(log.memory(), new AssignmentLock(lock));
  };

  it('keeps the load cap within one process', async () => {
    const log = new SharedLog();
    await all([new AssignmentQueue(log.memory())], log);
    expect(log.assigned).toHaveLength(CAP);
  });

  it('keeps it where several processes assign from one log', async () => {
    const log = new SharedLog();
    await all([shared(log), shared(log), shared(log)], log);
    expect(log.assigned).toHaveLength(CAP);
  });

  it('would not without the lock: each would see the last place free', async () => {
    const log = new SharedLog();
    log.assigned.push(...Array.from({ length: CAP - 1 }, (_, n) => `case-${n}`));
    const turns = [new AssignmentQueue(log.memory()), new AssignmentQueue(log.memory())].map((queue) => queue.enter());
    const seen = await Promise.all(turns.map((turn) => turn.pool()));
    expect(seen).toEqual([{ load: CAP - 1 }, { load: CAP - 1 }]);
  });

  it('gives its turn back when a decision fails', async () => {
    const log = new SharedLog();
    const [one, other] = [shared(log), shared(log)];
    const turn = one.enter();
    await turn.pool();
    turn.done('case-x', false);
    await assign(other, log, 'case-y');
    expect(log.assigned).toEqual(['case-y']);
  });
});
