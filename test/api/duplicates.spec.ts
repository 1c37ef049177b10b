import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CountyUnderTest } from './county.js';

jest.setTimeout(30_000);

interface Suggested {
  readonly ready: boolean;
  readonly items: readonly { readonly caseId: string; readonly reasons: readonly string[]; readonly score: number }[];
}
interface Page {
  readonly revision: number;
  readonly stage: string;
  readonly caseNo: string;
  readonly related: readonly { readonly caseId: string; readonly caseNo: string }[];
}

const CLERK = 'clerk.t01';
let county: CountyUnderTest;

const register = async (summary: string, over: object = {}, phone = '000-1234-5678') => {
  const { body, status } = await county.post(CLERK, '/api/cases', {
    typeCode: 'REQ-INF',
    channel: 'WINDOW',
    villageIds: ['T01-V07'],
    parties: [{ name: `吴某${phone.slice(-4)}`, phone, side: 'REPORTER', vulnerable: false }],
    anonymous: false,
    summary,
    ...over,
  });
  expect(status).toBe(201);
  return body.caseId;
};
const suggestions = (caseId: string, login = CLERK) =>
  county.eventually(
    async () => (await county.get(login, `/api/cases/${caseId}/duplicates`)).body as unknown as Suggested,
    ({ ready }) => ready,
  );
const page = async (caseId: string) => (await county.get(CLERK, `/api/cases/${caseId}`)).body as unknown as Page;
const judge = async (caseId: string, other: string, verdict: string) =>
  county.post(CLERK, `/api/cases/${caseId}/duplicates`, { other, verdict, reason: '已向双方核实' }, await page(caseId));

beforeAll(async () => {
  county = await CountyUnderTest.at('2026-05-06T09:00');
}, 120_000);
afterAll(() => county.end());

describe('cases that may tell the same', () => {
  it('are suggested with their reasons, and what only looks alike is not suggested again', async () => {
    const first = await register('村口水渠堵塞，雨天漫水到路上');
    const lamp = await register('路灯不亮', { villageIds: ['T01-V09'] }, '000-7777-0001');
    const again = await register('水渠堵塞，雨天漫水', { villageIds: ['T01-V07'] });
    const { items } = await suggestions(again);
    expect(items).toMatchObject([{ caseId: first, reasons: ['SAME_VILLAGE', 'SAME_PARTY', 'LIKE_TEXT'] }]);
    expect(items.map(({ caseId }) => caseId)).not.toContain(lamp);
    expect((await page(again)).stage).toBe('REGISTERED');

    expect((await judge(again, first, 'DIFFERENT')).status).toBe(200);
    expect((await suggestions(again)).items).toEqual([]);
    await county.eventually(
      () => suggestions(first),
      (found) => found.items.length === 0,
    );
    expect((await suggestions(first)).items).toEqual([]);
  });

  it('are linked on both pages where they have to do with each other', async () => {
    const one = await register('桥面塌陷', { villageIds: ['T01-V11'] }, '000-7777-0002');
    const other = await register('桥边护栏松动', { villageIds: ['T01-V11'] }, '000-7777-0003');
    expect((await suggestions(other)).items).toMatchObject([{ caseId: one, reasons: ['SAME_VILLAGE'] }]);
    await judge(other, one, 'RELATED');
    expect((await page(other)).related).toMatchObject([{ caseId: one }]);
    const back = await county.eventually(
      () => page(one),
      ({ related }) => related.length > 0,
    );
    expect(back.related).toEqual([{ caseId: other, caseNo: (await page(other)).caseNo }]);
  });

  it('become one where a person says so', async () => {
    const one = await register('井盖缺失', { villageIds: ['T01-V12'] }, '000-7777-0004');
    const other = await register('井盖不见了', { villageIds: ['T01-V12'] }, '000-7777-0005');
    await suggestions(other);
    expect((await judge(other, one, 'SAME')).body.stage).toBe('MERGED');
  });

  it('are never sought for a sealed or an anonymous case', async () => {
    const tip = { typeCode: 'INQ-VIL', anonymous: true, parties: [], villageIds: ['T01-V13'] };
    await register('村账目未公开', tip);
    const named = await register('村账目未公开', { typeCode: 'INQ-VIL', villageIds: ['T01-V13'] }, '000-7777-0006');
    const { ready, items } = await suggestions(named, 'director.rural.t01');
    expect({ ready, items }).toEqual({ ready: true, items: [] });
  });
});
