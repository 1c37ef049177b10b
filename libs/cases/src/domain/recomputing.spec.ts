import { describe, expect, it } from '@jest/globals';
import type { LocalDay } from '#working-time';
import type { CaseCommand } from './case.commands.js';
import { at, cases, POLICY } from './case.fixture.js';
import { disputes, due, lead } from './dispute.fixture.js';

/** The county's calendar with other days in 2026, under a new version. */
const amended = ({ off = [], work = [] }: { off?: readonly LocalDay[]; work?: readonly LocalDay[] }, version = 2) => ({
  ...POLICY,
  calendar: {
    ...POLICY.calendar,
    version,
    years: POLICY.calendar.years.map((year) =>
      year.year === 2026 ? { ...year, off: [...year.off, ...off], work: [...year.work, ...work] } : year,
    ),
  },
});
const recompute: CaseCommand = { type: 'RecomputeDueTimes', data: { calendarVersion: 2 } };
const MONDAY_OFF = { off: ['2026-03-16'] };

/** Handled since 9 March, seven working days from then: due on the 18th. */
const handled = () => cases.inProgress();
const resolveOf = (life: ReturnType<typeof handled>) => life.state().clocks.find(({ step }) => step === 'resolve');

describe('after a new version of the calendar', () => {
  it('an open limit over a day that is off now ends a working day later, and so do the rungs ahead of it', () => {
    const moved = handled().after(recompute, { policy: amended(MONDAY_OFF), now: at('03-11 10:00') });
    expect(resolveOf(moved)).toMatchObject({
      dueAt: at('03-19 17:30'),
      derivation: {
        calendarVersion: 2,
        derivation: { skipped: expect.arrayContaining([expect.objectContaining({ reason: 'HOLIDAY' })]) },
      },
      rungs: [
        { level: 'WARN', at: at('03-18 08:30') },
        { level: 'E1', at: at('03-19 17:30') },
        { level: 'E2', at: at('03-20 17:30') },
        { level: 'E3', at: at('03-23 17:30') },
      ],
    });
  });

  it('the event says which limit moved, from when to when', () => {
    handled()
      .when(recompute, { policy: amended(MONDAY_OFF), now: at('03-11 10:00') })
      .then('DueTimeRecomputed')
      .thenData('DueTimeRecomputed', {
        calendarVersion: 2,
        moved: [{ step: 'resolve', from: at('03-18 17:30'), to: at('03-19 17:30') }],
      });
  });

  it('a make-up Saturday brings a limit forward; a rung that lies in the past by the new count falls due now', () => {
    const moved = handled().after(recompute, {
      policy: amended({ work: ['2026-03-14'] }),
      now: at('03-17 10:00'),
    });
    expect(resolveOf(moved)).toMatchObject({
      dueAt: at('03-17 17:30'),
      rungs: [
        { level: 'WARN', at: at('03-17 10:00') },
        { level: 'E1', at: at('03-17 17:30') },
        { level: 'E2' },
        { level: 'E3' },
      ],
    });
  });

  it('a rung that has fired does not fire again', () => {
    const warned = due(handled().state().clocks, 'resolve', 'WARN');
    const moved = handled()
      .after(warned.command, { now: warned.now })
      .after(recompute, { policy: amended({ off: ['2026-03-18'] }), now: at('03-17 12:00') });
    expect(resolveOf(moved)?.rungs.map(({ level }) => level)).toEqual(['E1', 'E2', 'E3']);
    expect(resolveOf(moved)?.fired).toEqual(['WARN']);
  });

  it('where no limit is touched nothing is written down', () => {
    handled()
      .when(recompute, { policy: amended({ off: ['2026-05-11'] }), now: at('03-11 10:00') })
      .then();
    handled()
      .after(recompute, { policy: amended(MONDAY_OFF), now: at('03-11 10:00') })
      .when(recompute, { policy: amended(MONDAY_OFF), now: at('03-11 11:00') })
      .then();
  });

  it('plain calendar days stay: officials have thirty of them for a dispute, holidays or not', () => {
    const { clocks } = disputes.inMediation().state();
    const moved = disputes.inMediation().after(recompute, { policy: amended(MONDAY_OFF), now: at('03-10 11:00') });
    for (const step of ['resolve', 'tierBudget'] as const) {
      expect(moved.state().clocks.find((clock) => clock.step === step)?.dueAt).toBe(
        clocks.find((clock) => clock.step === step)?.dueAt,
      );
    }
  });

  it('a case that stands still keeps the days it had left by the new count', () => {
    const standing = () =>
      handled().after(
        { type: 'SuspendCase', data: { reason: 'APPRAISAL', note: 'a surveyor comes', until: at('03-25 09:00') } },
        { ...lead, now: at('03-11 10:00') },
      );
    const policy = amended(MONDAY_OFF);
    // 12, 13, 17, 18, 19 March: five days, as before; one more day off leaves them where they were
    const going = standing()
      .after(recompute, { policy, now: at('03-12 10:00') })
      .after({ type: 'ResumeCase', data: {} }, { ...lead, policy, now: at('03-20 10:00') });
    expect(resolveOf(going)?.dueAt).toBe(at('03-27 17:30'));
    // a Saturday worked before the due: the seventh day comes earlier, the rest after the pause stays five
    const worked = amended({ work: ['2026-03-21'] });
    const gone = standing()
      .after(recompute, { policy: worked, now: at('03-12 10:00') })
      .after({ type: 'ResumeCase', data: {} }, { ...lead, policy: worked, now: at('03-20 10:00') });
    expect(resolveOf(gone)?.dueAt).toBe(at('03-26 17:30'));
  });

  it('an order by a version that is not known here is tried again, not answered', () => {
    expect(() =>
      handled()
        .when(recompute, { now: at('03-11 10:00') })
        .then(),
    ).toThrow(/not known here yet/);
  });
});
