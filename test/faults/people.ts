import { appendFileSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** One acknowledged command: what the checker looks for in the files. */
interface Acknowledgement {
  readonly key: string;
  readonly what: string;
  readonly event: string;
  readonly stream: string;
  readonly revision: number;
}

const RETRY_MS = 200;
const GIVE_UP_MS = 120_000;

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Somebody who sends commands and tries again, with the same key, until he is told how it went. */
export class Person {
  private cookie = '';
  private actorId: string | undefined;

  constructor(
    private readonly base: string,
    private readonly login: string,
    private readonly password: string,
    private readonly acknowledged: string,
  ) {}

  /** Who this is in the log. */
  async id(): Promise<string> {
    this.actorId ??= (await this.get('/api/session')).body['actorId'] as string;
    return this.actorId;
  }

  get(path: string): Promise<Answer> {
    return this.until('GET', path);
  }

  async command(
    key: string,
    {
      path,
      body,
      event,
      stream,
      revision,
    }: { path: string; body: object; event: string; stream?: string; revision?: number },
  ): Promise<Record<string, unknown>> {
    const answer = await this.until('POST', path, body, {
      'idempotency-key': key.padEnd(16, '_'),
      ...(revision !== undefined && { 'if-match': `"${revision}"` }),
    });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    const at = answer.body as { caseId: string; revision: number };
    const told: Acknowledgement = {
      key,
      what: path,
      event,
      stream: stream ?? `case-${at.caseId}`,
      revision: at.revision,
    };
    appendFileSync(this.acknowledged, `${JSON.stringify(told)}\n`);
    return answer.body;
  }

  private async until(method: string, path: string, body?: object, headers: object = {}): Promise<Answer> {
    for (const deadline = Date.now() + GIVE_UP_MS; ;) {
      try {
        const answer = await this.once(method, path, body, headers);
        if (answer.status === 401) this.cookie = '';
        else if (answer.status < 500 && answer.status !== 429) return answer;
      } catch (error) {
        // Killed meanwhile: whether it was done is what the next try tells.
        if (!(error instanceof TypeError)) throw error;
      }
      if (Date.now() > deadline) throw new Error(`no answer to ${method} ${path}`);
      await pause(RETRY_MS);
    }
  }

  private async once(method: string, path: string, body: object | undefined, headers: object): Promise<Answer> {
    if (this.cookie === '') await this.logIn();
    const response = await fetch(this.base + path, {
      method,
      headers: {
        'x-minqing-client': 'faults',
        cookie: this.cookie,
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
  }

  private async logIn(): Promise<void> {
    const response = await fetch(`${this.base}/api/session`, {
      method: 'POST',
      headers: { 'x-minqing-client': 'faults', 'content-type': 'application/json' },
      body: JSON.stringify({ login: this.login, password: this.password }),
    });
    await response.text();
    if (response.ok) this.cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }
}

/** What one stream follows another with comes by itself soon after; whoever needs it asks until it is there. */
export const following = async (
  by: Person,
  path: string,
  there: (body: Record<string, unknown>) => boolean,
): Promise<Record<string, unknown>> => {
  for (const deadline = Date.now() + GIVE_UP_MS; ; await pause(RETRY_MS)) {
    const { status, body } = await by.get(path);
    if (status === 200 && there(body)) return body;
    if (Date.now() > deadline) throw new Error(`${path} does not come: ${status} ${JSON.stringify(body)}`);
  }
};

export const passwordsOf = (folder: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(`${folder}/demo-accounts.json`, 'utf8')) as Record<string, string>;
