import { once } from 'node:events';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isStillIn } from './current-actor.js';

/**
 * One message of a server-sent event stream. No personal data: it only says what to read again. Without an event it
 * tells the reader his place and nothing else.
 */
export type StreamMessage =
  | { readonly id?: string; readonly event: string; readonly data: unknown }
  | { readonly id: string; readonly event?: undefined };

export interface StreamTimes {
  readonly heartbeatMs: number;
  /** How often it is looked whether the reader's session is still alive. */
  readonly sessionMs: number;
}

const TIMES: StreamTimes = { heartbeatMs: 15_000, sessionMs: 1_000 };
const RECONNECT_MS = 2_000;

/**
 * Sends messages until the reader leaves, his session ends, or `source` ends. The source is made with the id to go on
 * after (the browser sends the last one back as `Last-Event-ID`) and a signal that aborts when the reader has left. It is
 * asked for the next message when the last one is on its way: a slow reader holds his own source back, and one that
 * takes nothing for a whole heartbeat is cut off.
 */
export const streamMessages = async (
  request: FastifyRequest,
  reply: FastifyReply,
  source: (after: string | undefined, left: AbortSignal) => AsyncIterable<StreamMessage>,
  { heartbeatMs, sessionMs }: StreamTimes = TIMES,
): Promise<void> => {
  const lastId = request.headers['last-event-id'];
  const left = new AbortController();
  reply.hijack();
  const { raw } = reply;
  raw.once('close', () => left.abort());
  raw.writeHead(200, {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  } as Record<string, string>);
  raw.write(`retry: ${RECONNECT_MS}\n\n`);
  let stuck = false;
  const heartbeat = setInterval(() => {
    if (stuck && raw.writableNeedDrain) raw.destroy();
    stuck = raw.writableNeedDrain;
    if (!stuck) raw.write(': still here\n\n');
  }, heartbeatMs);
  const session = setInterval(() => {
    if (!isStillIn(request)) left.abort();
  }, sessionMs);
  try {
    for await (const message of source(typeof lastId === 'string' ? lastId : undefined, left.signal)) {
      if (left.signal.aborted) break;
      if (!raw.write(written(message))) await once(raw, 'drain', { signal: left.signal });
    }
  } catch (error) {
    if (!left.signal.aborted) throw error;
  } finally {
    clearInterval(heartbeat);
    clearInterval(session);
    raw.end();
  }
};

const oneLine = (text: string): string => text.replace(/[\r\n]/g, ' ');

const written = (message: StreamMessage): string => {
  const id = message.id === undefined ? '' : `id: ${oneLine(message.id)}\n`;
  if (message.event === undefined) return `${id}\n`;
  return `${id}event: ${oneLine(message.event)}\ndata: ${JSON.stringify(message.data)}\n\n`;
};
