import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CountyUnderTest, type Answer } from './county.js';

let county: CountyUnderTest;

beforeAll(async () => {
  county = await CountyUnderTest.at('2026-05-06T09:00');
}, 120_000);
afterAll(() => county.end());

const lamp = {
  typeCode: 'REQ-INF',
  channel: 'WINDOW',
  villageIds: ['T01-V07'],
  parties: [{ name: '李某0231', phone: '000-1234-5678', side: 'REPORTER', vulnerable: false }],
  anonymous: false,
  summary: '村口路灯不亮',
};
const CALM = { violence: 0, gathered: 0, relapses: 0, threatToLife: false, weapon: false };

const register = (more: object = {}, key?: string): Promise<Answer> =>
  county.post('clerk.t01', '/api/cases', { ...lamp, ...more }, key === undefined ? {} : { key });

/** A case and its revision as the last command left it. */
const walking = async (more: object = {}) => {
  const { body } = await register(more);
  const { caseId } = body;
  let { revision } = body;
  return {
    caseId,
    get revision() {
      return revision;
    },
    send: async (login: string, name: string, payload: object = {}): Promise<Answer> => {
      const answer = await county.post(login, `/api/cases/${caseId}/${name}`, payload, { revision });
      if (answer.status === 200) revision = answer.body.revision;
      return answer;
    },
    page: (login = 'director.rural.t01') => county.get(login, `/api/cases/${caseId}`),
  };
};

describe('a case of the county, from the window to the last word of the resident', () => {
  it('is registered, accepted, assigned with reasons, acknowledged, answered, resolved, reviewed and closed', async () => {
    const walk = await walking();
    expect((await walk.send('director.rural.t01', 'accept', CALM)).body.stage).toBe('ACCEPTED');

    const { body: assigned } = await walk.send('director.rural.t01', 'assign');
    const { body: page } = await walk.page();
    expect(page.timeline.at(-1)?.data.decision.ranked[0]).toMatchObject({
      score: expect.any(Number),
      parts: { near: expect.any(Number) },
    });
    expect(page.people[assigned.handler]).toMatchObject({ roles: ['RESIDENT_INSTRUCTOR'] });
    expect(page.clocks.map(({ step }) => step)).toEqual(['resolve', 'ack']);

    expect((await county.get('instructor.t01-v07', '/api/session')).body.actorId).toBe(assigned.handler);
    await walk.send('instructor.t01-v07', 'acknowledge');
    await walk.send('instructor.t01-v07', 'first-response', { contact: 'VISIT', note: '到现场看过' });
    const resolved = await walk.send('instructor.t01-v07', 'resolve', {
      outcome: 'SOLVED',
      result: '换了灯泡',
      skillsUsed: ['ORG-02'],
    });
    expect(resolved.body.stage).toBe('RESOLVED');

    const review = await county.eventually(
      () => county.get('callback.t01', `/api/reviews/${walk.caseId}/1`),
      ({ status }) => status === 200,
    );
    const [resident] = review.body.parties;
    expect(resident).toMatchObject({ name: '李某0231', phone: '000-1234-5678' });
    await county.post(
      'callback.t01',
      `/api/reviews/${walk.caseId}/1/answers`,
      { party: resident?.party, rating: 5, reason: 'RESULT', channel: 'CALL' },
      { revision: review.body.revision },
    );
    const closed = await county.eventually(
      () => walk.page(),
      ({ body }) => body.stage === 'CLOSED',
    );
    expect(closed.body).toMatchObject({ stage: 'CLOSED', outcome: 'SOLVED', clocks: [], allowed: ['OpenFollowUp'] });
  });

  it('keeps an account of its limits and of whose turn it was, for those who may read it', async () => {
    const walk = await walking();
    await walk.send('director.rural.t01', 'accept', CALM);
    county.clock.moveTo(county.clock.now() + 20 * 60_000);
    const { handler } = (await walk.send('director.rural.t01', 'assign')).body;
    await walk.send('instructor.t01-v07', 'acknowledge');
    const { status, body } = await county.get('director.rural.t01', `/api/cases/${walk.caseId}/clocks`);
    expect(status).toBe(200);
    const { clocks, hands, held, people } = body as unknown as Record<'clocks' | 'hands' | 'held', object[]> & {
      people: object;
    };
    expect(clocks).toMatchObject([
      { step: 'accept', limit: { unit: 'WD', n: 1 }, end: { by: 'CaseAccepted', done: true, late: false } },
      { step: 'assign', end: { done: true } },
      { step: 'resolve', end: null },
      { step: 'ack', end: { done: true } },
      { step: 'respond', end: null, changes: [] },
    ]);
    expect(hands).toMatchObject([
      { hands: { kind: 'CENTRE' }, tier: 'V' },
      { hands: { kind: 'CADRE', cadreId: handler }, to: null },
    ]);
    expect(held).toMatchObject([{ hands: { kind: 'CENTRE' }, minutes: 20, workingMinutes: 20 }, { minutes: 0 }]);
    expect(Object.keys(people)).toEqual([handler]);
    expect((await county.get('director.x03', `/api/cases/${walk.caseId}/clocks`)).status).toBe(404);
  });

  it('stands in the lists of those whom it concerns, and of nobody else', async () => {
    const walk = await walking();
    await walk.send('director.rural.t01', 'accept', CALM);
    await walk.send('director.rural.t01', 'assign');
    const ids = ({ body }: Answer): readonly string[] => body.items.map(({ caseId }) => caseId);
    const mine = await county.eventually(
      () => county.get('instructor.t01-v07', '/api/cases?view=mine'),
      (answer) => ids(answer).includes(walk.caseId),
    );
    expect(ids(mine)).toContain(walk.caseId);
    expect(ids(await county.get('instructor.t01-v07', '/api/boards/tasks'))).toContain(walk.caseId);
    expect((await county.get('deputy.t01', '/api/boards/overdue?by=holder')).body.items).toEqual([]);
    expect(ids(await county.get('deputy.t01', '/api/cases?view=open&limit=200'))).toContain(walk.caseId);
    expect(ids(await county.get('instructor.t01-v08', '/api/cases?view=open'))).not.toContain(walk.caseId);
    expect(ids(await county.get('director.x03', '/api/cases?view=open'))).not.toContain(walk.caseId);
    expect((await county.get('director.x03', `/api/cases/${walk.caseId}`)).status).toBe(404);
  });

  it('comes page by page, each case once', async () => {
    for (let more = 0; more < 5; more += 1) await register();
    await county.eventually(
      () => county.get('deputy.t01', '/api/cases?view=open&limit=200'),
      ({ body }) => body.items.length >= 5,
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const path = `/api/cases?view=open&limit=2${cursor === undefined ? '' : `&cursor=${cursor}`}`;
      const { body } = await county.get('deputy.t01', path);
      seen.push(...body.items.map(({ caseId }) => caseId));
      cursor = body.next;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(5);
  });
});

describe('a command that comes twice', () => {
  it('is done once and answered the same', async () => {
    const key = 'a-form-opened-once-0001';
    const [first, second] = [await register({}, key), await register({}, key)];
    expect(second.body).toEqual(first.body);
    expect(second.replayed).toBe(true);
  });

  it('is refused when the same key brings something else', async () => {
    const key = 'a-form-opened-once-0002';
    await register({}, key);
    const { status, body } = await register({ summary: '另一件事' }, key);
    expect([status, body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('finds the same paper registered already, whoever brings it', async () => {
    const first = await register({ externalRef: '12345-2026-0815' });
    const second = await register({ externalRef: '12345-2026-0815' });
    expect(first.status).toBe(201);
    expect([second.status, second.body.code]).toEqual([409, 'CASE_EXISTS']);
  });
});

describe('what is refused says why, and what to do', () => {
  it('in both languages, naming the field', async () => {
    const { status, body } = await register({ villageIds: ['T01-V99'] });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: 'VILLAGE_UNKNOWN',
      field: 'villageIds',
      titles: { zh: expect.any(String), en: expect.any(String) },
    });
  });

  it('when the form is incomplete', async () => {
    const { status, body } = await register({ summary: '' });
    expect(status).toBe(400);
    expect(body.code).toBe('VALIDATION_FAILED');
    expect(body.errors.map(({ field }) => field)).toContain('summary');
  });

  it('when somebody else was faster', async () => {
    const walk = await walking();
    const stale = walk.revision;
    await walk.send('director.rural.t01', 'accept', CALM);
    const answer = await county.post('director.rural.t01', `/api/cases/${walk.caseId}/assign`, {}, { revision: stale });
    expect([answer.status, answer.body.code]).toEqual([412, 'REVISION_CHANGED']);
  });

  it('when the page did not say what it had seen, or the key is missing', async () => {
    const walk = await walking();
    const path = `/api/cases/${walk.caseId}/accept`;
    const unseen = await county.post('director.rural.t01', path, CALM);
    expect([unseen.status, unseen.body.code]).toEqual([428, 'IF_MATCH_MISSING']);
    const keyless = await county.send('director.rural.t01', 'POST', path, {
      body: CALM,
      headers: { 'if-match': '"0"' },
    });
    expect([keyless.status, keyless.body.code]).toEqual([400, 'IDEMPOTENCY_KEY_MISSING']);
  });

  it('when the step does not fit the stage', async () => {
    const walk = await walking();
    const { status, body } = await walk.send('director.rural.t01', 'assign');
    expect([status, body.code]).toEqual([409, 'NOT_IN_STAGE']);
  });

  it('to whoever had the case before it was given to somebody else', async () => {
    const walk = await walking();
    await walk.send('director.rural.t01', 'accept', CALM);
    await walk.send('director.rural.t01', 'assign');
    await walk.send('director.rural.t01', 'reassign', { reason: 'DIRECTOR' });
    const { body } = await walk.send('instructor.t01-v07', 'acknowledge');
    expect(body.code).toBe('REASSIGNED_MEANWHILE');
  });
});

describe('what people tell', () => {
  it('is nowhere in plain text in the log', async () => {
    await register({ summary: '金丝雀唱的歌' });
    const everything = JSON.stringify(await county.events.readAll('', 100_000));
    for (const secret of ['金丝雀', '李某0231', '000-1234-5678']) expect(everything).not.toContain(secret);
  });
});

describe('every answer', () => {
  it.each(['/health/live', '/api/session', '/nowhere'])(
    'tells the browser to take nothing from elsewhere: %s',
    async (path) => {
      const { headers } = await fetch(county.address + path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    },
  );
});
