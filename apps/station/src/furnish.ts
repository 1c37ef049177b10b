import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Accounts } from '#access/nest';
import { FoundingCalendar } from '#calendars/nest';
import { CountyMemory } from '#cases/nest';
import { SystemClock, VirtualClock } from '#platform';
import {
  OrderIssuer,
  ProcessStore,
  ProcessWorker,
  TemporalProcessHost,
  orderActivities,
  temporalClient,
  type ProcessLog,
} from '#process';
import { PROCESS_TASK_QUEUE } from '#workflows/process-host';
import { createHttpApp } from '../../api/src/http-app.js';
import { Notifier } from '../../projector/src/notifier.js';
import { Projector } from '../../projector/src/projector.js';
import { CommandRouter } from '../../worker/src/command-router.js';
import { PROCESSES } from '../../worker/src/processes.js';
import type { Closings } from './closings.js';
import type { DataFolder } from './data-folder.js';
import { demoCounty } from './demo.js';
import { publishDemoRosters } from './demo-rosters.js';
import { GarbageAtRest } from './garbage-at-rest.js';
import { StationReadiness, commandsAnswer, projectionsAnswer, temporalAnswers } from './readiness.js';
import { RehearsalModule } from './rehearsal/rehearsal.module.js';
import { RehearsalToken } from './rehearsal/rehearsal-token.js';
import { Rehearsal, RING_AT_ONCE } from './rehearsal/rehearsal.js';
import { WorkflowTimes } from './rehearsal/workflow-times.js';
import { portRefused } from './required.js';
import { Requests } from './requests.js';
import type { StationEnvironment } from './station-environment.js';
import { StationLog } from './station-log.js';
import type { StationOptions } from './station-options.js';
import { openStorage, type OpenStorage } from './storage.js';
import type { RunningTemporal } from './temporal.js';
import { together } from './together.js';
import { VaultPurge } from './vault-purge.js';
import { waysOut } from './ways-out.js';

interface Premises {
  readonly options: StationOptions;
  readonly environment: StationEnvironment;
  /** Locked for this station. */
  readonly folder: DataFolder;
  readonly temporal: Promise<RunningTemporal>;
  readonly say: (line: string) => void;
  /** Everything that is opened goes in here. */
  readonly closings: Closings;
  /** Nothing new is begun once it aborts. */
  readonly givenUp: AbortController;
}

/** Puts everything into the folder and opens the door. Answers with the passwords of the demo, where it is one. */
export const furnish = async (premises: Premises): Promise<Readonly<Record<string, string>>> => {
  const { options, folder, closings, givenUp } = premises;
  const log = new StationLog({ level: 'info', file: folder.file('station.log'), program: 'station' });
  const virtual = options.virtualFrom === undefined ? undefined : new VirtualClock(options.virtualFrom);
  const clock = virtual ?? new SystemClock();
  const readiness = new StationReadiness();
  const rehearsal = virtual && new Rehearsal();

  const opened = (async () => {
    const store = new ProcessStore(folder.file('process.db'), clock.now());
    closings.add('files', () => store.close());
    if (virtual) Rehearsal.resume(virtual, store);
    const storage = await openStorage(folder, clock, { shared: !options.worker }, closings);
    const api = await openApi(premises, storage, log, readiness, rehearsal);
    return { ...api, store, storage };
  })();
  const started = premises.temporal.then(async (temporal) => {
    givenUp.signal.throwIfAborted();
    const client = temporalClient(temporal.address);
    closings.add('temporal', () => client.connection.close());
    const router = opened.then((api) => api.router);
    return {
      temporal,
      client,
      worker: options.worker ? await startWorker(premises, temporal, router, log) : undefined,
    };
  });
  const [{ app, accounts, router, store, storage }, { temporal, client, worker }] = await together(
    [opened, started],
    givenUp,
  );

  const times = new WorkflowTimes(client, clock);
  const projector = new Projector({
    events: storage.events,
    readModels: storage.readModels,
    clock,
    log,
    store,
    processes: PROCESSES,
    host: new TemporalProcessHost(client),
    clockOffset: virtual ? times.clockOffset : () => 0,
    givingWayMs: () => storage.pressure.pauseMs,
    ...(virtual && { settings: RING_AT_ONCE }),
    issue: (reaction) => router.react(reaction),
    vault: storage.vault,
    files: {
      ...{ log: folder.file('log.db'), readModels: folder.file('read.db') },
      ...{ vault: folder.file('vault.db'), keys: folder.file('keys') },
    },
  });
  await projector.prepare();
  givenUp.signal.throwIfAborted();
  closings.add('followers', () => projector.stop());
  await projector.start();
  // a rehearsal tells nobody outside of it
  const ways = virtual ? {} : waysOut(premises.environment.waysOut);
  const notifier = new Notifier({ ...storage, log, ways });
  closings.add('followers', () => notifier.stop());
  await notifier.start();
  const purge = new VaultPurge({ ...storage, log });
  closings.add('followers', () => purge.stop());
  const garbage = new GarbageAtRest();
  closings.add('followers', () => garbage.stop());
  if (virtual) await rehearsal?.begin({ ...storage, clock: virtual, store, projector, times });

  readiness.parts = {
    commands: commandsAnswer(storage.events, folder.file('probe.tmp')),
    projections: projectionsAnswer(projector.runner, () => projector.failing),
    temporal: temporalAnswers({ client, state: temporal.state }, worker, projector.guards),
  };
  await listen(premises, app);
  await untilReady(readiness, givenUp.signal);
  if (!virtual && Object.keys(accounts).length > 0) {
    const published = publishDemoRosters({
      ...{ bus: app.get(CommandBus), memory: app.get(CountyMemory), log },
      ...{ now: clock.now(), givenUp: givenUp.signal },
    }).catch((error: unknown) =>
      log.warn('The rosters of the demo county were not published.', { reason: String(error) }),
    );
    closings.add('followers', () => published);
  }
  return accounts;
};

/** The app with every context, and the county in it. */
const openApi = async (
  { options, environment, folder, say, closings, givenUp }: Premises,
  storage: OpenStorage,
  logger: StationLog,
  readiness: StationReadiness,
  rehearsal: Rehearsal | undefined,
) => {
  const { tls } = options;
  const app = await createHttpApp({
    storage,
    access: { database: folder.file('access.db'), secure: tls !== undefined },
    readiness,
    logger,
    ...(existsSync(environment.pages) && { pages: environment.pages }),
    ...(tls && { tls }),
    ...(rehearsal && {
      more: [RehearsalModule.of(rehearsal, RehearsalToken.leftIn(folder.file('rehearsal.token')))],
    }),
  });
  closings.add('contexts', () => app.close());
  await app.init();
  const accounts = await demoCounty(options, {
    ...storage,
    accounts: app.get(Accounts),
    passwords: folder.file('demo-accounts.json'),
    say,
    givenUp: givenUp.signal,
  });
  // after the county, which enters an empty log only
  await app.get(FoundingCalendar).found();
  await app.get(CountyMemory).catchUp();
  return { app, accounts, router: new CommandRouter(app.get(CommandBus), PROCESSES) };
};

/** Orders that come before the contexts are there wait for them. */
class OrdersInTime extends OrderIssuer {
  constructor(private readonly issuer: Promise<OrderIssuer>) {
    super();
  }

  async issue(order: Parameters<OrderIssuer['issue']>[0]): Promise<void> {
    await (await this.issuer).issue(order);
  }
}

const startWorker = async (
  { environment, closings }: Premises,
  { address }: RunningTemporal,
  router: Promise<CommandRouter>,
  log: ProcessLog,
): Promise<ProcessWorker> => {
  const worker = await ProcessWorker.start({
    address,
    taskQueue: PROCESS_TASK_QUEUE,
    bundle: environment.workflowBundle,
    activities: orderActivities(new OrdersInTime(router), log),
    log,
  });
  closings.add('worker', () => worker.stop());
  return worker;
};

const listen = async ({ options, closings, givenUp }: Premises, app: NestFastifyApplication): Promise<void> => {
  const { port, host } = options;
  givenUp.signal.throwIfAborted();
  const requests = new Requests(app.getHttpServer());
  closings.add('requests', () => requests.drain());
  try {
    await app.listen({ port, host });
  } catch (error) {
    throw portRefused('--port', port, error as NodeJS.ErrnoException);
  }
};

/** Commands are taken already; whoever waits longer learns the reason from `/health/ready`. */
const READY_WITHIN_MS = 10_000;

const untilReady = async (readiness: StationReadiness, givenUp: AbortSignal): Promise<void> => {
  const until = performance.now() + READY_WITHIN_MS;
  while (!givenUp.aborted && performance.now() < until) {
    if (Object.values(await readiness.check()).every(({ ok }) => ok)) return;
    await pause(20);
  }
};
