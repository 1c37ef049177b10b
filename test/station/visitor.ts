import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Somebody with an account of the demo. */
export class Visitor {
  #cookie = '';

  constructor(
    private readonly base: string,
    private readonly data: string,
    private readonly login: string,
    private readonly passwords = 'demo-accounts.json',
  ) {}

  async logIn(): Promise<this> {
    const passwords = JSON.parse(readFileSync(join(this.data, this.passwords), 'utf8')) as Record<string, string>;
    const response = await fetch(`${this.base}/api/session`, {
      method: 'POST',
      headers: { 'x-minqing-client': 'test', 'content-type': 'application/json' },
      body: JSON.stringify({ login: this.login, password: passwords[this.login] }),
    });
    if (!response.ok) throw new Error(`${this.login}: ${response.status} ${await response.text()}`);
    this.#cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return this;
  }

  get(path: string): Promise<Answer> {
    return this.#ask('GET', path);
  }

  post(path: string, body: object, revision?: number): Promise<Answer> {
    const headers = { 'idempotency-key': randomUUID(), ...(revision !== undefined && { 'if-match': `"${revision}"` }) };
    return this.#ask('POST', path, body, headers);
  }

  async #ask(method: string, path: string, body?: object, headers: object = {}): Promise<Answer> {
    const response = await fetch(this.base + path, {
      method,
      headers: {
        'x-minqing-client': 'test',
        cookie: this.#cookie,
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
}

/** A request of one village, on its way from nowhere. */
export const streetLamp = {
  typeCode: 'REQ-INF',
  channel: 'HOTLINE',
  villageIds: ['T01-V07'],
  parties: [{ name: '李某0231', phone: '000-1234-5678', side: 'REPORTER', vulnerable: false }],
  anonymous: false,
  summary: '路灯不亮',
};
