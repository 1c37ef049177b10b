import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = process.cwd();

/** A program of the product that is killed and started again: the same command, the same data folder. */
export class Victim {
  private child: ChildProcess | undefined;

  constructor(
    readonly name: string,
    private readonly program: string,
    private readonly args: readonly string[],
    private readonly logFile: string,
    private readonly env: Readonly<Record<string, string>> = {},
  ) {}

  /** `failpoint`: `NAME:N`, where it is to kill itself. */
  start(failpoint = ''): void {
    const log = openSync(this.logFile, 'a');
    this.child = spawn(process.execPath, [join(ROOT, 'dist', this.program), ...this.args], {
      stdio: ['ignore', log, log],
      env: { ...process.env, ...this.env, FAILPOINT: failpoint },
    });
  }

  /** True once it was killed, by itself or others; false where it lives on, or ended otherwise. */
  async killedWithin(ms: number): Promise<boolean> {
    const { child } = this;
    if (!child) return false;
    for (const until = Date.now() + ms; Date.now() < until; await pause(20))
      if (child.exitCode !== null || child.signalCode !== null) break;
    return child.signalCode === 'SIGKILL';
  }

  kill(): void {
    this.child?.kill('SIGKILL');
  }

  /** Asks it to end in order, as Ctrl-C does, and waits. */
  async end(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
}

/** The Temporal server is the station's own child; its pid stands beside its database. */
export const killTemporal = (folder: string): void => {
  const { pid } = JSON.parse(readFileSync(join(folder, 'temporal', 'temporal.pid.json'), 'utf8')) as { pid: number };
  process.kill(pid, 'SIGKILL');
};

/** Not only killed: what it has written is gone when it comes back. */
export const loseTemporal = (folder: string): void => {
  rmSync(join(folder, 'temporal', 'temporal.db'));
  killTemporal(folder);
};
