import { once } from 'node:events';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** One message of a server-sent event stream. No personal data: it only says what to read again. */
export interface StreamMessage {
  /** The browser sends the last one back as `Last-Event-ID` when it connects again. */
  readonly id?: string;
  readonly event: string;
  readonly data: unknown;
}

const HEARTBEAT_MS = 15_000;
const RECONNECT_MS = 2_000;

/**
 * Sends messages until the reader leaves or `source` ends. The source is made with the id to go on after and a signal
 * that aborts when the reader has left.
 */
export const streamMessages = async (
  request: FastifyRequest,
  reply: FastifyReply,
  source: (after: string | undefined, left: AbortSignal) => AsyncIterable<StreamMessage>,
  heartbeatMs = HEARTBEAT_MS,
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
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs);
  try {
    for await (const message of source(typeof lastId === 'string' ? lastId : undefined, left.signal)) {
      if (left.signal.aborted) break;
      // A slow reader holds its own source back; it never fills our memory.
      if (!raw.write(written(message))) await once(raw, 'drain', { signal: left.signal });
    }
  } catch (error) {
    if (!left.signal.aborted) throw error;
  } finally {
    clearInterval(heartbeat);
    raw.end();
  }
};

const written = ({ id, event, data }: StreamMessage): string => {
  const line = (text: string) => text.replace(/[\r\n]/g, ' ');
  return `${id === undefined ? '' : `id: ${line(id)}\n`}event: ${line(event)}\ndata: ${JSON.stringify(data)}\n\n`;
};
