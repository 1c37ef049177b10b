import type { FastifyRequest } from 'fastify';
import { Problem } from '#http';

/** Programs that send no `Origin` name themselves with this header; a foreign page cannot send it unasked. */
export const CLIENT_HEADER = 'x-minqing-client';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A request that changes something comes from our own pages, or from a program that says so.
 * @throws Problem `ORIGIN_REFUSED`
 */
export const requireSameOrigin = (request: FastifyRequest): void => {
  if (READING.has(request.method)) return;
  const { origin, host, [CLIENT_HEADER]: client } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('ORIGIN_REFUSED');
  if (origin === undefined ? !client : hostOf(origin) !== host) throw new Problem('ORIGIN_REFUSED');
};

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);
