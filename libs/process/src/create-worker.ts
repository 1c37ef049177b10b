import { Worker, type WorkerOptions } from '@temporalio/worker';

type StartWorkflowThread = (typeof Worker)['createWorkflowCreator'];

/**
 * A worker that is registered with its server, or nothing at all: the SDK starts the thread of the workflows first and
 * leaves it running where registering fails, one more at each try.
 */
export const createWorker = async (options: WorkerOptions): Promise<Worker> => {
  let thread: Awaited<ReturnType<StartWorkflowThread>> | undefined;
  class WorkerOfThisThread extends Worker {
    protected static override async createWorkflowCreator(...given: Parameters<StartWorkflowThread>) {
      return (thread = await super.createWorkflowCreator(...given));
    }
  }
  try {
    return await WorkerOfThisThread.create(options);
  } catch (error) {
    await thread?.destroy();
    throw error;
  }
};
