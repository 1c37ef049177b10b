import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CountyUnderTest, type Answer } from './county.js';

let county: CountyUnderTest;

beforeAll(async () => {
  // Tuesday of the eleventh week
  county = await CountyUnderTest.at('2026-03-10T09:20');
}, 120_000);
afterAll(() => county.end());

const DIRECTOR = 'director.t01';
const INSTRUCTOR = 'instructor.t01-v07';
const WEEK = '/api/duty/T01/weeks/2026-W12';
const ALL_WEEK = { from: '2026-03-16T00:00:00+08:00', to: '2026-03-23T00:00:00+08:00' };

const serving = async (role: string): Promise<readonly string[]> => {
  const { body } = await county.eventually(
    () => county.get(DIRECTOR, `/api/cadres?township=T01&role=${role}`),
    (answer) => answer.body.items.length > 0,
  );
  return (body.items as unknown as readonly { readonly cadreId: string }[]).map(({ cadreId }) => cadreId);
};
const shift = (post: string, [cadreId, substitute]: readonly string[]) => ({ post, cadreId, substitute, ...ALL_WEEK });
const bodyOf = ({ body }: Answer) => body as unknown as Readonly<Record<string, unknown>>;

describe('a roster is published and read over HTTP', () => {
  it('shows the hours that nobody has until it is published', async () => {
    const before = await county.get(DIRECTOR, '/api/duty/T01/gaps?from=2026-W12&weeks=2');
    expect([before.status, (before.body as unknown as readonly object[]).length]).toEqual([200, 2]);
    expect(bodyOf(await county.get(INSTRUCTOR, WEEK))).toMatchObject({ published: false, shifts: [] });

    const [leaders, mediators] = [
      [...(await serving('DEPUTY_LEADER')), ...(await serving('CHIEF_LEADER'))],
      await serving('MEDIATOR'),
    ];
    const { body: instructor } = await county.get(INSTRUCTOR, '/api/session');
    const onSite = [{ cadreId: instructor.actorId, days: ['2026-03-16', '2026-03-17', '2026-03-18'] }];
    const refused = await county.post(DIRECTOR, WEEK, { shifts: [shift('LEADER', leaders)], onSite });
    expect([refused.status, refused.body.code]).toEqual([422, 'ROSTER_HAS_GAPS']);

    const shifts = [shift('LEADER', leaders), shift('MEDIATOR', mediators)];
    expect((await county.post('director.x03', WEEK, { shifts, onSite })).status).toBe(403);
    const published = await county.post(DIRECTOR, WEEK, { shifts, onSite });
    expect([published.status, published.body.code]).toEqual([200, undefined]);
    expect(bodyOf(published)).toMatchObject({
      published: true,
      late: false,
      publishBy: '2026-03-13T12:00:00+08:00',
      onSite: [{ cadreId: instructor.actorId, required: 3 }],
      people: { [instructor.actorId]: expect.any(String), [mediators[0]!]: expect.any(String) },
      gaps: [{ post: 'ENTERPRISE_ASSISTANT', part: 'HOLDER', ...ALL_WEEK }, { post: 'ENTERPRISE_ASSISTANT' }],
    });

    const swap = { post: 'MEDIATOR', from: ALL_WEEK.from, out: mediators[0], in: mediators[2] };
    const swapped = await county.post(DIRECTOR, `${WEEK}/swaps`, swap, { revision: 0 });
    expect(bodyOf(swapped)).toMatchObject({ shifts: [{}, { cadreId: mediators[2], substitute: mediators[1] }] });
  });

  it('proposes a roster without gaps, which may be published as it stands', async () => {
    const next = '/api/duty/T01/weeks/2026-W13';
    expect((await county.get(INSTRUCTOR, `${next}/proposal`)).status).toBe(403);
    const { status, body } = await county.get(DIRECTOR, `${next}/proposal`);
    const { shifts, onSite, gaps, people } = body as unknown as Record<string, object[]>;
    expect([status, gaps]).toEqual([200, []]);
    expect(Object.keys(people!)).toEqual(expect.arrayContaining([(shifts![0] as { cadreId: string }).cadreId]));
    expect(bodyOf(await county.post(DIRECTOR, next, { shifts, onSite }))).toMatchObject({
      published: true,
      late: false,
      gaps: [],
    });
    expect((await county.get(DIRECTOR, '/api/duty/county/weeks/2026-W13/proposal')).status).toBe(200);
    expect((await county.get(DIRECTOR, '/api/duty/T01/weeks/2026-W60/proposal')).body.code).toBe('WEEK_UNKNOWN');
  });

  it('lets everybody check in for himself, on the day itself', async () => {
    const { body } = await county.get(INSTRUCTOR, '/api/session');
    const here = await county.post(INSTRUCTOR, '/api/duty/T01/weeks/2026-W11/check-in', {});
    expect(bodyOf(here)).toMatchObject({
      presence: [{ cadreId: body.actorId, day: '2026-03-10', in: '2026-03-10T09:20:00+08:00' }],
    });
    expect((await county.post(INSTRUCTOR, `${WEEK}/check-in`, {})).body.code).toBe('NOT_THIS_WEEK');
    expect((await county.post(INSTRUCTOR, '/api/duty/T01/weeks/2027-W53/check-in', {})).body.code).toBe('WEEK_UNKNOWN');
  });
});

describe('an urgent case while a roster is published', () => {
  const CALM = { violence: 0, gathered: 0, relapses: 0, threatToLife: false, weapon: false };
  const THIS_WEEK = { from: '2026-03-09T00:00:00+08:00', to: '2026-03-16T00:00:00+08:00' };

  it('goes to who is on duty, and the roster knows that he answered', async () => {
    const leaders = [...(await serving('DEPUTY_LEADER')), ...(await serving('CHIEF_LEADER'))];
    const { body: instructor } = await county.get('instructor.t01-v08', '/api/session');
    const other = (await serving('RESIDENT_INSTRUCTOR')).find((one) => one !== instructor.actorId)!;
    const shifts = [
      shift('LEADER', leaders),
      shift('MEDIATOR', await serving('MEDIATOR')),
      shift('OTHER', [instructor.actorId, other]),
    ].map((one) => ({ ...one, ...THIS_WEEK }));
    const week = '/api/duty/T01/weeks/2026-W11';
    expect(bodyOf(await county.post(DIRECTOR, week, { shifts, onSite: [] }))).toMatchObject({ late: true });

    const registered = await county.post('clerk.t01', '/api/cases', {
      typeCode: 'EMG-DIS',
      channel: 'WINDOW',
      villageIds: ['T01-V07'],
      parties: [{ name: '李某0231', side: 'REPORTER' }],
      summary: '山洪进屋',
    });
    const { caseId } = registered.body;
    let { revision } = registered.body;
    const act = async (login: string, name: string, body: object = {}) => {
      const answer = await county.post(login, `/api/cases/${caseId}/${name}`, body, { revision });
      expect([name, answer.status, answer.body.code]).toEqual([name, 200, undefined]);
      revision = answer.body.revision;
    };
    const DEPUTY = 'deputy.t01';
    await act(DEPUTY, 'accept', CALM);
    await act(DEPUTY, 'assign');
    await act('instructor.t01-v08', 'acknowledge');
    const { body } = await county.get(DEPUTY, `/api/cases/${caseId}`);
    const assigned = body.timeline.find(({ type }) => type === 'CaseAssigned');
    expect(assigned?.data.decision).toMatchObject({ paging: { step: 'ON_DUTY', skipped: [] } });
    const told = await county.eventually(
      () => county.get(DIRECTOR, week),
      (answer) => (bodyOf(answer)['calls'] as { answered: number }).answered > 0,
    );
    expect(bodyOf(told)).toMatchObject({ calls: { answered: 1, inTime: 1, missed: 0 } });

    await county.post('instructor.t01-v08', `${week}/check-in`, {});
    await act('instructor.t01-v08', 'first-response', { contact: 'VISIT', note: '人已转移' });
    const present = (answer: Awaited<typeof told>) =>
      (bodyOf(answer)['presence'] as { cadreId: string; served: boolean }[]).find(
        ({ cadreId }) => cadreId === instructor.actorId,
      );
    const onDay = await county.eventually(
      () => county.get(DIRECTOR, week),
      (answer) => present(answer)?.served === true,
    );
    expect(present(onDay)).toMatchObject({ served: true });
  });
});
