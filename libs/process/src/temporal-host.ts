import { Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Timetable } from '#kernel';
import type { RegisteredProcess } from './process-definition.js';
import { ProcessHost } from './process-host.js';

const CALL_LIMIT_MS = 5_000;

/** One top-level workflow for each open process; the log is the start guard (`ALLOW_DUPLICATE`). */
export class TemporalProcessHost extends ProcessHost {
  constructor(private readonly client: Client) {
    super();
  }

  async ring(process: RegisteredProcess, processId: string, timetable: Timetable): Promise<void> {
    if (timetable.closed) return this.#ifThere(() => this.#handle(processId).signal(process.signal, timetable));
    await this.#limited(() =>
      this.client.workflow.signalWithStart(process.workflowType, {
        workflowId: processId,
        taskQueue: process.taskQueue,
        args: [timetable],
        signal: process.signal,
        signalArgs: [timetable],
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
      }),
    );
  }

  async *running({ workflowType }: RegisteredProcess): AsyncIterable<string> {
    const query = `ExecutionStatus="Running" AND WorkflowType="${workflowType}"`;
    for await (const { workflowId } of this.client.workflow.list({ query, pageSize: 1_000 })) yield workflowId;
  }

  async end(processId: string, reason: string): Promise<void> {
    await this.#ifThere(() => this.#handle(processId).terminate(reason));
  }

  #handle(processId: string) {
    return this.client.workflow.getHandle(processId);
  }

  async #ifThere(call: () => Promise<unknown>): Promise<void> {
    try {
      await this.#limited(call);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }

  #limited<T>(call: () => Promise<T>): Promise<T> {
    return this.client.withDeadline(Date.now() + CALL_LIMIT_MS, call);
  }
}
