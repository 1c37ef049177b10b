import type { Client } from '@temporalio/client';
import { setTimeout as pause } from 'node:timers/promises';
import { median } from '../harness.js';

/** A batch of cases on one side: `prepare` is outside the measured time, `run` ends when every workflow has ended. */
export interface Orchestration {
  readonly prepare: (cases: number) => Promise<void>;
  readonly run: () => Promise<void>;
  /** Throws where a case is missing, doubled or not as it should be. */
  readonly verify: () => Promise<void>;
  readonly workflowIds: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** A side that takes longer has lost something. */
export const LONGEST_RUN_MS = 180_000;

/** Resolves when no workflow of this type runs any more; the same look on every side. */
export const allEnded = async (client: Client, workflowType: string): Promise<void> => {
  const until = performance.now() + LONGEST_RUN_MS;
  const query = `WorkflowType="${workflowType}" AND ExecutionStatus="Running"`;
  while ((await client.workflow.count(query)).count > 0) {
    if (performance.now() > until) throw new Error(`${workflowType}: workflows do not end`);
    await pause(100);
  }
};

/** Every id has one workflow, completed; there is no other. */
export const verifyWorkflows = async (
  client: Client,
  workflowType: string,
  expected: readonly string[],
): Promise<void> => {
  const query = `WorkflowType="${workflowType}"`;
  const wanted = new Set(expected);
  for (const deadline = performance.now() + 10_000; ;) {
    const found = new Map<string, string>();
    const faults: string[] = [];
    for await (const { workflowId, status } of client.workflow.list({ query, pageSize: 1_000 })) {
      if (!wanted.has(workflowId)) continue;
      if (found.has(workflowId)) faults.push(`${workflowId} ran twice`);
      found.set(workflowId, status.name);
      if (status.name !== 'COMPLETED') faults.push(`${workflowId} is ${status.name}`);
    }
    if (found.size < wanted.size) faults.push(`${wanted.size} workflows expected, ${found.size} found`);
    if (faults.length === 0) return;
    if (performance.now() > deadline) throw new Error(faults.slice(0, 5).join('; '));
    await pause(500);
  }
};

export interface HistoryOfCase {
  readonly tasks: number;
  readonly events: number;
  readonly signals: number;
  readonly mostTasks: number;
}

const SAMPLE = 24;

/** Medians over a sample spread over all the cases. */
export const sampleHistories = async (client: Client, ids: readonly string[]): Promise<HistoryOfCase> => {
  const every = Math.max(1, Math.floor(ids.length / SAMPLE));
  const [tasks, events, signals]: [number[], number[], number[]] = [[], [], []];
  for (const id of ids.filter((_, index) => index % every === 0)) {
    const { events: history } = await client.workflow.getHandle(id).fetchHistory();
    events.push((history ?? []).length);
    tasks.push((history ?? []).filter((event) => event.workflowTaskCompletedEventAttributes).length);
    signals.push((history ?? []).filter((event) => event.workflowExecutionSignaledEventAttributes).length);
  }
  return { tasks: median(tasks), events: median(events), signals: median(signals), mostTasks: Math.max(...tasks) };
};

/** Runs `work` over what `take` gives, `width` at a time, until it gives nothing more. */
export const abreast = async <T>(width: number, take: () => T | undefined, work: (item: T) => Promise<void>) => {
  const lane = async (): Promise<void> => {
    for (let item = take(); item !== undefined; item = take()) await work(item);
  };
  await Promise.all(Array.from({ length: width }, lane));
};
