import type { FastifyReply, FastifyRequest } from 'fastify';
import { loginPolicy } from './login-policy.js';

const SECONDS = loginPolicy.session.absolute / 1_000;

/** The cookie of a session. Over TLS its name binds it to this host; no script can read it. */
export class SessionCookie {
  readonly #name: string;

  constructor(private readonly secure: boolean) {
    this.#name = secure ? '__Host-minqing' : 'minqing';
  }

  read(request: FastifyRequest): string | undefined {
    for (const pair of request.headers.cookie?.split(';') ?? []) {
      const [name, value] = pair.trim().split('=');
      if (name === this.#name && value) return value;
    }
    return undefined;
  }

  set(reply: FastifyReply, id: string): void {
    void reply.header('set-cookie', this.#written(id, SECONDS));
  }

  clear(reply: FastifyReply): void {
    void reply.header('set-cookie', this.#written('', 0));
  }

  #written(value: string, maxAge: number): string {
    const parts = [`${this.#name}=${value}`, 'Path=/', `Max-Age=${maxAge}`, 'HttpOnly', 'SameSite=Lax'];
    return [...parts, ...(this.secure ? ['Secure'] : [])].join('; ');
  }
}
