import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PROGRAM = resolve('dist/apps/station/packed/main.js');
const PAGES = resolve('apps/web/dist/index.html');
const READY_WITHIN = 120_000;
const STOPPED_WITHIN = 20_000;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** A Tuesday morning. */
const BEGINS = '2026-03-10T09:20:00+08:00';

/**
 * The built station with the demo county in a folder of its own, as `npm start` starts it, but for its clock: that one
 * stands still until it is moved, so that days can pass.
 */
export class RunningStation {
  private constructor(
    readonly address: string,
    /** By login. */
    readonly passwords: Readonly<Record<string, string>>,
    private readonly token: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(): Promise<RunningStation> {
    for (const built of [PROGRAM, PAGES]) {
      if (!existsSync(built)) throw new Error(`${built} is not there: run the build first`);
    }
    const folder = mkdtempSync(join(tmpdir(), 'minqing-browser-'));
    const port = await freePort();
    const child = spawn(process.execPath, [
      PROGRAM,
      '--port',
      String(port),
      '--data',
      folder,
      '--clock',
      'virtual',
      '--at',
      BEGINS,
    ]);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    const address = `http://127.0.0.1:${port}`;
    const giveUpAt = Date.now() + READY_WITHIN;
    while (!(await answers(`${address}/health/ready`))) {
      if (child.exitCode !== null || Date.now() > giveUpAt) {
        child.kill('SIGKILL');
        throw new Error(`The station is not ready. It said:\n${said}`);
      }
      await pause(250);
    }
    const passwords = JSON.parse(readFileSync(join(folder, 'demo-accounts.json'), 'utf8')) as Record<string, string>;
    const token = readFileSync(join(folder, 'rehearsal.token'), 'utf8');
    return new RunningStation(address, passwords, token, child, folder);
  }

  /** What its clock shows. */
  clock = BEGINS;

  /** Whoever was logged in is so no longer where hours have passed. */
  async moveTo(at: string): Promise<void> {
    const response = await fetch(`${this.address}/api/rehearsal/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-minqing-client': 'test', 'x-minqing-rehearsal': this.token },
      body: JSON.stringify({ to: at }),
    });
    if (!response.ok) throw new Error(`The clock did not move: ${await response.text()}`);
    this.clock = at;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const late = setTimeout(() => this.child.kill('SIGKILL'), STOPPED_WITHIN);
    await ended;
    clearTimeout(late);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
};
