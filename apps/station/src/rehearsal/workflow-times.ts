import { fastForward, type temporalClient } from '#process';
import type { Instant } from '#kernel';
import type { Clock } from '#platform';

/** Not exactly on the instant: a timer fires when its time has passed. */
const BEYOND_MS = 5;

/**
 * The time of each workflow of a rehearsal. A skip moves one workflow forward, never the server: so each runs ahead of
 * the wall by what it has skipped, and its doorbells carry how far the log's clock is from that.
 */
export class WorkflowTimes {
  /** Milliseconds ahead of the wall. */
  readonly #skipped = new Map<string, number>();
  /** As its last doorbell told. */
  readonly #offsets = new Map<string, number>();
  #skips = 0;

  constructor(
    private readonly client: ReturnType<typeof temporalClient>,
    private readonly clock: Clock,
  ) {}

  /** How many there were. */
  get skips(): number {
    return this.#skips;
  }

  /** What its next doorbell carries: the workflow's time + this = the log's clock. */
  readonly clockOffset = (processId: string): number => {
    const offset = this.clock.now() - (Date.now() + (this.#skipped.get(processId) ?? 0));
    this.#offsets.set(processId, offset);
    return offset;
  };

  /** Asks the server, after a start, how far a workflow has skipped already. */
  async learn(processId: string): Promise<void> {
    const now = await this.#now(processId);
    this.#skipped.set(processId, now - Date.now());
  }

  /** Lets a workflow's time skip to where the log's clock says `instant`, and by `more` beyond. */
  async forward(processId: string, instant: Instant, more = 0): Promise<void> {
    const offset = this.#offsets.get(processId) ?? this.clockOffset(processId);
    const missing = Math.ceil(instant - offset - (await this.#now(processId)));
    if (missing + more > 0) {
      await fastForward(this.client, processId, missing + more + BEYOND_MS);
      this.#skips += 1;
    }
    await this.learn(processId);
  }

  async #now(workflowId: string): Promise<Instant> {
    const { workflowService } = this.client.connection;
    const { workflowExtendedInfo: info } = await workflowService.describeWorkflowExecution({
      namespace: this.client.options.namespace,
      execution: { workflowId },
    });
    const time = info?.timeSkippingInfo?.currentTime;
    return time ? Number(time.seconds ?? 0) * 1_000 + Math.floor((time.nanos ?? 0) / 1e6) : Date.now();
  }
}
