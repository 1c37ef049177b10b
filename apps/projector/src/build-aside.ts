import { Worker } from 'node:worker_threads';
import type { Rebuilt } from '#projections';

/** The two files that a rebuild works on, and the vault with its keys that tells whom and what they speak of. */
export interface ReadFiles {
  readonly log: string;
  readonly readModels: string;
  readonly vault: string;
  readonly keys: string;
}

export interface BuildOrder extends ReadFiles {
  readonly names: readonly string[];
}

/**
 * Builds projections in a thread of its own, so that commands and lists have this one for themselves, and all memory of
 * it is given back. Ended in the middle, it leaves what serves as it is.
 */
export const buildAsideFrom =
  (files: ReadFiles) =>
  (names: readonly string[], signal: AbortSignal): Promise<readonly Rebuilt[]> =>
    new Promise((resolve, reject) => {
      const order: BuildOrder = { ...files, names };
      const worker = new Worker(new URL('./build-aside.worker.js', import.meta.url), { workerData: order });
      const end = (): void => void worker.terminate();
      signal.addEventListener('abort', end, { once: true });
      let built: readonly Rebuilt[] | undefined;
      worker.once('message', (told: readonly Rebuilt[]) => (built = told));
      worker.once('error', reject);
      worker.once('exit', (code) => {
        signal.removeEventListener('abort', end);
        if (built) resolve(built);
        else reject(new Error(`the thread that builds read models ended with ${code}`));
      });
    });
