import { Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Timetable } from '#kernel';
import { Lru } from './lru.js';
import type { RegisteredProcess } from './process-definition.js';
import { ProcessHost } from './process-host.js';

const CALL_LIMIT_MS = 5_000;
const STARTED_KEPT = 20_000;

/** One top-level workflow for each open process; the log is the start guard (`ALLOW_DUPLICATE`). */
export class TemporalProcessHost extends ProcessHost {
  /** Processes whose workflow was there: a plain signal costs the server a fifth less than one that may start. */
  readonly #started = new Lru<true>(STARTED_KEPT);

  constructor(private readonly client: Client) {
    super();
  }

  async ring(process: RegisteredProcess, processId: string, timetable: Timetable): Promise<void> {
    const signalled = () => this.#ifThere(() => this.#handle(processId).signal(process.signal, timetable));
    if (timetable.closed) {
      this.#started.delete(processId);
      await signalled();
      return;
    }
    if (this.#started.get(processId) && (await signalled())) return;
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
    this.#started.set(processId, true);
  }

  async *running({ workflowType }: RegisteredProcess): AsyncIterable<string> {
    const query = `ExecutionStatus="Running" AND WorkflowType="${workflowType}"`;
    for await (const { workflowId } of this.client.workflow.list({ query, pageSize: 1_000 })) yield workflowId;
  }

  /** The namespace's own id: the server makes it with an empty database, and a copy of the database keeps it. */
  async identity(): Promise<string> {
    const { namespace } = this.client.options;
    const { namespaceInfo } = await this.#limited(() =>
      this.client.connection.workflowService.describeNamespace({ namespace }),
    );
    if (!namespaceInfo?.id) throw new Error(`the Temporal server does not tell the id of namespace ${namespace}`);
    return namespaceInfo.id;
  }

  async end(processId: string, reason: string): Promise<void> {
    await this.#ifThere(() => this.#handle(processId).terminate(reason));
  }

  #handle(processId: string) {
    return this.client.workflow.getHandle(processId);
  }

  /** False where there is no such workflow, or no longer. */
  async #ifThere(call: () => Promise<unknown>): Promise<boolean> {
    try {
      await this.#limited(call);
      return true;
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      return false;
    }
  }

  #limited<T>(call: () => Promise<T>): Promise<T> {
    return this.client.withDeadline(Date.now() + CALL_LIMIT_MS, call);
  }
}
