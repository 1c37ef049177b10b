import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { join, resolve as absolute } from 'node:path';
import { answers } from './answers.js';
import { freePort } from './free-port.js';
import { beNice } from './niceness.js';
import { endRecordedOrphan, forgetChild, recordChild } from './recorded-child.js';
import { endProcess } from './running-process.js';

export interface TemporalServerSettings {
  readonly binary: string;
  /** Holds `temporal.db`, `temporal.log` and `temporal.pid.json`. */
  readonly folder: string;
  /** A free loopback port where not given; kept over restarts of the child. */
  readonly port?: number;
  /** Serves Temporal's own pages there; none without it. */
  readonly uiPort?: number;
  /** For rehearsals and tests only: never on a real clock's folder. */
  readonly timeSkipping?: boolean;
  /** Further dynamic configuration of the server, `KEY=VALUE` each. */
  readonly dynamicConfig?: readonly string[];
  readonly namespace?: string;
  /** How far it lets everybody else go first once it is up; 0 to compete with the station itself. */
  readonly niceness?: number;
  readonly readyWithinMs?: number;
  readonly say?: (line: string) => void;
}

export type ServerHealth = 'up' | 'starting' | 'restarting' | 'stopped';

/**
 * The server's memory must not grow with the cases that wait: by default it keeps 128,000 workflows and half a
 * gigabyte of their events, although a waiting case wakes a few times in its life.
 */
const BOUNDED_MEMORY = ['history.hostLevelCacheMaxSize=1000', 'history.eventsHostLevelCacheMaxSizeInBytes=16777216'];
/** Its garbage is collected sooner than Go does by itself: less memory for a little processor time. */
const GARBAGE_PERCENT = '70';
/** What waits in Temporal waits for hours, whoever sent a command waits now; but a busy machine must not starve it. */
const NICENESS = 5;
const LONGEST_PAUSE_MS = 10_000;
const LOG_KEPT_BYTES = 20 * 1024 * 1024;

/** A timer that a skip leaves in the past waits as long as the server looks ahead: a second, if it is not told otherwise. */
const TIME_SKIPPING = ['frontend.WorkflowTimeSkippingEnabled=true', 'history.timerProcessorMaxTimeShift="10ms"'];

/** The embedded Temporal server: one child process on one database file, started again whenever it dies. */
export class TemporalServer {
  #child: ChildProcess | undefined;
  #health: ServerHealth = 'starting';
  #restarts = 0;
  #stopping = false;
  #pause: { readonly end: () => void } | undefined;
  #supervision: Promise<void> = Promise.resolve();

  private constructor(
    private readonly settings: TemporalServerSettings,
    private readonly port: number,
    private readonly dbFile: string,
  ) {}

  /**
   * Ends an orphan of this folder, starts the server and waits until it answers.
   * @throws DataFolderInUse, or an error with the place of the log when it does not come up
   */
  static async start(settings: TemporalServerSettings): Promise<TemporalServer> {
    await mkdir(settings.folder, { recursive: true });
    const orphan = await endRecordedOrphan(join(settings.folder, 'temporal.pid.json'));
    if (orphan) settings.say?.(`Ended the Temporal server ${orphan} that an earlier run left behind.`);
    const dbFile = absolute(settings.folder, 'temporal.db');
    const server = new TemporalServer(settings, settings.port ?? (await freePort()), dbFile);
    try {
      await server.#launch();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** `up` means it was answering when last looked at; `restarts` counts the children that died. */
  get health(): { readonly state: ServerHealth; readonly restarts: number } {
    return { state: this.#health, restarts: this.#restarts };
  }

  /** Asks the child to end, waits, insists. Nothing is restarted afterwards. */
  async stop(patienceMs = 10_000): Promise<void> {
    this.#stopping = true;
    this.#health = 'stopped';
    this.#pause?.end();
    const pid = this.#child?.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined;
    if (pid !== undefined) await endProcess(pid, patienceMs);
    await this.#supervision;
    await forgetChild(this.#pidFile);
  }

  get #pidFile(): string {
    return join(this.settings.folder, 'temporal.pid.json');
  }

  async #launch(): Promise<void> {
    const { binary, folder, readyWithinMs = 30_000, namespace = 'default' } = this.settings;
    const logFile = join(folder, 'temporal.log');
    await keepLogSmall(logFile);
    if (this.#stopping) throw new Error('stopped while it was starting');
    const log = openSync(logFile, 'a');
    // A group of its own: Ctrl-C in the terminal reaches the station alone, which then stops everything in order.
    const child = spawn(binary, this.#arguments(namespace), {
      stdio: ['ignore', log, log],
      detached: true,
      env: { GOGC: GARBAGE_PERCENT, ...process.env },
    });
    closeSync(log);
    this.#child = child;
    const ended = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
    });
    if (child.pid !== undefined)
      await recordChild(this.#pidFile, {
        pid: child.pid,
        ownerPid: process.pid,
        startedAt: new Date().toISOString(),
        port: this.port,
        dbFile: this.dbFile,
      });
    const waiting = { up: false };
    const how = await Promise.race([ended, answers(this.address, namespace, readyWithinMs, waiting)]);
    waiting.up = true;
    if (how !== 'answers') {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        await endProcess(child.pid, 2_000);
      throw new Error(`The Temporal server did not come up (${how}); its log is ${logFile}.`);
    }
    // Not before: until it is up the station waits for it.
    if (child.pid !== undefined) beNice(child.pid, this.settings.niceness ?? NICENESS);
    this.#health = 'up';
    this.#supervision = this.#supervise(ended);
  }

  #arguments(namespace: string): string[] {
    const { uiPort, timeSkipping, dynamicConfig = [] } = this.settings;
    const config = [...BOUNDED_MEMORY, ...(timeSkipping ? TIME_SKIPPING : []), ...dynamicConfig];
    return [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(this.port), '--namespace', namespace],
      ...['--db-filename', this.dbFile, '--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=1'],
      ...['--log-format', 'json', '--log-level', 'warn'],
      ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort), '--ui-ip', '127.0.0.1']),
      ...config.flatMap((value) => ['--dynamic-config-value', value]),
    ];
  }

  async #supervise(ended: Promise<string>): Promise<void> {
    const how = await ended;
    if (this.#stopping) return;
    this.#restarts += 1;
    this.#health = 'restarting';
    this.settings.say?.(`The Temporal server ended (${how}); starting it again.`);
    for (let pauseMs = 100; !this.#stopping; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        return await this.#launch();
      } catch (error) {
        this.settings.say?.(error instanceof Error ? error.message : String(error));
      }
      await this.#sleep(pauseMs);
    }
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#pause = {
        end: () => {
          clearTimeout(timer);
          resolve();
        },
      };
    });
  }
}

const keepLogSmall = async (logFile: string): Promise<void> => {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_KEPT_BYTES) await rename(logFile, `${logFile}.1`);
};
