import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import Long from 'long';

/**
 * Lets one workflow's clock skip `ms` forward on a server started with time skipping; timers that fall due on the way
 * fire, other workflows stay where they are. Resolves when the skip is done. The one place that knows this young API.
 * Leaves an event in the history: such histories are no replay material.
 */
export const fastForward = async (client: Client, workflowId: string, ms: number): Promise<void> => {
  const { workflowService } = client.connection;
  const { namespace } = client.options;
  const [id, workflowExecution] = [randomUUID(), { workflowId }];
  await workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution,
    updateMask: { paths: ['time_skipping_config'] },
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        fastForwardConfig: {
          id,
          duration: { seconds: Long.fromNumber(Math.floor(ms / 1000)), nanos: (ms % 1000) * 1e6 },
        },
      },
    },
  });
  await workflowService.pollWorkflowExecutionTimeSkipping({ namespace, workflowExecution, fastForwardId: id });
};
