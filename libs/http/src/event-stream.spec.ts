import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { identify, streamMessages, type StreamMessage } from '#http';

let server: FastifyInstance;
let askedAfter: string | undefined;
let readerLeft: Promise<unknown>;
let asked = 0;
let loggedIn = true;
const WAVE = 'x'.repeat(64 * 1024);

beforeEach(async () => {
  server = fastify({ forceCloseConnections: true });
  server.get('/finite', (request, reply) =>
    streamMessages(request, reply, async function* (after): AsyncGenerator<StreamMessage> {
      askedAfter = after;
      yield { id: '7', event: 'case-moved', data: { caseId: 'c1' } };
      yield { event: 'over\nwritten', data: 'a\nb' };
      yield { id: '9' };
    }),
  );
  let left: () => void;
  readerLeft = new Promise<void>((resolve) => (left = resolve));
  server.get('/endless', (request, reply) =>
    streamMessages(
      request,
      reply,
      async function* (_after, signal): AsyncGenerator<StreamMessage> {
        yield { event: 'first', data: 1 };
        if (!signal.aborted) await once(signal, 'abort');
        left();
      },
      { heartbeatMs: 20, sessionMs: 20 },
    ),
  );
  server.get('/flood', (request, reply) =>
    streamMessages(
      request,
      reply,
      async function* (_after, signal): AsyncGenerator<StreamMessage> {
        for (signal.addEventListener('abort', () => left()); ; asked += 1) yield { event: 'wave', data: WAVE };
      },
      { heartbeatMs: 50, sessionMs: 1_000 },
    ),
  );
  server.get('/session', (request, reply) => {
    identify(request, { id: 'c1', role: 'MEDIATOR', path: '/county/T01' }, () => loggedIn);
    return streamMessages(
      request,
      reply,
      async function* (_after, signal): AsyncGenerator<StreamMessage> {
        yield { event: 'first', data: 1 };
        if (!signal.aborted) await once(signal, 'abort');
      },
      { heartbeatMs: 1_000, sessionMs: 20 },
    );
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => server.close());

const url = (path: string) => `http://127.0.0.1:${(server.server.address() as AddressInfo).port}${path}`;

describe('an event stream', () => {
  it('goes on after the last message the reader had, and writes each message on its own lines', async () => {
    const response = await fetch(url('/finite'), { headers: { 'last-event-id': '6' } });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(await response.text()).toBe(
      'retry: 2000\n\nid: 7\nevent: case-moved\ndata: {"caseId":"c1"}\n\nevent: over written\ndata: "a\\nb"\n\nid: 9\n\n',
    );
    expect(askedAfter).toBe('6');
  });

  it('shows that it lives, and stops its source when the reader leaves', async () => {
    const leaving = new AbortController();
    const response = await fetch(url('/endless'), { signal: leaving.signal });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let text = '';
    while (!text.includes(': still here')) text += Buffer.from((await reader.read()).value as Uint8Array).toString();
    expect(text).toContain('event: first');
    leaving.abort();
    await readerLeft;
  });

  it('asks its source for no more than a slow reader takes, and cuts off one that takes nothing', async () => {
    const { port } = server.server.address() as AddressInfo;
    const reader = connect(port, '127.0.0.1');
    await once(reader, 'connect');
    reader.pause();
    reader.write('GET /flood HTTP/1.1\r\nhost: x\r\n\r\n');
    await readerLeft;
    // What the sockets of both sides take by themselves; without a bound it would have been asked on and on.
    expect(asked * WAVE.length).toBeLessThan(32 * 1024 * 1024);
    reader.destroy();
  });

  it('ends when the session does', async () => {
    const response = await fetch(url('/session'));
    const text = response.text();
    loggedIn = false;
    expect(await text).toContain('event: first');
  });
});
