import { describe, expect, it } from '@jest/globals';
import { CURRENT_POLICY } from '#policy';
import { at } from '../domain/case.fixture.js';
import { bigramsOf } from './chinese-words.js';
import { likenessOf, type Compared } from './likeness.js';

const policy = CURRENT_POLICY.duplicates;
const told = (text: string, over: Partial<Compared> = {}): Compared => ({
  typeCode: 'REQ-INF',
  township: 'T01',
  village: 'T01-V07',
  registeredAt: at('05-01 10:00'),
  bigrams: ` ${bigramsOf(text).join(' ')} `,
  ...over,
});
const drain = told('村口水渠堵塞，雨天漫水到路上');
const reasons = (other: Compared, sameParty = false) => likenessOf(policy, drain, other, sameParty)?.reasons;

describe('two cases may tell the same', () => {
  it('where type and village are the same and thirty days at most lie between', () => {
    expect(reasons(told('路灯不亮', { registeredAt: at('05-31 23:00') }))).toEqual(['SAME_VILLAGE']);
    expect(reasons(told('路灯不亮', { registeredAt: at('04-01 00:00') }))).toEqual(['SAME_VILLAGE']);
    expect(reasons(told('路灯不亮', { registeredAt: at('06-01 00:00') }))).toBeUndefined();
    expect(reasons(told('路灯不亮', { village: 'T01-V08' }))).toBeUndefined();
    expect(reasons(told('路灯不亮', { typeCode: 'REQ-ENV' }))).toBeUndefined();
  });

  it('where one person tells the same type again, wherever and whenever', () => {
    const elsewhere = { village: 'T01-V01', registeredAt: at('01-02 10:00') };
    expect(reasons(told('路灯不亮', elsewhere), true)).toEqual(['SAME_PARTY']);
    expect(reasons(told('路灯不亮', { ...elsewhere, typeCode: 'REQ-ENV' }), true)).toBeUndefined();
  });

  it('where their texts share half of their pairs, within one township', () => {
    const like = { typeCode: 'REQ-ENV', village: 'T01-V01' };
    expect(reasons(told('水渠堵塞，雨天漫水', like))).toEqual(['LIKE_TEXT']);
    expect(reasons(told('水渠边上倒垃圾', like))).toBeUndefined();
    expect(reasons(told('水渠堵塞，雨天漫水', { ...like, township: 'T02' }))).toBeUndefined();
  });

  it('the more so, the more speaks for it', () => {
    const score = (other: Compared, sameParty: boolean) => likenessOf(policy, drain, other, sameParty)?.score ?? 0;
    expect(score(drain, true)).toBe(1);
    expect(score(drain, false)).toBeGreaterThan(score(told('路灯不亮'), false));
  });
});
