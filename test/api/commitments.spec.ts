import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptedLamp, CountyUnderTest } from './county.js';

let county: CountyUnderTest;

beforeAll(async () => {
  county = await CountyUnderTest.at('2026-03-09T09:00');
}, 120_000);
afterAll(() => county.end());

const lamp = { typeCode: 'REQ-INF', step: 'resolve' };
const publish = (login: string, n: number, unit = 'T01') =>
  county.post(login, `/api/service-commitments/${unit}`, {
    ...lamp,
    limit: { unit: 'WD', n },
    contact: '000-1000-2000',
  });

interface Clocks {
  readonly clocks: readonly { readonly step: string; readonly dueAt: string; readonly promised?: object }[];
}

/** A road lamp of the township, accepted at once: its limit to resolve as the account of the case tells it. */
const accepted = (): Promise<string> => acceptedLamp(county);
const resolveOf = async (caseId: string) => {
  const { body } = await county.get('director.rural.t01', `/api/cases/${caseId}/clocks`);
  return (body as unknown as Clocks).clocks.find(({ step }) => step === 'resolve');
};

describe('a service commitment', () => {
  it('shortens the limits of the cases registered from then on, and of no other', async () => {
    const before = await accepted();
    expect((await publish('chief.t01', 4)).status).toBe(200);
    const after = await accepted();
    expect((await publish('chief.t01', 2)).status).toBe(200);

    expect(await resolveOf(before)).toMatchObject({ dueAt: '2026-03-18T17:30:00+08:00' });
    expect(await resolveOf(before)).not.toHaveProperty('promised');
    expect(await resolveOf(after)).toMatchObject({
      limit: { unit: 'WD', n: 4 },
      dueAt: '2026-03-13T17:30:00+08:00',
      promised: { unitId: 'T01', version: 1 },
    });
  });

  it('is never longer than the limit, and made by the leaders of the place alone', async () => {
    const long = await publish('chief.t01', 9);
    expect([long.status, long.body.code]).toEqual([422, 'PROMISE_LONGER_THAN_LIMIT']);
    expect((await publish('clerk.t01', 3)).status).toBe(403);
    expect((await publish('chief.t01', 3, 'county')).status).toBe(403);
  });

  it('is read by everybody, and ends for new cases when it is withdrawn', async () => {
    const read = async () => (await fetch(`${county.address}/api/service-commitments/T01`)).json();
    expect(await read()).toMatchObject({ commitments: [{ ...lamp, limit: { unit: 'WD', n: 2 }, version: 2 }] });
    const reason = 'the road is flooded';
    const withdrawn = await county.post('chief.t01', '/api/service-commitments/T01/withdraw', { ...lamp, reason });
    expect(withdrawn.status).toBe(200);
    expect(await read()).toMatchObject({ version: 3, commitments: [] });
    expect(await resolveOf(await accepted())).toMatchObject({ limit: { unit: 'WD', n: 7 } });
  });
});
