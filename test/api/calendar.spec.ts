import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptedLamp, CountyUnderTest } from './county.js';

let county: CountyUnderTest;

beforeAll(async () => {
  county = await CountyUnderTest.at('2026-05-06T09:00');
}, 120_000);
afterAll(() => county.end());

const LEADER = 'chief.county';
let keys = 0;

interface Calendar {
  readonly version: number;
  readonly toPublish: number | null;
  readonly years: readonly { year: number; provisional: boolean; off: readonly string[]; work: readonly string[] }[];
}
interface Preview {
  readonly version: number;
  readonly cases: number;
  readonly later: number;
  readonly earlier: number;
  readonly moved: readonly {
    readonly caseNo: string;
    readonly step: string;
    readonly from: string;
    readonly to: string;
  }[];
}
interface Page {
  readonly clocks: readonly { readonly step: string; readonly dueAt: string }[];
  readonly timeline: readonly { readonly type: string; readonly data: Record<string, unknown> }[];
}

const calendar = async () => {
  const { body, etag } = await county.get(LEADER, '/api/calendar');
  return { ...(body as unknown as Calendar), etag };
};
const preview = async (year: number, notice: object, login = LEADER) => {
  const { status, body, etag } = await county.post(login, `/api/calendar/years/${year}/preview`, notice);
  return { status, etag, body: body as unknown as Preview & { code?: string } };
};
const publish = (year: number, notice: object, seen: string | null, login = LEADER) =>
  county.send(login, 'PUT', `/api/calendar/years/${year}`, {
    body: notice,
    headers: { 'idempotency-key': `the-year-is-published-${(keys += 1)}`, 'if-match': seen ?? '' },
  });
/** This year's notice with one more day off. */
const amended = async (day: string) => {
  const { years } = await calendar();
  const { off, work } = years.find(({ year }) => year === 2026)!;
  return { off: [...off, day], work };
};

/** A road lamp, accepted on Wednesday 6 May: seven working days with the make-up Saturday, due on Thursday 14 May. */
const accepted = (): Promise<string> => acceptedLamp(county);
const page = async (caseId: string) =>
  (await county.get('director.rural.t01', `/api/cases/${caseId}`)).body as unknown as Page;
const resolveDue = async (caseId: string) => (await page(caseId)).clocks.find(({ step }) => step === 'resolve')?.dueAt;

describe('the calendar of the county', () => {
  it('shows what a notice would move, and moves it once a leader of the county publishes it', async () => {
    const caseId = await accepted();
    expect(await resolveDue(caseId)).toBe('2026-05-14T17:30:00+08:00');
    const notice = await amended('2026-05-12');

    const seen = await county.eventually(
      () => preview(2026, notice),
      ({ body }) => body.cases > 0,
    );
    expect(seen.body).toMatchObject({
      cases: 1,
      earlier: 0,
      moved: [
        {
          caseNo: expect.stringMatching(/^T01-/),
          step: 'resolve',
          from: '2026-05-14T17:30:00+08:00',
          to: '2026-05-15T17:30:00+08:00',
        },
      ],
    });
    expect(await resolveDue(caseId)).toBe('2026-05-14T17:30:00+08:00');

    expect((await publish(2026, notice, seen.etag)).status).toBe(200);
    await county.eventually(
      () => resolveDue(caseId),
      (due) => due !== '2026-05-14T17:30:00+08:00',
    );
    expect(await resolveDue(caseId)).toBe('2026-05-15T17:30:00+08:00');
    const { timeline } = await page(caseId);
    expect(timeline.at(-1)).toMatchObject({
      type: 'DueTimeRecomputed',
      data: { moved: [{ step: 'resolve' }] },
    });
    // and whatever is accepted from now on is counted by it at once
    expect(await resolveDue(await accepted())).toBe('2026-05-15T17:30:00+08:00');
  });

  it('is published by nobody who has not seen what the present calendar makes of it', async () => {
    const before = await preview(2026, await amended('2026-06-01'));
    await publish(2026, await amended('2026-06-02'), before.etag);
    const late = await publish(2026, await amended('2026-06-01'), before.etag);
    expect([late.status, late.body.code]).toEqual([412, 'REVISION_CHANGED']);
  });

  it('is read by all who serve, and published by the leaders of the county only', async () => {
    const { etag, years } = await calendar();
    expect(years.map(({ year }) => year)).toEqual(expect.arrayContaining([2025, 2026]));
    const notice = await amended('2026-07-01');
    for (const login of ['clerk.t01', 'chief.t01']) {
      expect([login, (await preview(2026, notice, login)).body.code]).toEqual([login, 'NOT_ALLOWED']);
      expect([login, (await publish(2026, notice, etag, login)).body.code]).toEqual([login, 'NOT_ALLOWED']);
    }
  });

  it('refuses a notice that cannot be meant, and says which field and which day', async () => {
    const { etag } = await calendar();
    const wrong = { off: ['2027-01-01'], work: ['2027-01-29'] };
    for (const { body } of [await preview(2027, wrong), await publish(2027, wrong, etag)]) {
      expect(body).toMatchObject({ code: 'MAKE_UP_DAY_NOT_WEEKEND', field: 'work', params: { day: '2027-01-29' } });
    }
  });
});
