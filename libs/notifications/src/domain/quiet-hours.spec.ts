import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CURRENT_POLICY } from '#policy';
import { instantOf, isWorkingDay, localDayOf, minuteOfDay, toIso } from '#working-time';
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

describe('any page, whenever it is thought of and whatever somebody asked for', () => {
  const minute = fc.integer({ min: 0, max: 1440 });
  const hours = fc.record({ from: minute, to: minute }).filter(({ from, to }) => from % 1440 !== to % 1440);
  const instants = fc.integer({ min: instantOf('2025-01-01T00:00'), max: instantOf('2026-12-31T00:00') });

  /** Minute by minute, as somebody would who looks at the clock and the calendar. */
  const quiet = (at: number, own?: QuietHours): boolean => {
    const now = minuteOfDay(at);
    const within = ({ from, to }: QuietHours) => (from < to ? now >= from && now < to : now >= from || now < to);
    const night = now >= 17.5 * 60 || now < 8.5 * 60;
    return !isWorkingDay(CURRENT_POLICY.calendar, localDayOf(at)) || night || (own !== undefined && within(own));
  };
  /** Hours that leave nobody any time are not heard. */
  const leavesAny = ({ from, to }: QuietHours): boolean =>
    Array.from({ length: 540 }, (_, n) => 510 + n).some((now) =>
      from < to ? now < from || now >= to : now < from && now >= to,
    );

  it('comes at the first minute that is not quiet', () => {
    fc.assert(
      fc.property(instants, fc.option(hours, { nil: undefined }), (at, asked) => {
        const found = pagedAt(CURRENT_POLICY, at, asked);
        const own = asked && leavesAny(asked) ? asked : undefined;
        expect(quiet(found, own)).toBe(false);
        if (found === at) return;
        expect(quiet(at, own)).toBe(true);
        const first = Math.ceil(at / 60_000) * 60_000;
        for (let before = first; before < found; before += 60_000)
          if (!quiet(before, own)) throw new Error(toIso(before));
      }),
      { numRuns: 300 },
    );
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
