import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Accounts, CLIENT_HEADER } from '#access/nest';
import { FoundingCalendar } from '#calendars/nest';
import { CommandExecutor, SqliteEventStore } from '#event-store';
import { IdentityVault } from '#identity-vault';
import { subjectDecider, subjectStream } from '#identity-vault/domain';
import { SYSTEM } from '#kernel';
import { Outbox } from '#notifications';
import { VirtualClock } from '#platform';
import { CURRENT_POLICY } from '#policy';
import { ProcessHost, ProcessStore } from '#process';
import { ReadModels } from '#projections';
import { instantOf } from '#working-time';
import { createHttpApp } from '../../apps/api/src/http-app.js';
import { Notifier } from '../../apps/projector/src/notifier.js';
import { Projector } from '../../apps/projector/src/projector.js';
import { loadDemoCounty } from '../../apps/station/src/load-demo-county.js';
import { CommandRouter } from '../../apps/worker/src/command-router.js';
import { PROCESSES } from '../../apps/worker/src/processes.js';
import { Listener } from './listener.js';

/** Every field that a test looks at; which of them an answer has, its route says. */
export interface Told {
  readonly caseId: string;
  readonly revision: number;
  readonly stage: string;
  readonly handler: string;
  readonly actorId: string;
  readonly code: string;
  readonly items: readonly { readonly caseId: string }[];
  readonly next?: string;
  readonly errors: readonly { readonly field: string }[];
  readonly parties: readonly { readonly party: string; readonly name: string; readonly phone: string }[];
  readonly clocks: readonly { readonly step: string }[];
  readonly people: Readonly<Record<string, object>>;
  readonly timeline: readonly {
    readonly type: string;
    readonly data: { readonly decision: { readonly ranked: readonly object[] } };
  }[];
}

export interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly replayed: boolean;
  readonly body: Told;
}

/** Nothing waits in these tests: time stands still, and what follows at once needs no Temporal. */
class NobodyWaits extends ProcessHost {
  async ring(): Promise<void> {}
  async *running(): AsyncIterable<string> {}
  async identity(): Promise<string> {
    return 'nobody';
  }
  async end(): Promise<void> {}
}

const PASSWORD = 'a sentence for everybody';
const QUIET = { log: () => undefined, warn: () => undefined, error: console.error, debug: () => undefined };

/** The demo county behind the real API on a real socket, with the real store, vault, access and projections. */
export class CountyUnderTest {
  private readonly cookies = new Map<string, string>();
  private keys = 0;

  private constructor(
    readonly address: string,
    readonly clock: VirtualClock,
    readonly events: SqliteEventStore,
    readonly folder: string,
    readonly vault: IdentityVault,
    private readonly close: () => Promise<void>,
  ) {}

  static async at(localTime: string): Promise<CountyUnderTest> {
    const folder = mkdtempSync(join(tmpdir(), 'minqing-api-'));
    const clock = new VirtualClock(instantOf(localTime));
    const events = SqliteEventStore.open(join(folder, 'log.db'), { clock });
    const executor = new CommandExecutor(events, clock);
    const vault = new IdentityVault({ database: join(folder, 'vault.db'), keys: join(folder, 'keys') }, clock);
    const readModels = await ReadModels.open(join(folder, 'read.db'));
    const outbox = new Outbox(join(folder, 'outbox.db'));
    const app = await createHttpApp({
      storage: { clock, events, executor, vault, readModels, outbox },
      access: {
        database: join(folder, 'access.db'),
        secure: false,
        argon2: { memoryCost: 1_024, timeCost: 1, parallelism: 1 },
      },
      readiness: { check: async () => ({ commands: { ok: true } }) },
      logger: QUIET,
      docs: false,
    });
    await app.init();
    await app.get(FoundingCalendar).found();
    const { accounts } = await loadDemoCounty({
      executor,
      storePeople: (people) => vault.storePeople(people),
      policy: CURRENT_POLICY,
    });
    await openAccounts(app, accounts);
    const projector = await projectorOf(app, { events, readModels, clock, vault, folder });
    const notifier = new Notifier({ events, outbox, vault, clock, log: QUIET, ways: {} });
    await notifier.start();
    await app.listen(0, '127.0.0.1');
    return new CountyUnderTest(
      (await app.getUrl()).replace('[::1]', '127.0.0.1'),
      clock,
      events,
      folder,
      vault,
      async () => {
        await app.close();
        await projector.stop();
        await notifier.stop();
        outbox.close();
        await readModels.close();
        vault.close();
        await events.close();
        rmSync(folder, { recursive: true });
      },
    );
  }

  /** As the command line does it: the key first, then the log. */
  async erase(subject: string): Promise<void> {
    await this.vault.erase(subject);
    await new CommandExecutor(this.events, this.clock).execute({
      decider: subjectDecider,
      stream: subjectStream(subject),
      command: { type: 'EraseSubject', data: { subject, reason: 'asked for it' } },
      envelope: { commandId: `erase:${subject}`, requestHash: '', actor: SYSTEM },
      context: (_, base) => base,
      policyVersion: () => CURRENT_POLICY.version,
    });
  }

  async end(): Promise<void> {
    await this.close();
  }

  async logIn(login: string): Promise<void> {
    const answer = await fetch(`${this.address}/api/session`, {
      method: 'POST',
      headers: { [CLIENT_HEADER]: 'spec', 'content-type': 'application/json' },
      body: JSON.stringify({ login, password: PASSWORD }),
    });
    if (!answer.ok) throw new Error(`${login} cannot log in: ${await answer.text()}`);
    this.cookies.set(login, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  }

  async get(login: string, path: string): Promise<Answer> {
    return this.send(login, 'GET', path, {});
  }

  async post(
    login: string,
    path: string,
    body: object,
    { revision, key }: { readonly revision?: number; readonly key?: string } = {},
  ): Promise<Answer> {
    return this.send(login, 'POST', path, {
      body,
      headers: {
        'idempotency-key': key ?? `idempotency-key-${(this.keys += 1)}`,
        ...(revision !== undefined && { 'if-match': `"${revision}"` }),
      },
    });
  }

  async send(
    login: string,
    method: string,
    path: string,
    { body, headers = {} }: { readonly body?: object; readonly headers?: Record<string, string> },
  ): Promise<Answer> {
    if (!this.cookies.has(login)) await this.logIn(login);
    const answer = await fetch(this.address + path, {
      method,
      headers: {
        [CLIENT_HEADER]: 'spec',
        cookie: this.cookies.get(login) ?? '',
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      etag: answer.headers.get('etag'),
      replayed: answer.headers.get('idempotency-replayed') === 'true',
      body: (text === '' ? {} : JSON.parse(text)) as Told,
    };
  }

  /** An answer that goes on, as the browser reads it. */
  async listen(login: string, lastEventId?: string): Promise<Listener> {
    if (!this.cookies.has(login)) await this.logIn(login);
    const leaving = new AbortController();
    const answer = await fetch(`${this.address}/api/events/stream`, {
      headers: {
        [CLIENT_HEADER]: 'spec',
        cookie: this.cookies.get(login) ?? '',
        accept: 'text/event-stream',
        ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
      },
      signal: leaving.signal,
    });
    return new Listener(answer, () => leaving.abort());
  }

  /** What follows by itself (reactions, read models) follows soon: asked until it holds. */
  async eventually<T>(ask: () => Promise<T>, holds: (found: T) => boolean): Promise<T> {
    const deadline = Date.now() + 5_000;
    for (;;) {
      const found = await ask();
      if (holds(found) || Date.now() > deadline) return found;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

const openAccounts = async (
  app: NestFastifyApplication,
  accounts: Awaited<ReturnType<typeof loadDemoCounty>>['accounts'],
): Promise<void> => {
  for (const { login, cadreId, role, path, unitId } of accounts) {
    await app.get(Accounts).create({ login, password: PASSWORD, actorId: cadreId, role, path, unit: unitId });
  }
};

const projectorOf = async (
  app: NestFastifyApplication,
  ports: {
    events: SqliteEventStore;
    readModels: ReadModels;
    clock: VirtualClock;
    vault: IdentityVault;
    folder: string;
  },
): Promise<Projector> => {
  const router = new CommandRouter(app.get(CommandBus), PROCESSES);
  const projector = new Projector({
    ...ports,
    log: QUIET,
    store: new ProcessStore(join(ports.folder, 'process.db'), ports.clock.now()),
    processes: PROCESSES,
    host: new NobodyWaits(),
    issue: (reaction) => router.react(reaction),
  });
  await projector.prepare();
  await projector.start();
  return projector;
};

const CALM = { violence: 0, gathered: 0, relapses: 0, threatToLife: false, weapon: false };

/** A road lamp of T01, registered at the counter and accepted at once: the plainest case there is. */
export const acceptedLamp = async (county: CountyUnderTest): Promise<string> => {
  const { body } = await county.post('clerk.t01', '/api/cases', {
    typeCode: 'REQ-INF',
    channel: 'WINDOW',
    villageIds: ['T01-V07'],
    parties: [{ name: '李某0231', phone: '000-1234-5678', side: 'REPORTER', vulnerable: false }],
    anonymous: false,
    summary: '村口路灯不亮',
  });
  await county.post('director.rural.t01', `/api/cases/${body.caseId}/accept`, CALM, { revision: body.revision });
  return body.caseId;
};
