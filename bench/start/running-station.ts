import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { processCpuMs } from '../harness.js';

const PROGRAM = fileURLToPath(new URL('../../apps/station/packed/main.js', import.meta.url));
const LONGEST_START_MS = 180_000;

export interface RunningStation {
  /** Resident, MiB. */
  readonly memoryMiB: () => { readonly station: number; readonly temporal: number };
  /** Processor time of both since they began, ms. */
  readonly cpuMs: () => number;
  readonly temporalAddress: () => string;
  readonly stop: () => Promise<void>;
}

/** Starts the station as a person would, on a data folder, and waits until `/health/ready` answers 200. */
export const startStation = async (folder: string): Promise<RunningStation> => {
  const port = await freePort();
  const output = openSync(`${folder}.output`, 'a');
  const child = spawn(process.execPath, [PROGRAM, '--port', String(port), '--data', folder], {
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  const pid = child.pid ?? 0;
  const temporal = (): { pid: number; port: number } =>
    JSON.parse(readFileSync(join(folder, 'temporal', 'temporal.pid.json'), 'utf8')) as { pid: number; port: number };
  const until = performance.now() + LONGEST_START_MS;
  while (!(await isReady(port))) {
    if (child.exitCode !== null || performance.now() > until) {
      await stop();
      throw new Error(`the station does not start: ${readFileSync(`${folder}.output`, 'utf8').slice(-500)}`);
    }
    await pause(10);
  }
  return {
    memoryMiB: () => ({ station: residentMiB(pid), temporal: residentMiB(temporal().pid) }),
    cpuMs: () => processCpuMs(pid) + processCpuMs(temporal().pid),
    temporalAddress: () => `127.0.0.1:${temporal().port}`,
    stop,
  };
};

const isReady = async (port: number): Promise<boolean> => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/ready`)).status === 200;
  } catch {
    return false; // nobody listens yet
  }
};

const residentMiB = (pid: number): number => {
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) / 1_024;
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
