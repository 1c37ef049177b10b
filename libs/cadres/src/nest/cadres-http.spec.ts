import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Global, Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AccessModule, Accounts, CLIENT_HEADER } from '#access/nest';
import { cadre, cadreStream, type CadreCommand, type OpenTask, type Registration } from '#cadres/domain';
import { CadresModule, OpenTasks } from '#cadres/nest';
import { CalendarsModule } from '#calendars/nest';
import { cadreDirectory } from '#cadres/read';
import { CommandExecutor, EventStore, SqliteEventStore } from '#event-store';
import { HttpModule, type ProblemDocument } from '#http';
import { IdentityVault } from '#identity-vault';
import { IdentityVaultModule } from '#identity-vault/nest';
import { SYSTEM } from '#kernel';
import { Clock, VirtualClock } from '#platform';
import { CURRENT_POLICY } from '#policy';
import { ProjectionRunner, ReadModels } from '#projections';
import { orgUnit, orgUnitStream, type CreateUnit, type OrgUnit } from '#township/domain';
import { TownshipModule } from '#township/nest';
import { orgTree } from '#township/read';

const now = Date.parse('2026-05-06T16:00+08:00');
const clock = new VirtualClock(now);
const password = 'a sentence to remember';
const cheap = { memoryCost: 1_024, timeCost: 1, parallelism: 1 };
/** How a program, not a page, names itself. */
const program = { [CLIENT_HEADER]: 'spec' };

let folder: string;
let address: string;
let app: NestFastifyApplication;
let store: SqliteEventStore;
let models: ReadModels;
let executor: CommandExecutor;
const stop = new AbortController();
let running: Promise<void>;
let keys = 0;
const cookies = new Map<string, string>();

const envelope = () => ({ commandId: `setup-${(keys += 1)}`, requestHash: '', actor: SYSTEM });
const policyVersion = () => CURRENT_POLICY.version;

const create = async (data: CreateUnit['data'], parent?: OrgUnit): Promise<OrgUnit> => {
  const { state } = await executor.execute({
    ...{ decider: orgUnit, stream: orgUnitStream(data.unitId), command: { type: 'CreateUnit', data }, policyVersion },
    envelope: envelope(),
    context: (_, base) => ({ ...base, policy: CURRENT_POLICY, ...(parent && { parent }) }),
  });
  return state;
};

const register = async (cadreId: string, township: string, commands: readonly CadreCommand[] = []): Promise<void> => {
  const unitId = `${township}-RURAL_GUIDANCE`;
  const registration: Registration = {
    ...{ cadreId, kind: 'CADRE', personRef: `person-${cadreId}`, roles: ['RESIDENT_INSTRUCTOR'], unitId },
    unitPath: `/county/${township}/${unitId}`,
  };
  for (const command of [{ type: 'RegisterCadre', data: registration } as const, ...commands]) {
    await executor.execute({
      ...{ decider: cadre, stream: cadreStream(cadreId), command, policyVersion, envelope: envelope() },
      context: (_, base) => ({ ...base, policy: CURRENT_POLICY }),
    });
  }
};

interface Asked {
  readonly as: string;
  readonly revision?: number;
  readonly body?: unknown;
}
const ask = async (method: 'GET' | 'POST' | 'PUT', url: string, { as, revision, body }: Asked) => {
  const answer = await fetch(`${address}${url}`, {
    method,
    headers: {
      ...program,
      cookie: cookies.get(as) ?? '',
      ...(method !== 'GET' && { 'idempotency-key': `idempotency-key-${(keys += 1)}` }),
      ...(revision !== undefined && { 'if-match': `"${revision}"` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const json = (await answer.json()) as Record<string, unknown>;
  return {
    status: answer.status,
    revision: Number(answer.headers.get('etag')?.replaceAll('"', '')),
    body: json,
    problem: json as unknown as ProblemDocument,
  };
};
const idsOf = (body: Record<string, unknown>, id: string): unknown[] =>
  (body.items as Record<string, unknown>[]).map((item) => item[id]);

/** What everybody here has in hand. */
const LED: OpenTask = { task: { kind: 'CASE', caseId: 'case-1' }, unit: 'T01-RURAL_GUIDANCE' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cadres-'));
  store = SqliteEventStore.open(join(folder, 'log.db'), { clock });
  models = await ReadModels.open(join(folder, 'read.db'));
  executor = new CommandExecutor(store, clock);

  @Global()
  @Module({
    providers: [
      { provide: Clock, useValue: clock },
      { provide: EventStore, useValue: store },
      { provide: CommandExecutor, useValue: executor },
      { provide: ReadModels, useValue: models },
      { provide: OpenTasks, useValue: { of: async () => [LED] } },
    ],
    exports: [Clock, EventStore, CommandExecutor, ReadModels, OpenTasks],
  })
  class StationModule {}

  const testing = await Test.createTestingModule({
    imports: [
      ...[StationModule, HttpModule, CalendarsModule, CadresModule, TownshipModule],
      AccessModule.at({ database: join(folder, 'access.db'), secure: false, argon2: cheap }),
      IdentityVaultModule.at({ database: join(folder, 'vault.db'), keys: join(folder, 'keys') }),
    ],
  }).compile();
  app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  await app.listen(0, '127.0.0.1');
  address = await app.getUrl();

  const person = (id: string, number: string) => ({
    commandId: `person-${id}`,
    person: { partyId: `person-${id}`, name: `李某${number}`, phone: `000-1234-${number}` },
  });
  await app.get(IdentityVault).storePeople([person('c1', '0231'), person('c2', '0232'), person('c9', '0239')]);
  const county = await create({ unitId: 'county', name: '示例县', profile: { kind: 'COUNTY' } });
  for (const unitId of ['T01', 'T02']) {
    const leadingIndustries = ['TEA'] as const;
    const profile = { kind: 'TOWNSHIP', seat: 'TOWN', villageCount: 18, leadingIndustries } as const;
    await create({ unitId, name: '云坪镇', parentId: 'county', profile }, county);
  }
  const evidence = { kind: 'DOCUMENT', reference: 'file-1', sha256: 'a'.repeat(64) } as const;
  const data = { skill: 'STB-03', level: 2, validFrom: now, evidence };
  await register('c1', 'T01', [{ type: 'RecogniseCertificate', data }]);
  await register('c2', 'T01');
  await register('c9', 'T02');

  const accounts = app.get(Accounts);
  for (const [login, actorId, role, path] of [
    ['instructor', 'c1', 'RESIDENT_INSTRUCTOR', '/county/T01/T01-V07'],
    ['director', 'd1', 'CENTRE_DIRECTOR', '/county/T01'],
    ['orgdept', 'o1', 'ORG_DEPT', '/county'],
  ] as const) {
    await accounts.create({ login, actorId, role, path, password });
    const answer = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { ...program, 'content-type': 'application/json' },
      body: JSON.stringify({ login, password }),
    });
    cookies.set(login, answer.headers.get('set-cookie')?.split(';')[0] ?? '');
  }

  const runner = new ProjectionRunner({
    ...{ store, readModels: models, clock, projections: [cadreDirectory, orgTree] },
    report: (problem) => {
      throw new Error(`projection: ${problem.kind}`);
    },
  });
  running = runner.run(stop.signal);
  await models.caughtUp(await store.head(), 5_000, ['cadre-directory', 'org-tree']);
}, 30_000);

afterAll(async () => {
  stop.abort();
  await running;
  await app.close();
  await models.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

describe('units over HTTP', () => {
  it('are listed below their parent, page by page', async () => {
    const first = await ask('GET', '/api/org-units?parent=county&kind=TOWNSHIP&limit=1', { as: 'instructor' });
    expect([first.status, idsOf(first.body, 'unitId')]).toEqual([200, ['T01']]);
    const next = `/api/org-units?parent=county&kind=TOWNSHIP&limit=1&cursor=${String(first.body.next)}`;
    expect(idsOf((await ask('GET', next, { as: 'instructor' })).body, 'unitId')).toEqual(['T02']);
  });

  it('are read one by one, and only by who is logged in', async () => {
    expect((await ask('GET', '/api/org-units/T01', { as: 'director' })).body).toMatchObject({ townshipClass: 'A' });
    expect((await ask('GET', '/api/org-units/T99', { as: 'director' })).problem.code).toBe('NOT_FOUND');
    expect((await ask('GET', '/api/org-units', { as: 'nobody' })).status).toBe(401);
  });
});

describe('cadres over HTTP', () => {
  it('are listed by township and skill, with their names, within what the reader may see', async () => {
    const all = await ask('GET', '/api/cadres', { as: 'orgdept' });
    expect(idsOf(all.body, 'cadreId')).toEqual(['c1', 'c2', 'c9']);
    const certified = await ask('GET', '/api/cadres?township=T01&skill=STB-03&minLevel=2', { as: 'director' });
    expect(certified.body.items).toMatchObject([
      {
        cadreId: 'c1',
        name: '李某0231',
        skills: [{ skill: 'STB-03', level: 2, validTo: '2029-05-06T00:00:00+08:00' }],
      },
    ]);
    expect(JSON.stringify(all.body)).not.toContain('person-');
    const others = await ask('GET', '/api/cadres?township=T02', { as: 'director' });
    expect(idsOf(others.body, 'cadreId')).toEqual([]);
  });

  it('are shown one by one, the phone masked, and not to another township', async () => {
    const own = await ask('GET', '/api/cadres/c1', { as: 'instructor' });
    expect(own.body).toMatchObject({ cadreId: 'c1', name: '李某0231', phone: '000-****-0231' });
    expect((await ask('GET', '/api/cadres/c2', { as: 'instructor' })).status).toBe(404);
    expect((await ask('GET', '/api/cadres/c9', { as: 'director' })).status).toBe(404);
    expect((await ask('GET', '/api/cadres/c99', { as: 'orgdept' })).status).toBe(404);
  });

  it('ask for leave themselves; their director approves it with a substitute', async () => {
    const { revision } = await ask('GET', '/api/cadres/c1', { as: 'instructor' });
    const leave = { from: '2026-05-07T08:30:00+08:00', to: '2026-05-09T08:30:00+08:00' };
    const asked = await ask('POST', '/api/cadres/c1/leave', { as: 'instructor', revision, body: leave });
    expect(asked.status).toBe(201);
    const approve = `/api/cadres/c1/leave/${String(asked.body.leaveId)}/approve`;

    const seen = await ask('GET', '/api/cadres/c1', { as: 'director' });
    expect(seen.body.leaveRequests).toEqual([{ leaveId: asked.body.leaveId, ...leave }]);
    const without = await ask('POST', approve, { as: 'director', revision: asked.revision, body: {} });
    expect(without.problem.code).toBe('SUBSTITUTE_MISSING');
    const stale = await ask('POST', approve, { as: 'director', revision, body: { substitute: 'c2' } });
    expect([stale.status, stale.problem.code]).toEqual([412, 'REVISION_CHANGED']);
    const done = await ask('POST', approve, { as: 'director', revision: asked.revision, body: { substitute: 'c2' } });
    expect(done.body.leave).toEqual([{ leaveId: asked.body.leaveId, ...leave, substitute: 'c2' }]);
    expect(done.body.handovers).toMatchObject([{ caseId: 'case-1', substitute: 'c2', dueAt: leave.from, over: false }]);

    const cancel = `/api/cadres/c1/leave/${String(asked.body.leaveId)}/cancel`;
    const cancelled = await ask('POST', cancel, { as: 'instructor', revision: done.revision });
    expect([cancelled.body.leave, cancelled.body.handovers]).toEqual([[], []]);
  });

  it('do not act for one another', async () => {
    const { revision } = await ask('GET', '/api/cadres/c2', { as: 'director' });
    const body = { onCall: false, reachable: false };
    expect((await ask('PUT', '/api/cadres/c2/on-call', { as: 'instructor', revision, body })).status).toBe(404);
    const mine = await ask('GET', '/api/cadres/c1', { as: 'instructor' });
    const changed = await ask('PUT', '/api/cadres/c1/on-call', { as: 'instructor', revision: mine.revision, body });
    expect(changed.body).toMatchObject({ onCall: false, reachable: false });
  });

  it('get certificates from the organisation department alone', async () => {
    const { revision } = await ask('GET', '/api/cadres/c2', { as: 'orgdept' });
    const validFrom = '2026-05-01T09:00:00+08:00';
    const body = { skill: 'ECO-02', level: 1, validFrom, reference: 'file-2', sha256: 'b'.repeat(64) };
    const certificates = '/api/cadres/c2/certificates';
    expect((await ask('POST', certificates, { as: 'director', revision, body })).status).toBe(403);
    const wrong = await ask('POST', certificates, { as: 'orgdept', revision, body: { ...body, level: 4 } });
    expect(wrong.problem.code).toBe('LEVEL_INVALID');
    const issued = await ask('POST', certificates, { as: 'orgdept', revision, body });
    expect(issued.body.certificates).toMatchObject([{ skill: 'ECO-02', valid: true }]);
    const revoked = await ask('POST', `${certificates}/ECO-02/revoke`, {
      ...{ as: 'orgdept', revision: issued.revision, body: { reason: 'ISSUED_IN_ERROR' } },
    });
    expect(revoked.body.certificates).toMatchObject([{ skill: 'ECO-02', valid: false }]);
    const renewed = await ask('POST', `${certificates}/ECO-02/renew`, {
      ...{ as: 'orgdept', revision: revoked.revision, body: {} },
    });
    expect(renewed.problem.code).toBe('CERTIFICATE_REVOKED');
  });
});
