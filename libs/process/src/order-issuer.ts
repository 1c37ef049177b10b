import type { Rung } from '#kernel';

/** Gives the order of a rung to the aggregate it is for, as a command whose id is the order id. */
export abstract class OrderIssuer {
  /** @throws CommandRejected where the aggregate refuses; `NOT_YET_DUE` where the log's clock is behind the rung */
  abstract issue(order: { processId: string; rung: Rung; orderId: string }): Promise<void>;
}
