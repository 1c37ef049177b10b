import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as pause } from 'node:timers/promises';

/** How long requests in flight may take to end; streams of events have no end of their own. */
const PATIENCE_MS = 3_000;

/** Takes no new request, lets those in flight finish, then cuts what still hangs on (open streams, slow readers). */
export const stopRequests = async (app: NestFastifyApplication): Promise<void> => {
  const fastify = app.getHttpAdapter().getInstance();
  const ending = new AbortController();
  const closed = Promise.resolve(fastify.close()).finally(() => ending.abort());
  const patience = pause(PATIENCE_MS, undefined, { signal: ending.signal }).then(
    () => fastify.server.closeAllConnections(),
    () => undefined, // closed in time
  );
  await Promise.all([closed, patience]);
};
