import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { setTimeout as pause } from 'node:timers/promises';
import { CountyMemory } from '#cases/nest';
import { FileLock, LockTaken, SystemClock } from '#platform';
import { ProcessWorker, orderActivities } from '#process';
import { PROCESS_TASK_QUEUE } from '#workflows/process-host';
import { ApiModule } from '../../api/src/api.module.js';
import { CannotStart } from '../../station/src/cannot-start.js';
import { Closings } from '../../station/src/closings.js';
import { DataFolder } from '../../station/src/data-folder.js';
import { StationLog } from '../../station/src/station-log.js';
import { openStorage } from '../../station/src/storage.js';
import { addressLeftBy } from '../../station/src/temporal.js';
import { CommandRouter } from './command-router.js';
import { PROCESSES } from './processes.js';
import type { WorkerOptions } from './worker-options.js';

const LOOK_EVERY_MS = 1_000;
/** A station with a worker of its own keeps the right to assign; one without takes it for milliseconds. */
const STATION_ALONE_MS = 2_000;

/** The orders of the processes, given by a program of its own beside a station on the same files. */
export class Worker {
  readonly #closings = new Closings();
  readonly #ending = new AbortController();
  #working: ProcessWorker | undefined;
  #following: Promise<void> = Promise.resolve();

  constructor(
    private readonly options: WorkerOptions,
    private readonly bundle: string,
  ) {}

  /** @throws CannotStart; everything opened is closed again */
  async start(): Promise<void> {
    try {
      await this.#assemble();
    } catch (error) {
      await this.#closings.closeAll();
      throw error;
    }
  }

  /** Takes no more orders, finishes those in hand, then lets go of the files. */
  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#closings.closeAll();
  }

  async #assemble(): Promise<void> {
    const folder = DataFolder.beside(this.options.data);
    await requireShared(folder);
    const log = new StationLog({ level: 'info', file: folder.file('worker.log'), program: 'worker' });
    const storage = await openStorage(folder, new SystemClock(), { shared: true }, this.#closings);
    const app = await NestFactory.createApplicationContext(
      ApiModule.of({
        storage,
        access: { database: folder.file('access.db'), secure: false },
        readiness: { check: async () => ({}) },
      }),
      { logger: log, abortOnError: false },
    );
    this.#closings.add('contexts', () => app.close());
    await app.get(CountyMemory).catchUp();
    const activities = orderActivities(new CommandRouter(app.get(CommandBus), PROCESSES), log);
    this.#closings.add('worker', async () => {
      await this.#following;
      await this.#working?.stop();
    });
    this.#following = this.#follow(folder, (address) =>
      ProcessWorker.start({ address, taskQueue: PROCESS_TASK_QUEUE, bundle: this.bundle, activities, log }),
    );
  }

  /** A station that is started again may have its server at another address. */
  async #follow(folder: DataFolder, start: (address: string) => Promise<ProcessWorker>): Promise<void> {
    const { signal } = this.#ending;
    for (let at: string | undefined; !signal.aborted;) {
      const address = this.options.temporal ?? addressLeftBy(folder);
      if (address !== undefined && address !== at) {
        await this.#working?.stop();
        this.#working = await start((at = address));
      }
      await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined); // ended: nothing to look for
    }
  }
}

/** @throws CannotStart where the station assigns alone: two who do not wait for each other would overload a cadre */
const requireShared = async (folder: DataFolder): Promise<void> => {
  const lock = new FileLock(folder.file('assignment.lock.db'));
  try {
    (await lock.take(STATION_ALONE_MS))();
  } catch (error) {
    if (!(error instanceof LockTaken)) throw error;
    throw new CannotStart(
      `The station on ${folder.path} runs a worker of its own: start it with --no-worker, or end this one.`,
    );
  } finally {
    lock.close();
  }
};
