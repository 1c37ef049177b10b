import { setTimeout as pause } from 'node:timers/promises';
import { makeTelemetryFilterString, NativeConnection, Runtime, type Logger, type Worker } from '@temporalio/worker';
import { createWorker } from './create-worker.js';
import { reasonOf, type ProcessLog } from './process-log.js';

export interface WorkerSettings {
  readonly address: string;
  readonly namespace?: string;
  readonly taskQueue: string;
  /** The prebuilt workflow bundle. */
  readonly bundle: string;
  readonly activities: object;
  /** Workflows kept in memory; each that falls out is replayed when it wakes. */
  readonly cachedWorkflows?: number;
  /** Orders given at once. */
  readonly concurrentOrders?: number;
  /** How long orders in flight may take to end when the worker stops. */
  readonly drainMs?: number;
  readonly log: ProcessLog;
}

let runtimeInstalled = false;

/** The SDK must not catch signals: the station stops everything in order. Once in a process, before any worker. */
const installRuntime = (log: ProcessLog): void => {
  if (runtimeInstalled) return;
  runtimeInstalled = true;
  const filter = makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' });
  Runtime.install({
    shutdownSignals: [],
    logger: quietly(log),
    telemetryOptions: { logging: { filter, forward: {} } },
  });
};

export type WorkerState = 'connecting' | 'running' | 'stopped';

const PAUSES_MS = [200, 2_000] as const;
/** Each takes a quarter of a MiB, and what falls out is replayed from a history of some thirty events. */
const CACHED_WORKFLOWS = 200;

/** Runs the workflows' code and the order activity. While the server cannot be reached it tries again, without end. */
export class ProcessWorker {
  readonly #ending = new AbortController();
  readonly #kept: Promise<void>;
  #worker: Worker | undefined;

  private constructor(private readonly settings: WorkerSettings) {
    installRuntime(settings.log);
    this.#kept = this.#keep();
  }

  /** Does not wait for the server: see `state`. */
  static async start(settings: WorkerSettings): Promise<ProcessWorker> {
    return new ProcessWorker(settings);
  }

  get state(): WorkerState {
    if (this.#ending.signal.aborted) return 'stopped';
    return this.#worker?.getState() === 'RUNNING' ? 'running' : 'connecting';
  }

  /** Takes no more work, lets what is in flight end. */
  async stop(): Promise<void> {
    this.#ending.abort();
    if (this.#worker?.getState() === 'RUNNING') this.#worker.shutdown();
    await this.#kept;
  }

  async #keep(): Promise<void> {
    const { signal } = this.#ending;
    const { log } = this.settings;
    for (let pauseMs: number = PAUSES_MS[0]; !signal.aborted; pauseMs = Math.min(pauseMs * 2, PAUSES_MS[1])) {
      try {
        await this.#runOnce(() => (pauseMs = PAUSES_MS[0]));
      } catch (error) {
        log.warn('The Temporal worker cannot work now; it tries again.', { reason: reasonOf(error) });
      }
      if (!signal.aborted) await pause(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async #runOnce(running: () => void): Promise<void> {
    const { address, namespace = 'default', taskQueue, bundle, activities, drainMs = 5_000 } = this.settings;
    const connection = await NativeConnection.connect({ address });
    try {
      const worker = await createWorker({
        connection,
        namespace,
        taskQueue,
        workflowBundle: { codePath: bundle },
        activities,
        maxCachedWorkflows: this.settings.cachedWorkflows ?? CACHED_WORKFLOWS,
        maxConcurrentActivityTaskExecutions: this.settings.concurrentOrders ?? 32,
        shutdownGraceTime: drainMs,
        shutdownForceTime: drainMs + 2_000,
      });
      this.#worker = worker;
      const run = worker.run();
      running();
      if (this.#ending.signal.aborted) worker.shutdown();
      await run;
    } finally {
      this.#worker = undefined;
      await connection.close();
    }
  }
}

/** Warnings and errors of the SDK go to our log; its routine does not. */
const quietly = (log: ProcessLog): Logger => {
  const logger: Logger = {
    log: (level, message) =>
      level === 'ERROR' ? log.error(message) : level === 'WARN' ? log.warn(message) : undefined,
    trace: () => undefined,
    debug: () => undefined,
    info: () => undefined,
    warn: (message) => log.warn(message),
    error: (message, meta) => log.error(message, { reason: reasonOf(meta?.['error'] ?? '') }),
  };
  return logger;
};
