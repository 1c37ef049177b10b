import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = process.cwd();
export const STATION = join('dist', 'apps', 'station', 'packed', 'main.js');
export const WORKER = join('dist', 'apps', 'worker', 'src', 'main.js');
const FIRST_START_MS = 120_000;

/** The programs as people run them: built before the first test of a file, unless `MINQING_BUILT` says that they are. */
export const build = (): void => {
  if (process.env['MINQING_BUILT']) return;
  const { status, stderr } = spawnSync(process.execPath, ['scripts/ensure-built.mjs'], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

export const newFolder = (): { readonly path: string; readonly remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'minqing-station-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

/** One run of a program, with all that it says. */
export class Program {
  output = '';
  readonly #child: ChildProcess;
  readonly #ended: Promise<Ended>;
  #over = false;

  constructor(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, node: readonly string[] = []) {
    this.#child = spawn(process.execPath, [...node, join(ROOT, program), ...args], {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.#ended = once(this.#child, 'close').then(([code, signal]) => {
      this.#over = true;
      return { code: code as number | null, signal: signal as NodeJS.Signals | null, output: this.output };
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** @throws with all that was said when it ends before, or takes longer */
  async says(what: string | RegExp, withinMs = FIRST_START_MS): Promise<void> {
    const until = Date.now() + withinMs;
    const said = () => (typeof what === 'string' ? this.output.includes(what) : what.test(this.output));
    while (!said()) {
      if (this.#over || Date.now() > until) throw new Error(`never said ${String(what)}:\n${this.output}`);
      await pause(20);
    }
  }

  ended(): Promise<Ended> {
    return this.#ended;
  }

  signal(name: NodeJS.Signals): void {
    if (!this.#over) this.#child.kill(name);
  }

  async stop(name: NodeJS.Signals = 'SIGINT'): Promise<Ended> {
    this.signal(name);
    return this.#ended;
  }
}

export interface Health {
  readonly code: number;
  readonly parts: Readonly<Record<string, { ok: boolean; detail?: { zh: string; en: string } }>>;
}

export const health = async (base: string): Promise<Health> => {
  const response = await fetch(`${base}/health/ready`);
  return { code: response.status, ...((await response.json()) as { parts: Health['parts'] }) };
};

const TRIES = 3;

/** A station ready to work, on a port of its own: another one where somebody was faster. */
export const startStation = async (
  data: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly program: Program; readonly base: string }> => {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const program = new Program(STATION, ['--port', String(port), '--data', data, ...args], env);
    try {
      await program.says('is ready after');
      return { program, base: `http://127.0.0.1:${port}` };
    } catch (error) {
      if (attempt === TRIES || !program.output.includes(`Port ${port} is taken`)) throw error;
    }
  }
};

export const temporalOf = (data: string): number =>
  (JSON.parse(readFileSync(join(data, 'temporal', 'temporal.pid.json'), 'utf8')) as { pid: number }).pid;

export const isRunning = (pid: number): boolean => {
  try {
    // A zombie has ended; only its parent has not looked yet.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false; // nothing has this number
  }
};
