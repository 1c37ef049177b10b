import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { Accounts } from '#access/nest';
import { CountyMemory } from '#cases/nest';
import { CommandExecutor, NewerDataFolder, SqliteEventStore } from '#event-store';
import { IdentityVault, VaultLocked } from '#identity-vault';
import {
  NoTemporalServer,
  PinoLogger,
  SystemClock,
  TemporalServer,
  VirtualClock,
  resolveTemporalServer,
  type Clock,
} from '#platform';
import { CURRENT_POLICY } from '#policy';
import { ProcessStore, ProcessWorker, TemporalProcessHost, orderActivities, temporalClient } from '#process';
import { ReadModels } from '#projections';
import { fromIso } from '#working-time';
import { CASE_TASK_QUEUE } from '#workflows/case-handling';
import { createHttpApp } from '../../api/src/http-app.js';
import type { PartHealth, Readiness } from '../../api/src/health/readiness.js';
import { Projector } from '../../projector/src/projector.js';
import { CommandRouter } from '../../worker/src/command-router.js';
import { PROCESSES } from '../../worker/src/processes.js';
import { CannotStart } from './cannot-start.js';
import { DataFolder } from './data-folder.js';
import { openDemoAccounts } from './demo-accounts.js';
import { loadDemoCounty } from './load-demo-county.js';
import type { StationEnvironment } from './station-environment.js';
import type { StationOptions } from './station-options.js';

type Say = (line: string) => void;

/** Opened last, closed first. */
type Closing = () => Promise<void> | void;

/** Everything a township needs in one program: api, projections, reactions, bridge, worker and the Temporal server. */
export class Station {
  private readonly closings: Closing[] = [];

  private constructor(
    readonly address: string,
    readonly temporal: string,
    readonly accounts: Readonly<Record<string, string>>,
  ) {}

  /** @throws CannotStart with one sentence that says what to do */
  static async start(options: StationOptions, environment: StationEnvironment, say: Say): Promise<Station> {
    const closings: Closing[] = [];
    try {
      return await assemble(options, environment, say, closings);
    } catch (error) {
      await closeAll(closings);
      throw asCannotStart(error, options);
    }
  }

  /** In order: no new request, no new order, no new reaction; then Temporal; then the files. */
  async stop(): Promise<void> {
    await closeAll(this.closings);
  }

  static opened(address: string, temporal: string, accounts: Readonly<Record<string, string>>, closings: Closing[]) {
    const station = new Station(address, temporal, accounts);
    station.closings.push(...closings);
    return station;
  }
}

const closeAll = async (closings: Closing[]): Promise<void> => {
  for (const close of closings.splice(0).reverse()) await close();
};

const assemble = async (
  options: StationOptions,
  environment: StationEnvironment,
  say: Say,
  closings: Closing[],
): Promise<Station> => {
  const folder = DataFolder.open(options.data, options.virtualFrom === undefined ? 'real' : 'virtual');
  const clock: Clock =
    options.virtualFrom === undefined ? new SystemClock() : new VirtualClock(fromIso(options.virtualFrom));
  const log = new PinoLogger({ level: 'info', file: folder.file('station.log'), program: 'station' });

  const temporal = await startTemporal(options, environment, folder, say);
  closings.push(temporal.stop);

  const events = SqliteEventStore.open(folder.file('log.db'), { clock });
  closings.push(() => events.close());
  const executor = new CommandExecutor(events, clock);
  const vault = new IdentityVault({ database: folder.file('vault.db'), keys: folder.file('keys') }, clock);
  closings.push(() => vault.close());
  const readModels = await ReadModels.open(folder.file('read.db'));
  closings.push(() => readModels.close());
  const store = new ProcessStore(folder.file('process.db'), clock.now());
  closings.push(() => store.close());

  const readiness = new StationReadiness();
  const app = await createHttpApp({
    storage: { clock, events, executor, vault, readModels },
    access: { database: folder.file('access.db'), secure: options.tls !== undefined },
    readiness,
    logger: log,
    ...(existsSync(environment.pages) && { pages: environment.pages }),
    ...(options.tls && { tls: options.tls }),
  });
  closings.push(() => app.close());
  await app.init();

  const router = new CommandRouter(app.get(CommandBus), PROCESSES);
  const clockOffset = () => (options.virtualFrom === undefined ? 0 : clock.now() - Date.now());
  const projector = new Projector({
    events,
    readModels,
    clock,
    log,
    store,
    processes: PROCESSES,
    host: new TemporalProcessHost(temporalClient(temporal.address)),
    clockOffset,
    issue: (reaction) => router.react(reaction),
  });
  await projector.prepare();

  const accounts = await demoCounty(
    options,
    { app, events, executor, vault, folder: folder.file('demo-accounts.json') },
    say,
  );
  await app.get(CountyMemory).catchUp();
  await projector.start();
  closings.push(() => projector.stop());

  const worker = options.worker
    ? await ProcessWorker.start({
        address: temporal.address,
        taskQueue: CASE_TASK_QUEUE,
        bundle: environment.workflowBundle,
        activities: orderActivities(router, log),
        log,
      })
    : undefined;
  if (worker) closings.push(() => worker.stop());

  readiness.parts = {
    commands: () => events.head().then(() => ({ ok: true })),
    projections: async () => ({
      ok: projector.failing === undefined,
      ...(projector.failing && { detail: projector.failing }),
    }),
    temporal: temporal.check,
  };
  await app.listen({ port: options.port, host: options.host });
  const scheme = options.tls ? 'https' : 'http';
  return Station.opened(`${scheme}://${options.host}:${options.port}`, temporal.said, accounts, closings);
};

interface RunningTemporal {
  readonly address: string;
  readonly said: string;
  readonly stop: () => Promise<void>;
  readonly check: () => Promise<PartHealth>;
}

const startTemporal = async (
  options: StationOptions,
  environment: StationEnvironment,
  folder: DataFolder,
  say: Say,
): Promise<RunningTemporal> => {
  const server = await resolveTemporalServer({
    address: environment.temporalAddress,
    binary: environment.temporalBinary,
    path: environment.path,
    cacheFolder: environment.cache,
    say,
  });
  const checking = (address: string, state: () => string) => {
    const client = temporalClient(address);
    return async (): Promise<PartHealth> => {
      try {
        await client.withDeadline(Date.now() + 2_000, () => client.connection.workflowService.getSystemInfo({}));
        return { ok: true };
      } catch (error) {
        return { ok: false, detail: `Temporal (${state()}) does not answer: ${(error as Error).message}` };
      }
    };
  };
  if (server.kind === 'existing') {
    const { address, said } = server;
    return { address, said, stop: async () => undefined, check: checking(address, () => 'given') };
  }
  const child = await TemporalServer.start({
    binary: server.binary,
    folder: folder.file('temporal'),
    say,
    timeSkipping: options.virtualFrom !== undefined,
    ...(options.temporalUi !== undefined && { uiPort: options.temporalUi }),
  });
  const { address } = child;
  return { address, said: server.said, stop: () => child.stop(), check: checking(address, () => child.health.state) };
};

interface DemoPorts {
  readonly app: NestFastifyApplication;
  readonly events: SqliteEventStore;
  readonly executor: CommandExecutor;
  readonly vault: IdentityVault;
  /** File of the demo's passwords. */
  readonly folder: string;
}

const demoCounty = async (
  { empty, demo }: StationOptions,
  { app, events, executor, vault, folder }: DemoPorts,
  say: Say,
): Promise<Readonly<Record<string, string>>> => {
  const isDemo = existsSync(folder);
  if (!demo && !isDemo && (empty || (await events.head()) !== '')) return {};
  let told = 0;
  const { accounts, loaded, commands } = await loadDemoCounty({
    executor,
    storePeople: (entries) => vault.storePeople(entries),
    policy: CURRENT_POLICY,
    onProgress: (done, all) => {
      const tenth = Math.floor((done * 10) / all);
      if (tenth > told) say(`Demo county: ${tenth * 10} %`);
      told = tenth;
    },
  });
  if (loaded) say(`Demo county loaded by ${commands} commands.`);
  return openDemoAccounts(app.get(Accounts), accounts, folder);
};

class StationReadiness implements Readiness {
  parts: Readonly<Record<string, () => Promise<PartHealth>>> = {
    station: async () => ({ ok: false, detail: 'The station is still starting.' }),
  };

  async check(): Promise<Readonly<Record<string, PartHealth>>> {
    const checked = await Promise.all(
      Object.entries(this.parts).map(async ([part, check]) => {
        const health = await check().catch((error: unknown) => ({ ok: false, detail: String(error) }));
        return [part, health] as const;
      }),
    );
    return Object.fromEntries(checked);
  }
}

const asCannotStart = (error: unknown, { port }: StationOptions): unknown => {
  if (error instanceof CannotStart) return error;
  if (error instanceof NoTemporalServer || error instanceof VaultLocked) return new CannotStart(error.message);
  if (error instanceof NewerDataFolder) {
    return new CannotStart(`${error.message}. Update Minqing, or give another folder with --data.`);
  }
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return new CannotStart(`Port ${port} is taken. Give another one with --port.`);
  }
  return error;
};
