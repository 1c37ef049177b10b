import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = process.cwd();

/** A program of the product that is killed and started again: the same command, the same data folder. */
export class Victim {
  private child: ChildProcess | undefined;

  constructor(
    readonly name: string,
    private readonly program: string,
    private readonly args: readonly string[],
    private readonly logFile: string,
  ) {}

  start(): void {
    const log = openSync(this.logFile, 'a');
    this.child = spawn(process.execPath, [join(ROOT, 'dist', this.program), ...this.args], {
      stdio: ['ignore', log, log],
    });
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
