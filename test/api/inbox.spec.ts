import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CountyUnderTest, type Answer } from './county.js';

interface Inbox {
  readonly unread: number;
  readonly items: readonly {
    readonly noticeId: string;
    readonly text: { readonly zh: string };
    readonly caseId: string;
    readonly readAt: string | null;
  }[];
}

let county: CountyUnderTest;

beforeAll(async () => {
  county = await CountyUnderTest.at('2026-05-06T09:00');
}, 120_000);
afterAll(() => county.end());

const inboxOf = async (login: string): Promise<Inbox> =>
  (await county.get(login, '/api/inbox')).body as unknown as Inbox;

/** A lamp of T01-V07 that is dark, given to the village's instructor. */
const assigned = async (): Promise<Answer> => {
  const registered = await county.post('clerk.t01', '/api/cases', {
    typeCode: 'REQ-INF',
    channel: 'WINDOW',
    villageIds: ['T01-V07'],
    parties: [{ name: '李某0231', phone: '000-1234-5678', side: 'REPORTER', vulnerable: false }],
    anonymous: false,
    summary: '村口路灯不亮',
  });
  const { caseId } = registered.body;
  const calm = { violence: 0, gathered: 0, relapses: 0, threatToLife: false, weapon: false };
  const director = 'director.rural.t01';
  const accepted = await county.post(director, `/api/cases/${caseId}/accept`, calm, {
    revision: registered.body.revision,
  });
  return county.post(director, `/api/cases/${caseId}/assign`, {}, { revision: accepted.body.revision });
};

describe('the inbox', () => {
  it('tells a cadre of the case that he was given, until he has read it', async () => {
    const { body } = await assigned();
    const instructor = 'instructor.t01-v07';
    const { unread, items } = await county.eventually(
      () => inboxOf(instructor),
      (inbox) => inbox.unread > 0,
    );
    expect(unread).toBe(1);
    expect(items[0]).toMatchObject({ caseId: body.caseId, readAt: null });
    expect(items[0]?.text.zh).toMatch(/^水电路设施报修（T01-20260506-\d{4}）派给您办理，请在5月6日.*前接单。$/);

    const path = `/api/inbox/${items[0]?.noticeId}/read`;
    expect((await county.send('director.rural.t01', 'POST', path, {})).status).toBe(404);
    expect((await county.send(instructor, 'POST', path, {})).body).toEqual({ unread: 0 });
    expect((await inboxOf(instructor)).items[0]?.readAt).toBe('2026-05-06T09:00:00+08:00');
    expect((await county.get(instructor, '/api/inbox/unread')).body).toEqual({ unread: 0 });
  });

  it('tells whoever may see a case who was told of it, and who has read that', async () => {
    const { body } = await assigned();
    const path = `/api/cases/${body.caseId}/notices`;
    const told = async (login: string) =>
      ((await county.get(login, path)).body as unknown as { items: object[] }).items;
    const items = await county.eventually(
      () => told('director.rural.t01'),
      (found) => found.length >= 4 && !JSON.stringify(found).includes('PENDING'),
    );
    expect(items).toMatchObject([
      { to: { kind: 'PARTY', name: null }, channel: 'SMS', status: 'NOT_CONFIGURED' },
      { to: { kind: 'CADRE', name: expect.any(String) }, channel: 'INBOX', readAt: null },
      { to: { kind: 'PARTY' }, channel: 'SMS' },
      { to: { kind: 'PARTY' }, channel: 'SMS' },
    ]);
    expect((await county.get('clerk.x03', path)).status).toBe(404);
  });

  it('asks how one wants to be told, and keeps the mail address in the vault alone', async () => {
    const clerk = 'clerk.t01';
    const path = '/api/inbox/preferences';
    expect((await county.get(clerk, path)).body).toEqual({
      ...{ language: 'zh', channels: ['SMS'], digest: false },
      ...{ quiet: null, email: null },
    });
    const wish = { language: 'en', channels: ['EMAIL'], digest: true, quiet: { from: 720, to: 840 } };
    const chosen = {
      body: { ...wish, email: 'clerk@county.example' },
      headers: { 'idempotency-key': 'wish-0123456789-0123' },
    };
    expect((await county.send(clerk, 'PUT', path, chosen)).body).toEqual(chosen.body);
    expect((await county.get(clerk, path)).body).toEqual(chosen.body);
    const log = await county.events.readAll('', 100_000);
    const chosenEvent = log.find(({ event }) => event.type === 'NoticePreferencesChosen');
    expect(JSON.stringify(chosenEvent)).not.toContain('county.example');
    const nonsense = {
      body: { ...wish, quiet: { from: 0, to: 1440 } },
      headers: { 'idempotency-key': 'wish-9876543210-0123' },
    };
    expect((await county.send(clerk, 'PUT', path, nonsense)).body.code).toBe('QUIET_HOURS_INVALID');
  });

  it('is everybody’s own', async () => {
    expect(await inboxOf('callback.t01')).toEqual({ unread: 0, items: [] });
    const stranger = await fetch(`${county.address}/api/inbox`, { headers: { 'x-minqing-client': 'spec' } });
    expect(stranger.status).toBe(401);
  });
});
