import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Timetable } from '#kernel';
import { cacheFolder, resolveTemporalServer, TemporalServer } from '#platform';
import {
  orderActivities,
  ProcessHost,
  ProcessStore,
  ProcessWorker,
  temporalClient,
  TemporalProcessHost,
  type RegisteredProcess,
} from '#process';
import { PROCESS_TASK_QUEUE } from '#workflows/process-host';
import { Projector } from '../../apps/projector/src/projector.js';
import { CommandRouter } from '../../apps/worker/src/command-router.js';
import { PROCESSES } from '../../apps/worker/src/processes.js';
import { openCounty } from '../county.js';
import { processCpuMs } from '../harness.js';

const BUNDLE = fileURLToPath(new URL('../../workflows/bundle.js', import.meta.url));
/** Processor time the server takes in a second in which it has nothing to do. */
const AT_REST_MS = 100;
const LONGEST_CALMING_MS = 120_000;
const log = { log: () => undefined, warn: console.warn, error: console.error };

/** Lets doorbells through, or keeps them waiting. */
class GatedHost extends ProcessHost {
  delivered = 0;
  #open: () => void = () => undefined;
  #gate: Promise<void> = Promise.resolve();

  constructor(private readonly inner: ProcessHost) {
    super();
  }

  shut(): void {
    this.#gate = new Promise((resolve) => (this.#open = resolve));
  }
  open(): void {
    this.#open();
  }
  async ring(process: RegisteredProcess, processId: string, timetable: Timetable): Promise<void> {
    await this.#gate;
    await this.inner.ring(process, processId, timetable);
    this.delivered += 1;
  }
  running(process: RegisteredProcess): AsyncIterable<string> {
    return this.inner.running(process);
  }
  identity(): Promise<string> {
    return this.inner.identity();
  }
  end(processId: string, reason: string): Promise<void> {
    return this.inner.end(processId, reason);
  }
}

/** Commands, read models, reactions, bridge, guards and worker in this process, put together as the station does it. */
export const openCountyAtWork = async (folder: string) => {
  const { env, platform } = process;
  const found = await resolveTemporalServer({
    ...{ binary: env['TEMPORAL_BIN'], path: env['PATH'] },
    cacheFolder: cacheFolder(env, homedir(), platform),
    say: (line) => console.error(line),
  });
  if (found.kind !== 'binary') throw new Error('this figure starts a server of its own');
  const temporal = await TemporalServer.start({ binary: found.binary, folder: join(folder, 'temporal') });
  const { address } = temporal;
  const { county, storage, pressure, close } = await openCounty(folder);
  const { clock, events, readModels, vault } = storage;
  const client = temporalClient(address);
  const gate = new GatedHost(new TemporalProcessHost(client));
  const router = new CommandRouter(county.bus, PROCESSES);
  const store = new ProcessStore(join(folder, 'process.db'), clock.now());
  const projector = new Projector({
    ...{ events, readModels, clock, vault, log, store, processes: PROCESSES, host: gate },
    issue: (reaction) => router.react(reaction),
    givingWayMs: () => pressure.pauseMs,
  });
  await projector.prepare();
  const worker = await ProcessWorker.start({
    ...{ address, taskQueue: PROCESS_TASK_QUEUE, bundle: BUNDLE, log },
    activities: orderActivities(router, log),
  });
  await projector.start();

  const temporalCpuMs = (): number => processCpuMs(temporal.pid ?? 0);
  return {
    county,
    gate,
    pressure,
    backlog: () => projector.bridge.metrics.backlog,
    temporalCpuMs,
    /** Resolves when the server has next to nothing to do any more. */
    quiet: async (): Promise<void> => {
      const until = performance.now() + LONGEST_CALMING_MS;
      for (let before = temporalCpuMs(), calm = 0; calm < 2;) {
        if (performance.now() > until) throw new Error('the Temporal server does not come to rest');
        await pause(1_000);
        const used = temporalCpuMs() - before;
        before += used;
        calm = used < AT_REST_MS ? calm + 1 : 0;
      }
    },
    close: async (): Promise<void> => {
      gate.open();
      await projector.stop();
      await worker.stop();
      await client.connection.close();
      store.close();
      await close();
      await temporal.stop(2_000);
    },
  };
};
