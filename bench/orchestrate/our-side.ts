import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { caseDecider, type Case } from '#cases/domain';
import { CommandExecutor, SqliteEventStore, START, type GlobalPosition } from '#event-store';
import { SYSTEM, type Rung, type Timetable } from '#kernel';
import type { PolicySet } from '#policy';
import {
  caseHandling,
  OrderIssuer,
  orderActivities,
  ProcessBridge,
  ProcessHost,
  ProcessStore,
  ProcessWorker,
  TemporalProcessHost,
  type CoalescingSettings,
  type RegisteredProcess,
} from '#process';
import { allEnded, LONGEST_RUN_MS, verifyWorkflows, type Orchestration } from './orchestration.js';
import { contextOf, registered, type Step } from './plain-case.js';

export interface OurSettings {
  readonly name: string;
  readonly folder: string;
  readonly address: string;
  readonly client: Client;
  readonly bundle: string;
  readonly coalescing: CoalescingSettings;
  /** Calls to Temporal at a time. */
  readonly concurrency: number;
  readonly policy: PolicySet;
  /** Commands that follow the registration at once. */
  readonly intake?: Step;
  /** Each is given when the timetable of the last one is delivered. */
  readonly later: readonly Step[];
  /** Open at a time; each that closes makes room for the next. */
  readonly inFlight: number;
  /** The step after the registration is taken only when the reminder has come, and this much later (ms). */
  readonly afterReminderMs?: number;
}

interface CaseOnItsWay {
  readonly id: string;
  readonly number: number;
  step: number;
  /** Nothing follows before this position is delivered; undefined while a step is under way. */
  awaited: GlobalPosition | undefined;
  delivered: GlobalPosition;
  reminders: number;
}

export interface OurSide extends Orchestration {
  /** Milliseconds each command took, Temporal busy all the while. */
  readonly commandMs: readonly number[];
}

const quiet = { log: () => undefined, warn: console.warn, error: console.error };

/** Log, bridge, doorbells and the `handleCase` workflow, put together as the station does it. */
export const openOurSide = async (settings: OurSettings): Promise<OurSide> => {
  const { name, folder, address, client, coalescing, concurrency, policy, intake = [], later } = settings;
  const now = (): number => Date.now();
  const events = SqliteEventStore.open(join(folder, `log-${name}.db`), { clock: { now } });
  const executor = new CommandExecutor(events, { now });
  const store = new ProcessStore(join(folder, `process-${name}.db`), now());
  const cases = new Map<string, CaseOnItsWay>();
  const commandMs: number[] = [];
  let commands = 0;

  const command = async (item: CaseOnItsWay, each: Step[number], commandId: string): Promise<GlobalPosition> => {
    const stream = caseHandling.streamOf(item.id);
    const { state } = await executor.load<Case, never, never, never>(caseDecider as never, stream);
    const actor = { id: each.by(state), role: '', path: '/county/T01' };
    const begun = performance.now();
    const { position } = await executor.execute({
      decider: caseDecider,
      stream,
      command: each.command(state),
      envelope: { commandId, requestHash: commandId, actor },
      policyVersion: () => policy.version,
      context: (_, base) => contextOf(item.number, policy, base.now, base.actor),
    });
    commandMs.push(performance.now() - begun);
    return position;
  };
  const take = async (item: CaseOnItsWay, step: Step): Promise<void> => {
    item.awaited = undefined;
    let position: GlobalPosition = START;
    for (const each of step) position = await command(item, each, `${name}-${(commands += 1)}`);
    item.awaited = position;
    goOn(item);
  };
  /** The people of the case act next, once the last that they did has been delivered. */
  const goOn = (item: CaseOnItsWay): void => {
    if (item.awaited === undefined || item.delivered < item.awaited) return;
    if (settings.afterReminderMs !== undefined && item.step === 0 && item.reminders === 0) return;
    const next = later[item.step];
    if (!next) return;
    item.step += 1;
    void take(item, next).catch(failed);
  };

  const faults: unknown[] = [];
  const failed = (error: unknown): void => void faults.push(error);
  const batch = { open: (): void => undefined, gate: Promise.resolve(), waiting: (): void => undefined };
  let [closed, begun, wanted] = [0, 0, 0];

  const register = async (): Promise<void> => {
    begun += 1;
    const number = cases.size + 1;
    const id = `case:${name}-${number}`;
    const item = { id, number, step: 0, awaited: undefined, delivered: START, reminders: 0 };
    cases.set(id, item);
    await take(item, [...registered(`${name}-${number}`, number), ...intake]);
  };

  /** Keeps the first doorbells of a batch back until the measured time begins. */
  class GatedHost extends ProcessHost {
    private readonly inner = new TemporalProcessHost(client);

    async ring(process: RegisteredProcess, processId: string, timetable: Timetable): Promise<void> {
      batch.waiting();
      await batch.gate;
      await this.inner.ring(process, processId, timetable);
      const item = cases.get(processId);
      if (!item) throw new Error(`nobody registered ${processId}`);
      item.delivered = timetable.position;
      if (!timetable.closed) return goOn(item);
      closed += 1;
      if (begun < wanted) void register().catch(failed);
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

  class Orders extends OrderIssuer {
    async issue({ processId, rung, orderId }: { processId: string; rung: Rung; orderId: string }): Promise<void> {
      const item = cases.get(processId);
      if (!item) throw new Error(`nobody registered ${processId}`);
      await command(item, { command: () => caseHandling.order(rung) as never, by: () => SYSTEM.id }, orderId);
      item.reminders += 1;
      setTimeout(() => goOn(item), settings.afterReminderMs);
    }
  }

  const host = new GatedHost();
  const bridge = new ProcessBridge({
    ...{ events, store, host, now, log: quiet, processes: [caseHandling] },
    settings: { coalescing, concurrency, retryMs: [250, 1_000] },
  });
  const { taskQueue } = caseHandling;
  const activities = orderActivities(new Orders(), quiet);
  const worker = await ProcessWorker.start({ address, taskQueue, bundle: settings.bundle, activities, log: quiet });
  await bridge.start();

  return {
    commandMs,
    workflowIds: () => [...cases.keys()],
    prepare: async (count) => {
      const ready = new Promise<void>((resolve) => (batch.waiting = resolve));
      batch.gate = new Promise<void>((resolve) => (batch.open = resolve));
      [closed, begun, wanted] = [0, 0, count];
      await Promise.all(Array.from({ length: Math.min(count, settings.inFlight) }, register));
      await ready;
    },
    run: async () => {
      batch.open();
      const until = performance.now() + LONGEST_RUN_MS;
      while (closed < wanted) {
        if (performance.now() > until) throw new Error(`${name}: ${wanted - closed} cases are never closed`);
        if (faults.length > 0) throw new Error('a command failed', { cause: faults[0] });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await allEnded(client, caseHandling.workflowType);
    },
    verify: async () => {
      await verifyWorkflows(client, caseHandling.workflowType, [...cases.keys()]);
      if (bridge.metrics.errors > 0) throw new Error(`${bridge.metrics.errors} deliveries failed`);
      const reminders = settings.afterReminderMs === undefined ? 0 : 1;
      for (const { id } of cases.values()) {
        const told = (await events.readStream(caseHandling.streamOf(id))).map(({ event }) => event.type);
        const warned = told.filter((type) => type === 'StepWarned').length;
        if (told.at(-1) !== 'CaseClosed' || warned !== reminders) throw new Error(`${id}: ${told.join(', ')}`);
      }
    },
    close: async () => {
      await bridge.stop();
      await worker.stop();
      store.close();
      await events.close();
    },
  };
};
