import { readdirSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/**
 * Lets everybody else go first. On Linux every thread has a niceness of its own and hands it on to those it makes, and
 * where the kernel weighs whole sessions against each other (`sched(7)`, autogroup) only the session's counts. What the
 * system does not permit or know is left as it is: the process then works as before.
 */
export const beNice = (pid: number, niceness: number): void => {
  const each = process.platform === 'linux' ? threadsOf(pid) : [pid];
  for (const thread of each) permitted(() => setPriority(thread, niceness));
  if (process.platform === 'linux') permitted(() => writeFileSync(`/proc/${pid}/autogroup`, String(niceness)));
};

const threadsOf = (pid: number): number[] => permitted(() => readdirSync(`/proc/${pid}/task`).map(Number)) ?? [];

const permitted = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined; // not permitted here, not known here, or ended meanwhile
  }
};
