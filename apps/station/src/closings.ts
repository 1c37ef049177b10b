/**
 * In this order everything stops: no new request and those in flight answered, no new order, no follower of the log;
 * then the contexts, the Temporal server, and last the files that all of them wrote to.
 */
const ORDER = ['requests', 'worker', 'followers', 'contexts', 'temporal', 'files', 'folder'] as const;
export type Stage = (typeof ORDER)[number];

/** What has been opened, to be closed in the order of stopping, whatever the order of opening was. */
export class Closings {
  readonly #closings = new Map<Stage, (() => Promise<void> | void)[]>();

  add(stage: Stage, close: () => Promise<void> | void): void {
    this.#closings.set(stage, [close, ...(this.#closings.get(stage) ?? [])]);
  }

  /** Goes on where one fails, so that nothing stays open. @throws the first failure, at the end */
  async closeAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const stage of ORDER) {
      for (const close of this.#closings.get(stage)?.splice(0) ?? []) {
        try {
          await close();
        } catch (error) {
          failures.push(error);
        }
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}
