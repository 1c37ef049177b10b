import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CountyUnderTest } from './county.js';
import type { Listener, Message } from './listener.js';

jest.setTimeout(30_000);

let county: CountyUnderTest;
let listeners: Listener[] = [];

beforeAll(async () => {
  county = await CountyUnderTest.at('2026-05-06T09:00');
  for (const login of ['clerk.t01', 'clerk.x03', 'deputy.t01', 'deputy.x03', 'chief.t01']) await county.logIn(login);
}, 120_000);
afterEach(() => {
  for (const listener of listeners) listener.leave();
  listeners = [];
});
afterAll(() => county.end());

const listen = async (login: string, lastEventId?: string): Promise<Listener> => {
  const listener = await county.listen(login, lastEventId);
  listeners.push(listener);
  return listener;
};
const ready = async (login: string): Promise<Listener> => {
  const listener = await listen(login);
  await listener.hears(({ event }) => event === 'ready');
  return listener;
};
const register = async (township: 'T01' | 'X03', summary = '村口路灯不亮') => {
  const { body } = await county.post(`clerk.${township.toLowerCase()}`, '/api/cases', {
    typeCode: 'REQ-INF',
    channel: 'WINDOW',
    villageIds: [`${township}-V07`],
    parties: [{ name: '李某0231', phone: '000-1234-5678', side: 'REPORTER', vulnerable: false }],
    anonymous: false,
    summary,
  });
  return body;
};
const registered =
  (caseId: string) =>
  ({ data }: Message): boolean =>
    data?.['caseId'] === caseId && data['kind'] === 'CaseRegistered';
const casesHeard = (listener: Listener) => listener.of('case').map(({ data }) => data?.['caseId']);

describe('changes of cases', () => {
  it('are told to those whose lists show the case, and to nobody else', async () => {
    const [deputy, elsewhere] = [await ready('deputy.t01'), await ready('deputy.x03')];
    const mine = await register('T01');
    const theirs = await register('X03');
    await deputy.hears(registered(mine.caseId));
    await elsewhere.hears(registered(theirs.caseId));
    expect(casesHeard(elsewhere)).not.toContain(mine.caseId);
    expect(casesHeard(deputy)).not.toContain(theirs.caseId);
  });

  it('carry the id and the kind, and nothing of the content', async () => {
    const deputy = await ready('deputy.t01');
    const { caseId } = await register('T01', '井水浑浊');
    const message = await deputy.hears(registered(caseId));
    expect(message).toEqual({ id: expect.any(String), event: 'case', data: { caseId, kind: 'CaseRegistered' } });
  });

  it('are told once the lists show them', async () => {
    const deputy = await ready('deputy.t01');
    const { caseId } = await register('T01');
    await deputy.hears(registered(caseId));
    const { body } = await county.get('deputy.t01', '/api/cases?view=open&limit=200');
    expect(body.items.map((item) => item.caseId)).toContain(caseId);
  });

  it('are told on from where the reader was, each once', async () => {
    const before = await ready('deputy.t01');
    const first = await register('T01');
    await before.hears(registered(first.caseId));
    before.leave();
    const missed = [await register('T01'), await register('X03'), await register('T01')];
    const after = await listen('deputy.t01', before.lastEventId);
    const next = await register('T01');
    await after.hears(registered(next.caseId));
    const kinds = after.of('case').filter(({ data }) => data?.['kind'] === 'CaseRegistered');
    expect(kinds.map(({ data }) => data?.['caseId'])).toEqual([missed[0]?.caseId, missed[2]?.caseId, next.caseId]);
    expect(after.of('ready')).toEqual([]);
  });

  it('begin anew for a place that this log does not know', async () => {
    for (const place of ['somewhere else', '9999999999999999']) {
      const lost = await listen('deputy.t01', place);
      await lost.hears(({ event }) => event === 'reset');
      const { caseId } = await register('T01');
      await lost.hears(registered(caseId));
    }
  });

  it('end with the session', async () => {
    const deputy = await ready('chief.t01');
    await county.send('chief.t01', 'DELETE', '/api/session', {});
    await deputy.ended;
    expect((await county.listen('chief.t01')).answer.status).toBe(401);
  });
});
