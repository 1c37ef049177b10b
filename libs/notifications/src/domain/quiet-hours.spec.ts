import { describe, expect, it } from '@jest/globals';
import { CURRENT_POLICY } from '#policy';
import { instantOf, toIso } from '#working-time';
import { digestAt, pagedAt, type QuietHours } from './quiet-hours.js';

const paged = (at: string, own?: QuietHours): string => toIso(pagedAt(CURRENT_POLICY, instantOf(at), own)).slice(0, 16);
const digest = (at: string): string => toIso(digestAt(CURRENT_POLICY, instantOf(at))).slice(0, 16);

describe('quiet hours', () => {
  it('let a page through while people work, and over noon', () => {
    expect(paged('2026-03-10T08:30')).toBe('2026-03-10T08:30');
    expect(paged('2026-03-10T12:30')).toBe('2026-03-10T12:30');
    expect(paged('2026-03-10T17:29')).toBe('2026-03-10T17:29');
  });

  it('hold it back at night until the next morning', () => {
    expect(paged('2026-03-10T17:30')).toBe('2026-03-11T08:30');
    expect(paged('2026-03-11T00:00')).toBe('2026-03-11T08:30');
    expect(paged('2026-03-11T08:29')).toBe('2026-03-11T08:30');
  });

  it('hold it back over a weekend, and over Spring Festival to its make-up day', () => {
    expect(paged('2026-03-13T18:00')).toBe('2026-03-16T08:30');
    expect(paged('2026-02-13T17:30')).toBe('2026-02-14T08:30'); // a Saturday that is worked
    expect(paged('2026-02-14T17:30')).toBe('2026-02-24T08:30');
  });

  it('are longer for who asked for it', () => {
    const noon = { from: 12 * 60, to: 14 * 60 };
    expect(paged('2026-03-10T12:30', noon)).toBe('2026-03-10T14:00');
    expect(paged('2026-03-10T12:30', { from: 12 * 60, to: 9 * 60 })).toBe('2026-03-11T09:00');
    expect(paged('2026-03-13T16:00', { from: 15 * 60, to: 24 * 60 })).toBe('2026-03-16T08:30');
  });
});

describe('the digest', () => {
  it('goes out at 08:30 of the next working day', () => {
    expect(digest('2026-03-10T08:29')).toBe('2026-03-10T08:30');
    expect(digest('2026-03-10T08:31')).toBe('2026-03-11T08:30');
    expect(digest('2026-03-13T12:00')).toBe('2026-03-16T08:30');
    expect(digest('2026-02-15T07:00')).toBe('2026-02-24T08:30');
  });
});
