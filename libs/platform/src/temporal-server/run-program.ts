import { spawn } from 'node:child_process';

export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Runs a program to its end and gathers what it says. A program that cannot be started or overruns its time answers
 * with code `null` and the reason.
 */
export const runProgram = (
  program: string,
  args: readonly string[],
  { limitMs, cwd }: { limitMs: number; cwd?: string },
): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd });
    let output = '';
    const gather = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(-20_000);
    };
    child.stdout.on('data', gather);
    child.stderr.on('data', gather);
    const overrun = setTimeout(() => {
      output += `\nstopped after ${Math.round(limitMs / 1000)} s`;
      child.kill('SIGKILL');
    }, limitMs);
    child.once('error', (error) => {
      clearTimeout(overrun);
      resolve({ code: null, output: error.message });
    });
    child.once('close', (code) => {
      clearTimeout(overrun);
      resolve({ code, output });
    });
  });

export const lastLine = (output: string): string => output.trim().split('\n').at(-1)?.trim() ?? '';
