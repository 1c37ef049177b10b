import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { ProcessWorker } from '#process';
import { BARE_WORKFLOW, LEAN_SIGNAL, LEAN_WORKFLOW, type LeanActivities, type LeanWord } from './lean.contract.js';
import { abreast, allEnded, LONGEST_RUN_MS, verifyWorkflows, type Orchestration } from './orchestration.js';

export interface LeanSettings {
  readonly name: string;
  readonly address: string;
  readonly client: Client;
  readonly bundle: string;
  readonly concurrency: number;
  /** Signals a case gets, the last of which ends it; 0 is the bare workflow, ended by its first task. */
  readonly signals: number;
  /** Cases open at a time; each that is over makes room for the next. */
  readonly inFlight: number;
  /** From one signal of a case, or its reminder, to the next signal. */
  readonly pauseMs: number;
  /** The first reminder comes after this; only then the second signal follows. */
  readonly reminder?: { readonly afterMs: number };
}

export const bundleLean = async (folder: string): Promise<string> => {
  const workflowsPath = fileURLToPath(new URL('./lean.workflow.js', import.meta.url));
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'lean-bundle.js');
  await writeFile(file, code);
  return file;
};

const HOUR = 3_600_000;
const quiet = { log: () => undefined, warn: console.warn, error: console.error };

/** The workflow and client one would write by hand: no log, no bridge, no timetable. */
export const openLeanSide = async (settings: LeanSettings): Promise<Orchestration> => {
  const { name, address, client, concurrency, signals, pauseMs, reminder } = settings;
  const bare = signals === 0;
  const workflowType = bare ? BARE_WORKFLOW : LEAN_WORKFLOW;
  const ids: string[] = [];
  const reminded = new Map<string, number>();
  const queue: { id: string; sent: number }[] = [];
  let [left, unbegun] = [0, 0];
  const begin = (): void => {
    if (unbegun === 0) return;
    unbegun -= 1;
    const id = `${name}-${ids.length + 1}`;
    ids.push(id);
    queue.push({ id, sent: 0 });
  };
  const later = (next: { id: string; sent: number }): void => {
    setTimeout(() => queue.push(next), pauseMs);
  };

  const activities: LeanActivities = {
    remind: async (id) => {
      reminded.set(id, (reminded.get(id) ?? 0) + 1);
      later({ id, sent: 1 });
    },
  };
  const send = async ({ id, sent }: { id: string; sent: number }): Promise<void> => {
    const first = Date.now() + (reminder?.afterMs ?? 8 * HOUR);
    const word: LeanWord = { dueAt: sent === 0 ? first : Date.now() + 9 * HOUR, over: sent === signals - 1 };
    if (sent > 0) await client.workflow.getHandle(id).signal(LEAN_SIGNAL, word);
    else
      await client.workflow.signalWithStart(workflowType, {
        ...{ workflowId: id, taskQueue, args: [id], signal: LEAN_SIGNAL, signalArgs: [word] },
      });
    left -= 1;
    if (sent + 1 >= signals) begin();
    else if (!(reminder && sent === 0)) later({ id, sent: sent + 1 });
  };

  // A queue of its own: lean and bare workers stand side by side.
  const [taskQueue, bundle] = [name, settings.bundle];
  const worker = await ProcessWorker.start({ address, taskQueue, bundle, activities, log: quiet });
  return {
    workflowIds: () => ids,
    prepare: async (count) => {
      left = count * Math.max(signals, 1);
      unbegun = count;
      for (let n = 0; n < settings.inFlight; n += 1) begin();
    },
    run: async () => {
      const until = performance.now() + LONGEST_RUN_MS;
      while (left > 0) {
        if (performance.now() > until) throw new Error(`${name}: ${left} signals are never sent`);
        await abreast(concurrency, () => queue.shift(), send);
        if (left > 0) await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await allEnded(client, workflowType);
    },
    verify: async () => {
      await verifyWorkflows(client, workflowType, ids);
      const expected = reminder ? 1 : 0;
      const wrong = ids.find((id) => (reminded.get(id) ?? 0) !== expected);
      if (wrong !== undefined) throw new Error(`${wrong} was reminded ${reminded.get(wrong) ?? 0} times`);
    },
    close: () => worker.stop(),
  };
};
