import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** How long requests in flight may take to end. */
const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 20;

/** The requests that are being answered, so that stopping can wait for them. */
export class Requests {
  readonly #open = new Map<ServerResponse, IncomingMessage>();
  #ending = false;

  constructor(private readonly server: Server) {
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      if (this.#ending) response.setHeader('connection', 'close');
      this.#open.set(response, request);
      response.once('close', () => this.#open.delete(response));
    });
  }

  /** Takes no new connection and answers what has been asked. Streams of events have no end of their own: they are cut. */
  async drain(): Promise<void> {
    this.#ending = true;
    if (this.server.listening) this.server.close();
    for (const [response, { headers }] of this.#open)
      if (headers.accept?.includes('text/event-stream')) response.destroy();
    for (const until = performance.now() + PATIENCE_MS; this.#open.size > 0 && performance.now() < until;) {
      this.server.closeIdleConnections();
      await pause(LOOK_EVERY_MS);
    }
    this.server.closeAllConnections();
  }
}
