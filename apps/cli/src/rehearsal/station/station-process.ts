import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Instant } from '#kernel';
import { toIso } from '#working-time';

const STATION = fileURLToPath(new URL('../../../../station/packed/main.js', import.meta.url));
const READY = /is ready after .*: (https?:\/\/\S+)/;
const READY_WITHIN_MS = 180_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const STOPPED_WITHIN_MS = 20_000;
/** Lines of the station that are told where it does not come up. */
const LAST_WORDS = 12;

/** The station of a rehearsal did not come up; its own words say why. */
export class StationFailed extends Error {
  override readonly name = 'StationFailed';
}

/** Where a station of a rehearsal lives; what is not said is found for it. */
export interface StationPlace {
  /** Stays when the station ends; without it a folder that goes with the station. */
  readonly folder?: string;
  readonly port?: number;
}

/** A station of its own for one rehearsal: its own folder, its own port, a clock that begins at `at`. */
export class StationProcess {
  /** Whoever breaks off the rehearsal leaves no station behind. */
  private readonly brokenOff = (): void => void this.stop().finally(() => process.exit(130));

  private constructor(
    private readonly child: ChildProcess,
    readonly address: string,
    readonly folder: string,
    private readonly passing: boolean,
  ) {
    for (const signal of SIGNALS) process.once(signal, this.brokenOff);
  }

  /** @throws StationFailed */
  static async start(at: Instant, place: StationPlace = {}): Promise<StationProcess> {
    const passing = place.folder === undefined;
    const folder = place.folder ?? mkdtempSync(join(tmpdir(), 'minqing-rehearsal-'));
    const port = place.port ?? (await freePort());
    const options = ['--port', String(port), '--data', folder, '--clock', 'virtual', '--at', toIso(at)];
    const child = spawn(process.execPath, [STATION, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
    try {
      return new StationProcess(child, await readyAddress(child), folder, passing);
    } catch (error) {
      child.kill('SIGKILL');
      if (passing) rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Resolves when the station ends, whoever ended it. */
  async ended(): Promise<void> {
    if (!this.hasEnded) await new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Ends it in order, and leaves nothing behind. */
  async stop(): Promise<void> {
    const { child, folder } = this;
    for (const signal of SIGNALS) process.off(signal, this.brokenOff);
    if (!this.hasEnded) {
      const ended = this.ended();
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
      await ended;
      clearTimeout(late);
    }
    if (this.passing) rmSync(folder, { recursive: true, force: true });
  }
}

const readyAddress = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    const said: string[] = [];
    const failed = (why: string) => {
      clearTimeout(late);
      reject(new StationFailed([why, ...said.slice(-LAST_WORDS)].join('\n')));
    };
    const late = setTimeout(() => failed('The station of the rehearsal is not ready in time.'), READY_WITHIN_MS);
    child.once('error', (error) => failed(error.message));
    child.once('exit', (code) => failed(`The station of the rehearsal ended with ${String(code)}.`));
    const listen = (chunk: Buffer): void => {
      said.push(...chunk.toString().split('\n').filter(Boolean));
      const address = READY.exec(said.at(-1) ?? '')?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
  });

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
