import { readFile } from 'node:fs/promises';
import { runProgram } from './run-program.js';

export interface RunningProcess {
  readonly parentPid: number;
  readonly commandLine: string;
}

/** What runs under a process id now; undefined where nothing does. From `/proc`, elsewhere from `ps`. */
export const runningProcess = async (pid: number): Promise<RunningProcess | undefined> => {
  if (!isAlive(pid)) return undefined;
  if (process.platform !== 'linux') return fromPs(pid);
  try {
    const [stat, commandLine] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
    ]);
    // The second field is the name in parentheses and may hold blanks; state and parent follow it.
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return undefined;
    return { parentPid: Number(parent), commandLine: commandLine.replaceAll('\0', ' ').trim() };
  } catch {
    return isAlive(pid) ? fromPs(pid) : undefined; // ended meanwhile, or a machine without /proc
  }
};

const fromPs = async (pid: number): Promise<RunningProcess | undefined> => {
  const { code, output } = await runProgram('ps', ['-o', 'ppid=,command=', '-p', String(pid)], { limitMs: 5_000 });
  const [, parent, commandLine] = /^\s*(\d+)\s+(.*)$/m.exec(output) ?? [];
  return code === 0 && commandLine ? { parentPid: Number(parent), commandLine } : undefined;
};

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Asks to end, waits, then insists. Resolves when the process is gone. */
export const endProcess = async (pid: number, patienceMs: number): Promise<void> => {
  signal(pid, 'SIGTERM');
  if (await goneWithin(pid, patienceMs)) return;
  signal(pid, 'SIGKILL');
  if (!(await goneWithin(pid, 5_000))) throw new Error(`process ${pid} does not end`);
};

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // gone already is what was wanted
  }
};

const goneWithin = async (pid: number, ms: number): Promise<boolean> => {
  const until = performance.now() + ms;
  while (performance.now() < until) {
    if (!(await runningProcess(pid))) return true;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return false;
};
