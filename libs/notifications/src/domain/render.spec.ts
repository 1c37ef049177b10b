import { describe, expect, it } from '@jest/globals';
import { instantOf } from '#working-time';
import { CATALOGUES, KINDS, PLACEHOLDER, render, type Names } from './render.js';
import { zh, type TextKey } from './texts.zh.js';

const KEYS = Object.keys(zh) as TextKey[];
const placeholders = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map(([whole]) => whole).sort();
const names: Names = { cadre: () => '王某0007', phone: () => '000-1234-5678' };

describe('the catalogues', () => {
  it('say everything in both languages, with the same values in it', () => {
    expect(Object.keys(CATALOGUES.en).sort()).toEqual([...KEYS].sort());
    for (const key of KEYS) expect([key, placeholders(CATALOGUES.en[key])]).toEqual([key, placeholders(zh[key])]);
  });

  it('ask for no kind of value that nobody can say', () => {
    const kinds = KEYS.flatMap((key) => [...zh[key].matchAll(PLACEHOLDER)].flatMap(([, , kind]) => kind ?? []));
    expect(kinds.filter((kind) => !Object.hasOwn(KINDS, kind))).toEqual([]);
  });
});

describe('a message', () => {
  it('is said in plain words', () => {
    const params = { type: 'REQ-INF', caseNo: 'T01-20260310-0001', due: instantOf('2026-03-12T17:30') };
    expect(render({ text: 'case.assigned', params }, 'zh', names)).toBe(
      '水电路设施报修（T01-20260310-0001）派给您办理，请在3月12日17:30前接单。',
    );
  });

  it('counts midnight to the day it ends', () => {
    const params = { type: 'DSP-WTR', caseNo: 'T01-1', due: instantOf('2026-04-10T00:00') };
    expect(render({ text: 'resident.accepted', params }, 'zh', names)).toContain('4月9日24:00前办好');
    expect(render({ text: 'resident.accepted', params }, 'en', names)).toContain('2026-04-09 24:00');
  });

  it('names a week by its days', () => {
    const roster = (week: string, language: 'zh' | 'en') =>
      render({ text: 'roster.published', params: { week } }, language, names);
    expect(roster('2026-W11', 'zh')).toContain('3月9日至15日的值班表');
    expect(roster('2026-W14', 'zh')).toContain('3月30日至4月5日的值班表');
    expect(roster('2026-W14', 'en')).toContain('of 2026-03-30 to 2026-04-05');
  });

  it('takes names and phones from whoever may know them, and says so where nobody does', () => {
    const message = { text: 'resident.assigned', params: { type: '', caseNo: 'T01-1', handler: 'c1' } } as const;
    expect(render(message, 'zh', names)).toBe('您反映的事项（T01-1）由王某0007办理，电话000-1234-5678。');
    expect(render(message, 'zh', { cadre: () => undefined, phone: () => undefined })).toContain('（不详）');
  });

  it('lists every way that is open', () => {
    const params = { caseNo: 'T01-1', routes: ['COURT', 'PAYMENT_ORDER'] };
    expect(render({ text: 'resident.remedies', params }, 'zh', names)).toBe(
      'T01-1：您还可以向法院起诉，或者向法院申请支付令。',
    );
  });
});
