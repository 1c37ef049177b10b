import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instantOf } from '#working-time';
import { CountyUnderTest, type Answer } from './county.js';

let county: CountyUnderTest;

beforeAll(async () => {
  county = await CountyUnderTest.at('2026-03-10T09:20');
}, 120_000);
afterAll(() => county.end());

const DITCH = {
  typeCode: 'DSP-WTR',
  channel: 'WINDOW',
  villageIds: ['T01-V07'],
  parties: [
    { name: '李某0231', side: 'APPLICANT' },
    { name: '王某0417', side: 'RESPONDENT' },
  ],
  summary: '两家共用的水沟被堵',
};
const CALM = { violence: 0, gathered: 0, relapses: 0, threatToLife: false, weapon: false };
const DIRECTOR = 'director.t01';
const HANDLER = 'instructor.t01-v07';

const MEDIATOR = 'mediator.t01';
const STAFF = [DIRECTOR, HANDLER, MEDIATOR, 'clerk.t01', 'deputy.t01', 'instructor.t01-v08'];

/** Days later nobody is logged in any more. */
const at = async (localTime: string): Promise<void> => {
  county.clock.moveTo(instantOf(localTime));
  for (const login of STAFF) await county.logIn(login);
};

/** A dispute whose mediation has just been proposed. */
const proposed = async () => {
  const registered = await county.post('clerk.t01', '/api/cases', DITCH);
  const { caseId } = registered.body;
  let { revision } = registered.body;
  const onCase = async (login: string, name: string, body: object = {}) => {
    const answer = await county.post(login, `/api/cases/${caseId}/${name}`, body, { revision });
    expect([name, answer.status, answer.body.code]).toEqual([name, 200, undefined]);
    revision = answer.body.revision;
    return answer;
  };
  await onCase(DIRECTOR, 'accept', CALM);
  const { body: handler } = await county.get(HANDLER, '/api/session');
  await onCase(DIRECTOR, 'assign', { cadreId: handler.actorId });
  await onCase(HANDLER, 'acknowledge');
  await onCase(HANDLER, 'first-response', { contact: 'VISIT', note: '到现场看过' });
  await onCase(HANDLER, 'mediation');
  const path = `/api/mediations/${caseId}-m1`;
  const page = await county.eventually(
    () => county.get(HANDLER, path),
    ({ status }) => status === 200,
  );
  const send = async (login: string, name: string, given: object = {}): Promise<Answer> => {
    const { revision: seen } = (await county.get(HANDLER, path)).body;
    return county.post(login, `${path}/${name}`, given, { revision: seen });
  };
  const [li, wang] = page.body.parties as unknown as readonly string[];
  return { caseId, path, page, send, li: li!, wang: wang!, anna: handler.actorId };
};

type Proposed = Awaited<ReturnType<typeof proposed>>;
const done = async (answer: Promise<Answer>): Promise<Answer> => {
  const { status, body } = await answer;
  expect([status, body.code]).toEqual([200, undefined]);
  return answer;
};

const mediated = async ({ send, li, wang, anna }: Proposed) => {
  for (const party of [li, wang]) await done(send(HANDLER, 'consents', { party, consents: true }));
  await done(send(HANDLER, 'mediators', { mediatorId: anna }));
  for (const party of [li, wang]) await done(send(HANDLER, 'mediators/answers', { party, accepts: true }));
};

describe('a dispute is mediated over HTTP', () => {
  it('from the consents to a sealed agreement, which the case hears of', async () => {
    await at('2026-03-10T09:20');
    const walk = await proposed();
    const { send, li, wang, anna, path, caseId } = walk;
    expect(walk.page.body).toMatchObject({ stage: 'PROPOSED', tier: 'V', caseId, mediator: null, sessions: [] });
    expect(allowedOf(walk.page)).toEqual(
      expect.arrayContaining(['RecordConsent', 'ProposeMediator', 'TerminateByParty', 'NoteViolenceSign']),
    );
    await mediated(walk);
    await done(send(HANDLER, 'sessions', { startsAt: '2026-03-12T15:00:00+08:00', open: false }));
    const scheduled = await county.get(HANDLER, path);
    expect(scheduled.body).toMatchObject({
      stage: 'IN_SESSION',
      mediator: anna,
      people: { [anna]: expect.any(String) },
      sessions: [
        { session: 1, startsAt: '2026-03-12T15:00:00+08:00', endsAt: '2026-03-12T17:00:00+08:00', held: false },
      ],
    });

    await at('2026-03-12T15:40');
    await done(send(HANDLER, 'sessions/minutes', { attended: [li, wang], minutes: '双方说了水沟的来历' }));
    const terms = [{ obligor: wang, amount: 80_000, dueOn: '2026-03-31' }];
    await done(send(HANDLER, 'draft', { terms, content: '王某清沟' }));
    for (const signer of [li, wang, anna]) await done(send(HANDLER, 'signatures', { signer, manner: 'FINGERPRINT' }));
    expect((await send(HANDLER, 'seal')).body.code).toBe('NOT_ALLOWED');
    const sealed = await done(send(DIRECTOR, 'seal'));
    expect(sealed.body).toMatchObject({ stage: 'PERFORMING', mediator: anna });

    const heard = await county.eventually(
      () => county.get(HANDLER, `/api/cases/${caseId}`),
      ({ body }) => body.stage === 'IN_PROGRESS',
    );
    expect(heard.body.timeline.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['MediationConsented', 'MediatorAppointed', 'MediationConcluded']),
    );
    expect(allowedOf(await county.get(HANDLER, path))).toEqual(['RecordPerformance', 'ApplyConfirmation']);
  });

  it('keeps what was said from all but those who took part, and out of the log', async () => {
    await at('2026-04-07T09:20');
    const walk = await proposed();
    const { send, li, wang, path } = walk;
    await mediated(walk);
    await done(send(HANDLER, 'sessions', { startsAt: '2026-04-08T15:00:00+08:00', form: 'SEPARATE', parties: [li] }));
    await at('2026-04-08T15:10');
    await done(send(HANDLER, 'sessions/minutes', { attended: [li], minutes: '画眉鸟的秘密' }));
    await done(
      send(HANDLER, 'oral-agreement', { terms: [{ obligor: wang, dueOn: '2026-04-20' }], content: '白鹭的约定' }),
    );

    const told = await county.get(HANDLER, `${path}/minutes`);
    expect(told.body).toMatchObject({
      sessions: [{ session: 1, form: 'SEPARATE', attended: [li], minutes: '画眉鸟的秘密' }],
      agreements: [{ kind: 'ORAL', terms: [{ term: 1, obligor: wang, dueOn: '2026-04-20' }], content: '白鹭的约定' }],
    });
    for (const login of [DIRECTOR, 'deputy.t01']) {
      expect((await county.get(login, path)).body).toMatchObject({ stage: 'PERFORMING', agreement: 'ORAL' });
      expect((await county.get(login, `${path}/minutes`)).body.code).toBe('NOT_ALLOWED');
    }
    expect((await county.get('instructor.t01-v08', path)).status).toBe(404);
    const everything = JSON.stringify(await county.events.readAll('', 100_000));
    for (const secret of ['画眉鸟', '白鹭']) expect(everything).not.toContain(secret);
  });

  it('lets whoever mediates record, though the case is another one’s', async () => {
    await at('2026-05-11T09:20');
    const walk = await proposed();
    const { send, li, wang, path } = walk;
    const { actorId: mediatorId } = (await county.get(MEDIATOR, '/api/session')).body;
    expect((await county.get(MEDIATOR, path)).status).toBe(404);
    for (const party of [li, wang]) await done(send(HANDLER, 'consents', { party, consents: true }));
    await done(send(HANDLER, 'mediators', { mediatorId }));
    for (const party of [li, wang]) await done(send(HANDLER, 'mediators/answers', { party, accepts: true }));
    await done(send(MEDIATOR, 'sessions', { startsAt: '2026-05-12T09:00:00+08:00' }));
    expect((await send(MEDIATOR, 'fail', { routesTold: [] })).body.code).toBe('ROUTES_NOT_TOLD');
    expect((await done(send(MEDIATOR, 'fail', { routesTold: ['COURT'] }))).body.stage).toBe('FAILED');
  });

  it('writes down what becomes of the agreement, for those who may, in words that stay sealed', async () => {
    await at('2026-05-18T09:20');
    const walk = await proposed();
    const { send, li, wang, anna, path } = walk;
    await mediated(walk);
    await done(send(HANDLER, 'sessions', { startsAt: '2026-05-19T15:00:00+08:00' }));
    await at('2026-05-19T15:30');
    await done(send(HANDLER, 'sessions/minutes', { attended: [li, wang], minutes: '双方到场' }));
    const terms = ['2026-05-23', '2026-06-19'].map((dueOn) => ({ obligor: wang, dueOn }));
    await done(send(HANDLER, 'draft', { terms, content: '王某清沟，再砌一段' }));
    for (const signer of [li, wang, anna]) await done(send(HANDLER, 'signatures', { signer }));
    await done(send(DIRECTOR, 'seal'));
    expect((await county.get('deputy.t01', path)).body).toMatchObject({
      terms: [
        { term: 1, obligor: wang, stage: 'AWAITED', dueAt: '2026-05-25T17:30:00+08:00', performedOn: null },
        { term: 2, obligor: wang, stage: 'AWAITED', dueAt: '2026-06-22T17:30:00+08:00', performedOn: null },
      ],
      confirmation: { stage: 'OPEN', until: '2026-06-19T00:00:00+08:00' },
      allowed: [],
    });

    const performance = { term: 1, performedOn: '2026-05-19', saidBy: li, note: '喜鹊看见沟通了' };
    expect((await send('deputy.t01', 'performance', performance)).body.code).toBe('NOT_ALLOWED');
    expect((await send('instructor.t01-v08', 'performance', performance)).status).toBe(404);
    const own = await send(HANDLER, 'performance', { ...performance, saidBy: wang });
    expect([own.status, own.body.code]).toEqual([422, 'OBLIGORS_OWN_WORD']);
    expect((await send(HANDLER, 'performance', { ...performance, performedOn: '明天' })).status).toBe(400);
    await done(send(DIRECTOR, 'performance', performance));
    expect((await send(HANDLER, 'confirmation', { parties: [li] })).body.code).toBe('NOT_APPLIED_JOINTLY');
    await done(send(HANDLER, 'confirmation', { parties: [li, wang] }));
    await done(send(HANDLER, 'confirmation/result', { granted: true, note: '白头翁号裁定' }));

    expect((await done(send(HANDLER, 'performance', { term: 2, performedOn: '2026-05-19' }))).body.stage).toBe(
      'FULFILLED',
    );
    const { body } = await county.get(HANDLER, path);
    expect(body).toMatchObject({
      ...{ stage: 'FULFILLED', confirmation: { stage: 'GRANTED' }, allowed: [] },
      terms: [
        { stage: 'PERFORMED', performedOn: '2026-05-19' },
        { stage: 'PERFORMED', performedOn: '2026-05-19' },
      ],
      followUp: [
        { type: 'TermPerformed', terms: [1], performedOn: '2026-05-19', party: li },
        { type: 'ConfirmationApplied' },
        { type: 'ConfirmationGranted' },
        { type: 'TermPerformed', terms: [2] },
        { type: 'AgreementFulfilled', at: '2026-05-19T15:30:00+08:00' },
      ],
    });
    const everything = JSON.stringify(await county.events.readAll('', 100_000));
    for (const secret of ['喜鹊', '白头翁']) expect(everything).not.toContain(secret);
  });

  it('ends with a refusal, and says why in both languages where the rules refuse', async () => {
    await at('2026-06-08T09:20');
    const { send, li, wang, path, caseId } = await proposed();
    await done(send(HANDLER, 'consents', { party: li, consents: true }));
    const early = await send(HANDLER, 'sessions', { startsAt: '2026-06-10T09:00:00+08:00' });
    expect([early.status, early.body.code]).toEqual([409, 'CONSENT_MISSING']);
    expect((await send('clerk.t01', 'consents', { party: wang, consents: true })).body.code).toBe('NOT_ALLOWED');
    const stranger = await send(HANDLER, 'mediators', { mediatorId: 'nobody' });
    expect(stranger.body).toMatchObject({ code: 'MEDIATOR_NOT_REGISTERED', field: 'mediatorId' });
    expect((await county.post(HANDLER, `${path}/consents`, { party: wang, consents: false })).status).toBe(428);
    await done(send(HANDLER, 'consents', { party: wang, consents: false }));
    const heard = await county.eventually(
      () => county.get(HANDLER, `/api/cases/${caseId}`),
      ({ body }) => body.stage === 'IN_PROGRESS',
    );
    expect(heard.body.timeline.at(-1)?.type).toBe('NextTierOffered');
  });
});

const allowedOf = ({ body }: Answer): readonly string[] => (body as unknown as { allowed: readonly string[] }).allowed;
