import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CountyUnderTest, type Answer } from './county.js';

let county: CountyUnderTest;

beforeAll(async () => {
  county = await CountyUnderTest.at('2026-03-10T09:20');
}, 120_000);
afterAll(() => county.end());

const CLERK = 'clerk.t01';
const DIRECTOR = 'director.rural.t01';
const HANDLER = 'instructor.t01-v07';
const OTHER = 'instructor.t01-v08';
const SUPERVISOR = 'supervisor.county';
const LAMP = {
  typeCode: 'REQ-INF',
  channel: 'WINDOW',
  villageIds: ['T01-V07'],
  parties: [{ name: '李某0231', side: 'REPORTER' }],
  summary: '路灯不亮',
};
const CALM = { violence: 0, gathered: 0, relapses: 0, threatToLife: false, weapon: false };
const bodyOf = ({ body }: Answer) => body as unknown as Readonly<Record<string, unknown>>;
const idOf = async (login: string) => (await county.get(login, '/api/session')).body.actorId;
const types = async (stream: string) => (await county.events.readStream(stream)).map(({ event }) => event.type);

/** A lamp that is dark, in the hands of the instructor of the village. */
const inHand = async () => {
  const registered = await county.post(CLERK, '/api/cases', LAMP);
  const { caseId } = registered.body;
  const path = `/api/cases/${caseId}`;
  let { revision } = registered.body;
  const send = async (login: string, name: string, body: object = {}) => {
    const answer = await county.post(login, `${path}/${name}`, body, { revision });
    if (answer.status === 200) revision = answer.body.revision;
    return answer;
  };
  const done = async (login: string, name: string, body: object = {}) => {
    const { status, body: told } = await send(login, name, body);
    expect([name, status, told.code]).toEqual([name, 200, undefined]);
  };
  await done(DIRECTOR, 'accept', CALM);
  await done(DIRECTOR, 'assign', { cadreId: await idOf(HANDLER) });
  await done(HANDLER, 'acknowledge');
  return { caseId, path, send, done };
};

describe('who may know of a case, and who keeps out of it', () => {
  it('a sealed case keeps who has read it, and that changes nothing of the case', async () => {
    const { caseId, path, send, done } = await inHand();
    await done(DIRECTOR, 'confidentiality', { to: 'X', reason: '涉及未成年人' });
    expect((await send(DIRECTOR, 'confidentiality', { to: 'C', reason: '—' })).body.code).toBe(
      'CONFIDENTIALITY_ONLY_RISES',
    );
    const before = (await county.get(HANDLER, path)).body.revision;
    await county.get(HANDLER, path);
    expect((await county.get(OTHER, path)).status).toBe(404);
    await done(DIRECTOR, 'readers', { reader: await idOf(OTHER) });
    expect((await county.get(OTHER, path)).status).toBe(200);
    const read = (await county.events.readStream(`sealed-reading-${caseId}`)).map(({ event }) => event.data);
    expect(read).toEqual([
      { caseId, reader: await idOf(HANDLER) },
      { caseId, reader: await idOf(OTHER) },
    ]);
    expect((await county.get(HANDLER, path)).body.revision).toBe(before + 1);
    const listed = await county.eventually(
      () => county.get(OTHER, '/api/cases?view=open'),
      ({ body }) => body.items.some((one) => one.caseId === caseId),
    );
    expect(listed.body.items.map((one) => one.caseId)).toContain(caseId);
    await done(DIRECTOR, 'readers/remove', { reader: await idOf(OTHER) });
    expect((await county.get(OTHER, path)).status).toBe(404);
  });

  it('whoever is too close to the matter gives it to another, and the assignment tells why not he', async () => {
    const { path, done } = await inHand();
    const recused = await idOf(HANDLER);
    await done(HANDLER, 'recusals', { cadreId: recused, declaredBy: 'SELF', reason: '当事人是我的表兄' });
    const why = bodyOf(await county.get(DIRECTOR, `${path}/assignments?cadre=${recused}`));
    expect(why).toMatchObject({
      assignments: [
        { chosenBy: 'HAND', asked: { because: 'CHOSEN' } },
        { reason: 'RECUSAL', from: recused, asked: { because: 'REFUSED', rule: 'H4' } },
      ],
      people: { [recused]: expect.anything() },
    });
  });
});

describe('what the county’s supervisors look at', () => {
  it('a close without anybody having spoken to the resident well before is found, judged and ordered to be answered', async () => {
    const { caseId, path, done } = await inHand();
    await done(HANDLER, 'first-response', { contact: 'CALL', note: '打过电话' });
    await done(HANDLER, 'resolve', { outcome: 'SOLVED', result: '修好了', skillsUsed: [] });
    const review = `/api/reviews/${caseId}/1`;
    const asked = await county.eventually(
      () => county.get('callback.t01', review),
      ({ status }) => status === 200,
    );
    const party = asked.body.parties[0]!.party;
    const rating = { party, rating: 5, reason: 'RESULT', channel: 'CALL' };
    await county.post('callback.t01', `${review}/answers`, rating, { revision: asked.body.revision });

    const silent = '/api/oversight/silent-closures?township=T01';
    const found = await county.eventually(
      () => county.get(SUPERVISOR, silent),
      ({ body }) => body.items.some((one) => one.caseId === caseId),
    );
    expect(found.body.items).toContainEqual(expect.objectContaining({ caseId, reasons: ['NO_CONTACT'], round: 1 }));
    expect((await county.get(DIRECTOR, silent)).status).toBe(403);

    const judgement = { round: 1, judgement: 'ORDER', note: '请说明何时联系过当事人' };
    const judged = await county.post(SUPERVISOR, `/api/oversight/cases/${caseId}/judgements`, judgement);
    expect([judged.status, judged.body.code]).toEqual([200, undefined]);
    const order = `supervision-order-${caseId}-1-closure`;
    expect(
      await county.eventually(
        () => types(order),
        ({ length }) => length > 0,
      ),
    ).toEqual(['SupervisionOrderIssued']);
    const again = await county.post(SUPERVISOR, `/api/oversight/cases/${caseId}/judgements`, judgement);
    expect(again.body.code).toBe('CLOSURE_JUDGED_BEFORE');

    // what the resident says of his handler is not in what the handler reads
    const word = { party, askedFor: 'RATING', note: '他让我打五分' };
    const words = `/api/oversight/cases/${caseId}/residents-words`;
    expect((await county.post(HANDLER, words, word)).status).toBe(403);
    expect((await county.post('callback.t01', words, word)).status).toBe(200);
    const heard = await county.eventually(
      () => county.get(SUPERVISOR, '/api/oversight/residents-words'),
      ({ body }) => body.items.length > 0,
    );
    expect(heard.body.items).toMatchObject([{ caseId, askedFor: 'RATING' }]);
    const page = await county.get(HANDLER, path);
    expect(page.body.timeline.map(({ type }) => type)).not.toContain('ResidentsWordRecorded');
    const [told] = await county.events.readStream(`oversight-${caseId}`).then((all) => all.slice(-1));
    expect(JSON.stringify(told)).not.toContain('五分');
  });

  it('boards and figures of what follows and how things stand are there', async () => {
    const calendar = await county.get('deputy.t01', '/api/boards/follow-up?from=2026-03-09&to=2026-03-20');
    expect([calendar.status, bodyOf(calendar)['complete']]).toEqual([200, true]);
    const figures = bodyOf(await county.get(SUPERVISOR, '/api/figures?by=township'));
    expect(figures).toMatchObject({
      groups: expect.arrayContaining([expect.objectContaining({ M22: expect.any(Array), M28: expect.anything() })]),
    });
  });
});
