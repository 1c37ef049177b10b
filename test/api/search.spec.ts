import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CountyUnderTest } from './county.js';

jest.setTimeout(30_000);

let county: CountyUnderTest;
let drain: string;
let lamp: string;
let tip: string;

const register = async (township: 'T01' | 'X03', over: object) => {
  const { body, status } = await county.post(`clerk.${township.toLowerCase()}`, '/api/cases', {
    typeCode: 'REQ-INF',
    channel: 'WINDOW',
    villageIds: [`${township}-V07`],
    parties: [{ name: '曾某0231', phone: '000-1234-5678', side: 'REPORTER', vulnerable: false }],
    anonymous: false,
    summary: '村口水渠堵塞，雨天漫水',
    ...over,
  });
  expect(status).toBe(201);
  return body.caseId;
};
const search = async (login: string, q: string): Promise<readonly string[]> => {
  const { body } = await county.get(login, `/api/search?q=${encodeURIComponent(q)}`);
  return body.items.map(({ caseId }) => caseId);
};
const found = (login: string, q: string, caseId: string) =>
  county.eventually(
    () => search(login, q),
    (ids) => ids.includes(caseId),
  );

beforeAll(async () => {
  county = await CountyUnderTest.at('2026-05-06T09:00');
  drain = await register('T01', {});
  lamp = await register('X03', {
    summary: '路灯不亮',
    parties: [{ name: '吴某0007', side: 'REPORTER', vulnerable: false }],
  });
  tip = await register('T01', { typeCode: 'RPT-GMB', summary: '村口水渠旁聚众赌博', anonymous: true, parties: [] });
}, 120_000);
afterAll(() => county.end());

describe('search', () => {
  it('finds a case by a word of its text, a name, its initials, a phone, its village, its id', async () => {
    expect(await found('clerk.t01', '水渠', drain)).toEqual([drain]);
    for (const q of ['雨天漫水', '渠', '曾某', 'zm0231', 'ZM02', '00012345678', '000-1234-5678', 't01-v07', drain])
      expect([q, await search('clerk.t01', q)]).toEqual([q, [drain]]);
    expect(await search('clerk.t01', '水渠不亮')).toEqual([]);
  });

  it('shows nobody what his lists do not show', async () => {
    expect(await found('clerk.x03', '路灯', lamp)).toEqual([lamp]);
    expect(await search('clerk.x03', '水渠')).toEqual([]);
    expect(await search('clerk.t01', lamp)).toEqual([]);
  });

  it('finds a sealed case by its id alone, and only for who may see it', async () => {
    const director = 'director.t01';
    expect(await found(director, tip, tip)).toEqual([tip]);
    expect(await search(director, '赌博')).toEqual([]);
    expect(await search('clerk.t01', tip)).toEqual([]);
  });

  it('comes page by page', async () => {
    const more = await register('T01', { summary: '水渠破损' });
    await found('clerk.t01', '破损', more);
    const first = await county.get('clerk.t01', `/api/search?q=${encodeURIComponent('水渠')}&limit=1`);
    const second = await county.get(
      'clerk.t01',
      `/api/search?q=${encodeURIComponent('水渠')}&cursor=${first.body.next}`,
    );
    const pages = [first, second].map(({ body }) => body.items.map(({ caseId }) => caseId));
    expect(pages.flat().sort()).toEqual([drain, more].sort());
    expect(pages[0]).toHaveLength(1);
  });

  it('finds nobody who was erased, and his case by its text still', async () => {
    const parties = [{ name: '仇某0444', side: 'REPORTER', vulnerable: false }];
    const caseId = await register('T01', { summary: '屋后塌方', parties });
    await found('clerk.t01', '仇某', caseId);
    const { body } = await county.get('director.rural.t01', `/api/cases/${caseId}`);
    await county.erase((body.parties[0] as unknown as { partyId: string }).partyId);
    expect(
      await county.eventually(
        () => search('clerk.t01', '仇某'),
        (ids) => ids.length === 0,
      ),
    ).toEqual([]);
    expect(await search('clerk.t01', 'qm0444')).toEqual([]);
    expect(await search('clerk.t01', '塌方')).toEqual([caseId]);
  });

  it('wants something to search for', async () => {
    expect((await county.get('clerk.t01', `/api/search?q=${encodeURIComponent('，')}`)).body.code).toBe('QUERY_EMPTY');
  });

  it('keeps nothing of it in clear', () => {
    const files = readdirSync(county.folder).filter((file) => file.startsWith('read.db'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const bytes = readFileSync(join(county.folder, file));
      for (const word of ['水渠', '曾某', 'zm0231', '00012345678', '1234-5678'])
        expect(bytes.includes(word)).toBe(false);
    }
  });
});
