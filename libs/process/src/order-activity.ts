import { orderId, type Rung } from '#kernel';
import { failpoint } from '#platform';
import type { OrderOutcome, ProcessActivities } from '#workflows/process-host';
import type { OrderIssuer } from './order-issuer.js';
import type { ProcessLog } from './process-log.js';

/**
 * The one activity of a process: one idempotent command. It reads no clock; whether a rung is due is for the decider,
 * with the log's clock, to say. A refusal is an answer, for asking again would change nothing.
 */
export const orderActivities = (issuer: OrderIssuer, log: ProcessLog): ProcessActivities => ({
  issueOrder: async ({ processId, rung }): Promise<OrderOutcome> => {
    try {
      await issuer.issue({ processId, rung, orderId: orderId(processId, rung) });
      failpoint('after-activity-before-complete');
      return 'issued';
    } catch (error) {
      const code = codeOfRefusal(error);
      if (code === undefined) throw error;
      if (code === 'NOT_YET_DUE') return 'not-yet-due';
      log.log('An order was refused: the process has moved on.', { processId, code, ...stepOf(rung) });
      return 'refused';
    }
  },
});

/** By name, not by class: the refusal may have crossed a module boundary. */
export const codeOfRefusal = (error: unknown): string | undefined =>
  error instanceof Error && error.name === 'CommandRejected' && 'code' in error ? String(error.code) : undefined;

const stepOf = ({ step, level, round }: Rung) => ({ step, level, round });
