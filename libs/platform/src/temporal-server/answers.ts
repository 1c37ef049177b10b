import { Connection } from '@temporalio/client';

/** Waits until the server at the address serves the namespace; says `answers`, or why it was given up. */
export const answers = async (address: string, namespace: string, withinMs: number): Promise<string> => {
  const until = performance.now() + withinMs;
  let reason = 'no answer';
  while (performance.now() < until) {
    const connection = Connection.lazy({ address, connectTimeout: 1_000 });
    try {
      await connection.withDeadline(Date.now() + 1_500, () =>
        connection.workflowService.describeNamespace({ namespace }),
      );
      return 'answers';
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    } finally {
      await connection.close();
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return `no answer within ${Math.round(withinMs / 1000)} s: ${reason}`;
};
