import { makeTelemetryFilterString, NativeConnection, Runtime, Worker, type Logger } from '@temporalio/worker';
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

/** Runs the workflows' code and the order activity; connects again by itself after an outage. */
export class ProcessWorker {
  private constructor(
    private readonly worker: Worker,
    private readonly connection: NativeConnection,
    private readonly running: Promise<void>,
  ) {}

  /** Rejects when the server does not answer: the caller starts it when it does. */
  static async start(settings: WorkerSettings): Promise<ProcessWorker> {
    const { address, namespace = 'default', taskQueue, bundle, activities, log } = settings;
    installRuntime(log);
    const connection = await NativeConnection.connect({ address });
    try {
      const worker = await Worker.create({
        connection,
        namespace,
        taskQueue,
        workflowBundle: { codePath: bundle },
        activities,
        maxCachedWorkflows: settings.cachedWorkflows ?? 2_000,
        maxConcurrentActivityTaskExecutions: settings.concurrentOrders ?? 32,
        shutdownGraceTime: settings.drainMs ?? 5_000,
      });
      const running = worker.run().catch((error: unknown) => {
        log.error('The Temporal worker ended.', { reason: reasonOf(error) });
      });
      return new ProcessWorker(worker, connection, running);
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  /** `RUNNING` while it takes work. */
  get state(): string {
    return this.worker.getState();
  }

  /** Takes no more work, lets what is in flight end. */
  async stop(): Promise<void> {
    if (this.worker.getState() === 'RUNNING') this.worker.shutdown();
    await this.running;
    await this.connection.close();
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
