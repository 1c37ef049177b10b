import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Waits until the server at the address serves the namespace; says `answers`, or why it was given up. */
export const answers = async (
  address: string,
  namespace: string,
  withinMs: number,
  given: { readonly up: boolean } = { up: false },
): Promise<string> => {
  const until = performance.now() + withinMs;
  let reason = 'nobody listens';
  while (performance.now() < until && !given.up) {
    // The transport pauses ever longer between its own tries: it is asked only once somebody listens.
    if (await listens(address)) {
      const failure = await serves(address, namespace);
      if (failure === undefined) return 'answers';
      reason = failure;
    }
    await pause(20);
  }
  return `no answer within ${Math.round(withinMs / 1000)} s: ${reason}`;
};

const listens = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const colon = address.lastIndexOf(':');
    const socket = connect(Number(address.slice(colon + 1)), address.slice(0, colon));
    const tell = (answer: boolean) => (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, tell(false));
    socket.once('connect', tell(true)).once('error', tell(false));
  });

/** Undefined when it does, else why not. */
const serves = async (address: string, namespace: string): Promise<string | undefined> => {
  // Loaded while the server starts, for loading it takes as long.
  const { Connection } = await import('@temporalio/client');
  const connection = Connection.lazy({ address, connectTimeout: 1_000 });
  try {
    await connection.withDeadline(Date.now() + 1_500, () =>
      connection.workflowService.describeNamespace({ namespace }),
    );
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await connection.close();
  }
};
