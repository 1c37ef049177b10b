import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Global, Module, Param, Post, Query, type Type } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Type as Nested } from 'class-transformer';
import { IsIn, IsNotEmpty, IsString, MaxLength, ValidateNested } from 'class-validator';
import { requireMay } from '#access/domain';
import { AccessModule, Accounts, Action, assertEveryRouteHasAnAction, Public, RouteWithoutAction } from '#access/nest';
import { type CommandEnvelope, EventStoreUnavailable, WrongExpectedRevision } from '#event-store';
import {
  type Caller,
  CurrentActor,
  Envelope,
  HttpModule,
  keysetOf,
  pageOf,
  PageQuery,
  type ProblemDocument,
  revised,
} from '#http';
import { IdentityVaultModule } from '#identity-vault/nest';
import { CommandRejected } from '#kernel';
import { Clock, VirtualClock } from '#platform';

class PartyBody {
  @IsString()
  @IsNotEmpty()
  name!: string;
}
class CaseBody {
  @IsIn(['HOTLINE', 'WINDOW'])
  channel!: string;

  @IsString()
  @MaxLength(10)
  summary!: string;

  @ValidateNested()
  @Nested(() => PartyBody)
  party!: PartyBody;
}

@Controller('api/cases')
class CasesController {
  @Post()
  @Action('case.register')
  register(@Body() _body: CaseBody, @Envelope('new') envelope: CommandEnvelope) {
    return revised({ revision: 0 }, envelope);
  }

  @Post(':caseId/acceptance')
  @Action('case.accept')
  accept(
    @Envelope('existing') envelope: CommandEnvelope,
    @Param('caseId') caseId: string,
    @CurrentActor() caller: Caller,
  ) {
    requireMay('case.accept', caller, {
      path: caseId.startsWith('X') ? '/county/X01/X01-V01' : '/county/T01/T01-V07',
      confidentiality: 'N',
    });
    if (envelope.ifMatch !== 12) throw new CommandRejected('REVISION_CHANGED', { revision: 12, secret: '李某' });
    return revised({ revision: 13, repeated: true }, { caseId });
  }

  @Get()
  @Action('case.list')
  list(@Query() { limit, cursor }: PageQuery) {
    const after = keysetOf(cursor, [0])?.[0] ?? 0;
    const rows = [1, 2, 3, 4, 5].filter((n) => n > after).slice(0, limit + 1);
    return pageOf(rows, limit, (n) => [n]);
  }

  @Get('failing/:how')
  @Action('case.read')
  fail(@Param('how') how: string) {
    if (how === 'store') throw new EventStoreUnavailable('busy');
    if (how === 'race') throw new WrongExpectedRevision('case-1', 3);
    if (how === 'unknown') throw new CommandRejected('RULE_WITHOUT_WORDS');
    throw new Error('李某0231 caused this');
  }
}

@Public()
@Controller('open')
class OpenController {
  @Get()
  read() {
    return { open: true };
  }
}

@Controller('api/forgotten')
class ForgottenController {
  @Get()
  read() {
    return {};
  }

  @Post(':id/again')
  again() {
    return {};
  }
}

const clock = new VirtualClock(Date.UTC(2026, 1, 10));
@Global()
@Module({ providers: [{ provide: Clock, useValue: clock }], exports: [Clock] })
class ClockModule {}

let folder: string;
let app: NestFastifyApplication;

const cheap = { memoryCost: 1_024, timeCost: 1, parallelism: 1 };
const boot = async (controllers: Type[], secure = false) => {
  const testing = await Test.createTestingModule({
    imports: [
      ClockModule,
      HttpModule,
      AccessModule.at({ database: join(folder, 'access.db'), secure, argon2: cheap }),
      IdentityVaultModule.at({ database: join(folder, 'vault.db'), keys: join(folder, 'keys') }),
    ],
    controllers,
  }).compile();
  const booted = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter({ bodyLimit: 200_000 }), {
    logger: false,
  });
  await booted.listen(0, '127.0.0.1');
  return booted;
};

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly payload?: unknown;
}
interface Answer {
  readonly statusCode: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  json<T>(): T;
}

/** Over a real socket: what a proxy, a page or a program would send, header by header. */
const send = ({ method, url, headers = {}, payload }: Sent): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const body = payload === undefined || typeof payload === 'string' ? payload : JSON.stringify(payload);
    const { port } = app.getHttpServer().address() as AddressInfo;
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const outgoing = httpRequest(
      { host: '127.0.0.1', port, path: url, method, agent: false, headers: { ...type, ...headers } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({
            statusCode: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: text,
            json: <T>() => JSON.parse(text) as T,
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });

const password = 'a sentence to remember';
const key = 'b54cb0f6-6d0c-4e0c-9c43-2a8a2c0f7f10';
const fromOurPage = { origin: 'http://localhost', host: 'localhost' };

const login = async (name = 'director', headers: Record<string, string> = {}, secret = password) =>
  send({
    method: 'POST',
    url: '/api/session',
    headers: { ...fromOurPage, ...headers },
    payload: { login: name, password: secret },
  });
const cookieOf = ({ headers }: Answer) => String(headers['set-cookie']).split(';')[0] as string;
const problemOf = (answer: Answer) => answer.json<ProblemDocument>();

let cookie: string;
const post = (url: string, payload: unknown, headers: Record<string, string> = {}) =>
  send({
    method: 'POST',
    url,
    headers: { ...fromOurPage, cookie, 'idempotency-key': key, 'content-type': 'application/json', ...headers },
    payload,
  });
const get = (url: string, headers: Record<string, string> = {}) =>
  send({ method: 'GET', url, headers: { cookie, ...headers } });

const goodCase = { channel: 'WINDOW', summary: '门口积水', party: { name: '李某0231' } };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'access-'));
  app = await boot([CasesController, OpenController]);
  const accounts = app.get(Accounts);
  const post = { password, path: '/county/T01' };
  await accounts.create({ ...post, login: 'director', actorId: 'c-1', role: 'CENTRE_DIRECTOR' });
  await accounts.create({ ...post, login: 'auditor', actorId: 'c-2', role: 'AUDITOR' });
  cookie = cookieOf(await login());
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

describe('the guard', () => {
  it('lets nobody in who is not logged in, except where it is said', async () => {
    expect((await send({ method: 'GET', url: '/api/cases' })).statusCode).toBe(401);
    expect((await send({ method: 'GET', url: '/open' })).json()).toEqual({ open: true });
    expect((await get('/api/cases')).statusCode).toBe(200);
  });

  it('refuses what the role may never do', async () => {
    cookie = cookieOf(await login('auditor'));
    expect((await get('/api/cases')).statusCode).toBe(200);
    const refused = await post('/api/cases', goodCase);
    expect([refused.statusCode, problemOf(refused).code]).toEqual([403, 'NOT_ALLOWED']);
  });

  it('says 404 of a case of another township', async () => {
    expect(problemOf(await post('/api/cases/X1/acceptance', {}, { 'if-match': '"12"' }))).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
  });

  it('does not let the app boot with a route that nobody decided about', async () => {
    await expect(boot([CasesController, ForgottenController])).rejects.toThrow(RouteWithoutAction);
    await expect(boot([ForgottenController])).rejects.toThrow('GET /api/forgotten, POST /api/forgotten/:id/again');
    expect(() => assertEveryRouteHasAnAction(app)).not.toThrow();
  });

  it('refuses a change that a foreign page asks for', async () => {
    for (const headers of [
      { origin: 'https://elsewhere.example', host: 'localhost' },
      { origin: 'null', host: 'localhost' },
      { ...fromOurPage, 'sec-fetch-site': 'cross-site' },
    ]) {
      expect(problemOf(await post('/api/cases', goodCase, headers)).code).toBe('ORIGIN_REFUSED');
    }
    const bare = { method: 'POST', url: '/api/cases', payload: goodCase };
    const program = { cookie, 'idempotency-key': key };
    expect(problemOf(await send({ ...bare, headers: program })).code).toBe('ORIGIN_REFUSED');
    expect((await send({ ...bare, headers: { ...program, 'x-minqing-client': 'cli' } })).statusCode).toBe(201);
  });
});

describe('logging in', () => {
  it('gives a cookie that no script and no foreign form can use', async () => {
    const response = await login();
    expect(response.statusCode).toBe(201);
    expect(response.json()).toEqual({ actorId: 'c-1', role: 'CENTRE_DIRECTOR', path: '/county/T01' });
    const attributes = String(response.headers['set-cookie']).split('; ');
    expect(attributes).toEqual([
      expect.stringMatching(/^minqing=[\w-]{43}$/),
      'Path=/',
      'Max-Age=43200',
      'HttpOnly',
      'SameSite=Lax',
    ]);
  });

  it('binds the cookie to the host over TLS', async () => {
    await app.close();
    app = await boot([CasesController], true);
    const header = String((await login()).headers['set-cookie']);
    expect(header).toMatch(/^__Host-minqing=/);
    expect(header).toContain('; Secure');
  });

  it('changes the session id, and ends the old one', async () => {
    const renewed = cookieOf(await login('director', { cookie }));
    expect(renewed).not.toBe(cookie);
    expect((await get('/api/session')).statusCode).toBe(401);
    cookie = renewed;
    expect((await get('/api/session')).json()).toMatchObject({ actorId: 'c-1' });
  });

  it('ends at logout, also for who copied the cookie', async () => {
    const response = await send({ method: 'DELETE', url: '/api/session', headers: { ...fromOurPage, cookie } });
    expect(response.statusCode).toBe(204);
    expect(String(response.headers['set-cookie'])).toContain('Max-Age=0');
    expect(problemOf(await get('/api/session'))).toMatchObject({ status: 401, code: 'NOT_LOGGED_IN' });
  });

  it('ends after half an hour of silence and after twelve hours of work', async () => {
    clock.moveTo(clock.now() + 31 * 60_000);
    expect((await get('/api/session')).statusCode).toBe(401);
    cookie = cookieOf(await login());
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      clock.moveTo(clock.now() + 20 * 60_000);
      expect((await get('/api/session')).statusCode).toBe(200);
    }
    clock.moveTo(clock.now() + 20 * 60_000);
    expect((await get('/api/session')).statusCode).toBe(401);
  });

  it('ends when the post changes, the password changes or the account is disabled', async () => {
    const accounts = app.get(Accounts);
    accounts.changePost('director', { role: 'CENTRE_DIRECTOR', path: '/county/T02' });
    expect((await get('/api/session')).statusCode).toBe(401);
    cookie = cookieOf(await login());
    await accounts.setPassword('director', 'another long sentence');
    expect((await get('/api/session')).statusCode).toBe(401);
    cookie = cookieOf(await login('director', {}, 'another long sentence'));
    accounts.disable('director');
    expect((await get('/api/session')).statusCode).toBe(401);
    expect(problemOf(await login('director', {}, 'another long sentence')).code).toBe('LOGIN_FAILED');
  });

  it('says the same of a wrong password and of nobody', async () => {
    const [wrong, nobody] = [await login('director', {}, 'not the password'), await login('nobody')];
    const { instance: _a, ...first } = problemOf(wrong);
    const { instance: _b, ...second } = problemOf(nobody);
    expect(first).toEqual(second);
    expect(first.code).toBe('LOGIN_FAILED');
  });

  it('makes guessers wait longer and longer, and never locks the account', async () => {
    const delays: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const response = await login('director', {}, 'guess number one more');
      const { code, params } = problemOf(response);
      if (code === 'LOGIN_DELAYED') {
        const seconds = Number(params?.['seconds']);
        expect(response.headers['retry-after']).toBe(String(seconds));
        delays.push(seconds);
        clock.moveTo(clock.now() + seconds * 1_000);
      }
    }
    expect(delays).toEqual([1, 2, 4]);
    clock.moveTo(clock.now() + 8_000);
    expect((await login()).statusCode).toBe(201);
    expect(problemOf(await login('director', {}, 'not the password')).code).toBe('LOGIN_FAILED');
  });

  it('hears only so many guesses that are sent at once', async () => {
    const codes = (
      await Promise.all(Array.from({ length: 20 }, () => login('director', {}, 'guess, guess, guess')))
    ).map((response) => problemOf(response).code);
    expect(codes.filter((code) => code === 'LOGIN_FAILED')).toHaveLength(3);
  });

  it('keeps no password and no session id in its file', async () => {
    await app.close();
    const bytes = readFileSync(join(folder, 'access.db')).toString('latin1');
    expect(bytes).toContain('$argon2id$');
    expect(bytes).not.toContain(password);
    expect(bytes).not.toContain(cookie.split('=')[1]);
    app = await boot([CasesController]);
    expect((await get('/api/session')).statusCode).toBe(200);
  });

  it('takes no short password, no second account of a name, and no account for the system', async () => {
    const accounts = app.get(Accounts);
    const mediator = { login: 'mediator', actorId: 'c-3', role: 'MEDIATOR', path: '/county/T01', password };
    await expect(accounts.create({ ...mediator, password: 'eleven char' })).rejects.toMatchObject({
      code: 'PASSWORD_TOO_SHORT',
    });
    await expect(accounts.create({ ...mediator, login: 'director' })).rejects.toMatchObject({
      code: 'LOGIN_NAME_TAKEN',
    });
    await expect(accounts.create({ ...mediator, role: 'SYSTEM' })).rejects.toMatchObject({
      code: 'ROLE_WITHOUT_ACCOUNT',
    });
  });
});

describe('commands', () => {
  it('need a key of their own', async () => {
    expect(problemOf(await post('/api/cases', goodCase, { 'idempotency-key': '' }))).toMatchObject({
      status: 400,
      code: 'IDEMPOTENCY_KEY_MISSING',
    });
    expect(problemOf(await post('/api/cases', goodCase, { 'idempotency-key': 'short' })).code).toBe(
      'IDEMPOTENCY_KEY_INVALID',
    );
  });

  it('are the same command when they are sent again, whatever the order of their fields', async () => {
    const first = (await post('/api/cases', goodCase)).json<CommandEnvelope>();
    const { party, ...rest } = goodCase;
    const again = (await post('/api/cases', { party, ...rest })).json<CommandEnvelope>();
    const other = (await post('/api/cases', { ...goodCase, summary: '别的' })).json<CommandEnvelope>();
    expect(first).toEqual({
      commandId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      requestHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      actor: { id: 'c-1', role: 'CENTRE_DIRECTOR', path: '/county/T01' },
    });
    expect(again).toEqual(first);
    expect(other.commandId).toBe(first.commandId);
    expect(other.requestHash).not.toBe(first.requestHash);
  });

  it('on something that exists need the revision that was read', async () => {
    const accept = (ifMatch?: string) =>
      post('/api/cases/T1/acceptance', {}, ifMatch === undefined ? {} : { 'if-match': ifMatch });
    expect(problemOf(await accept())).toMatchObject({ status: 428, code: 'IF_MATCH_MISSING' });
    for (const tag of ['*', '12', 'W/"12"', '"12", "13"', '"-1"']) {
      expect(problemOf(await accept(tag))).toMatchObject({ status: 400, code: 'IF_MATCH_INVALID' });
    }
    const late = await accept('"11"');
    expect(problemOf(late)).toMatchObject({ status: 412, code: 'REVISION_CHANGED', params: { revision: 12 } });
    expect(late.body).not.toContain('李某');
    const accepted = await accept('"12"');
    expect([accepted.statusCode, accepted.headers['etag'], accepted.headers['idempotency-replayed']]).toEqual([
      201,
      '"13"',
      'true',
    ]);
  });
});

describe('problems', () => {
  it('name every field in both languages', async () => {
    const response = await post('/api/cases', {
      channel: 'FAX',
      summary: '一二三四五六七八九十十一',
      party: {},
      admin: true,
    });
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const problem = problemOf(response);
    expect(problem).toMatchObject({
      type: 'urn:minqing:problem:VALIDATION_FAILED',
      status: 400,
      title: '填写内容有误',
    });
    const texts = Object.fromEntries(
      (problem.errors ?? []).map(({ field, code, texts }) => [`${field} ${code}`, texts]),
    );
    expect(texts).toMatchObject({
      'channel isIn': { zh: '必须是以下之一：HOTLINE, WINDOW', en: 'is one of: HOTLINE, WINDOW' },
      'summary maxLength': { zh: '最多 10 个字符', en: 'has at most 10 characters' },
      'party.name isNotEmpty': { zh: '不能为空' },
      'admin whitelistValidation': { zh: '没有这一项' },
    });
  });

  it('speak the reader’s language and carry the other one', async () => {
    const english = await get('/api/cases/failing/unknown', { 'accept-language': 'de, en-GB;q=0.8, zh;q=0.5' });
    expect(english.headers['content-language']).toBe('en');
    expect(problemOf(english)).toMatchObject({
      status: 422,
      code: 'RULE_WITHOUT_WORDS',
      title: 'The rules do not allow this',
      titles: { zh: '按照规定不能办理' },
    });
    expect(problemOf(english).whatToDo).toMatch(/director/);
    expect((await get('/api/cases/failing/unknown')).headers['content-language']).toBe('zh');
  });

  it('ask for another try while the store is busy', async () => {
    const response = await get('/api/cases/failing/store');
    expect([response.statusCode, response.headers['retry-after']]).toEqual([503, '2']);
    expect(problemOf(await get('/api/cases/failing/race'))).toMatchObject({ status: 409, code: 'CONCURRENT_CHANGES' });
  });

  it('tell nothing of an unexpected error but its number', async () => {
    const response = await get('/api/cases/failing/bug');
    expect(problemOf(response)).toMatchObject({
      status: 500,
      code: 'INTERNAL',
      instance: expect.stringMatching(/^urn:minqing:request:/),
    });
    expect(response.body).not.toContain('李某');
  });

  it('know a wrong address from a wrong method', async () => {
    expect(problemOf(await get('/api/nothing'))).toMatchObject({ status: 404, code: 'NO_SUCH_ROUTE' });
    const wrong = await send({
      method: 'PUT',
      url: '/api/cases/T1/acceptance?x=1',
      headers: { cookie, ...fromOurPage },
    });
    expect([wrong.statusCode, wrong.headers['allow']]).toEqual([405, 'POST']);
    expect(problemOf(wrong).detail).toContain('POST');
  });

  it('are told for bodies that cannot be read', async () => {
    const codes = await Promise.all(
      [
        post('/api/cases', '{"channel":'),
        post('/api/cases', '{"__proto__":{"admin":true}}'),
        post('/api/cases', JSON.stringify({ ...goodCase, summary: 'x'.repeat(300_000) })),
        post('/api/cases', 'a=b', { 'content-type': 'text/csv' }),
        post('/api/cases', '{"channel":"WINDOW","summary":"\\ud800","party":{"name":"x"}}'),
        post('/api/cases', '['.repeat(50_000) + ']'.repeat(50_000)),
      ].map(async (response) => problemOf(await response)),
    );
    expect(codes.map(({ code, status }) => `${status} ${code}`)).toEqual([
      '400 MALFORMED_BODY',
      '400 MALFORMED_BODY',
      '413 BODY_TOO_LARGE',
      '415 MEDIA_TYPE_UNSUPPORTED',
      '400 TEXT_NOT_UNICODE',
      expect.stringMatching(/^400 (BODY_TOO_DEEP|VALIDATION_FAILED)$/),
    ]);
  });
});

describe('lists', () => {
  it('come page by page', async () => {
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = (await get(`/api/cases?limit=2${cursor ? `&cursor=${cursor}` : ''}`)).json<{
        items: number[];
        next?: string;
      }>();
      seen.push(...page.items);
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  it('refuse a cursor that is none, and pages too long', async () => {
    for (const cursor of [
      'x',
      Buffer.from('["text"]').toString('base64url'),
      Buffer.from('[1,2]').toString('base64url'),
    ]) {
      expect(problemOf(await get(`/api/cases?cursor=${cursor}`)).code).toBe('CURSOR_INVALID');
    }
    expect(problemOf(await get('/api/cases?limit=201'))).toMatchObject({ code: 'VALIDATION_FAILED', field: 'limit' });
    expect((await get('/api/cases?limit=200')).statusCode).toBe(200);
  });
});
