import { describe, expect, it } from '@jest/globals';
import { CURRENT_POLICY } from '#policy';
import { instantOf, toIso } from '#working-time';
import type { Notice } from './notice.js';
import { DEFAULT_PREFERENCES, plan, type Preferences } from './preferences.js';

const overdue: Notice = {
  recipient: 'cadre:c1',
  message: { text: 'step.e2.noAction', params: { type: 'REQ-INF', caseNo: 'T01-1', step: 'accept' } },
  outside: { text: 'outside.confidential', params: { caseNo: 'T01-1' } },
  channels: ['INBOX', 'SMS'],
  pace: 'WORKING_TIME',
};
const NIGHT = instantOf('2026-03-10T17:30');

const planned = (notice: Notice, preferences: Partial<Preferences> = {}, at = NIGHT) =>
  plan(notice, { ...DEFAULT_PREFERENCES, ...preferences }, at, CURRENT_POLICY).map(
    ({ channel, dueAt, message, digest }) =>
      [channel, toIso(dueAt).slice(0, 16), message.text, ...(digest ? ['digest'] : [])].join(' '),
  );

describe('somebody who is told something', () => {
  it('finds it in the inbox at once, and is paged when people work', () => {
    expect(planned(overdue)).toEqual([
      'INBOX 2026-03-10T17:30 step.e2.noAction',
      'SMS 2026-03-11T08:30 outside.confidential',
    ]);
  });

  it('is paged at once, at night and on a day off, of what is counted in minutes and hours', () => {
    const called: Notice = { ...overdue, channels: ['INBOX', 'CALL'], pace: 'AT_ONCE' };
    expect(planned(called, {}, instantOf('2026-02-15T23:00'))).toEqual([
      'INBOX 2026-02-15T23:00 step.e2.noAction',
      'CALL 2026-02-15T23:00 outside.confidential',
    ]);
  });

  it('gets it by e-mail too where he wants that', () => {
    expect(planned(overdue, { channels: ['EMAIL'] })).toEqual([
      'INBOX 2026-03-10T17:30 step.e2.noAction',
      'EMAIL 2026-03-11T08:30 outside.confidential',
    ]);
  });

  it('may have what is not urgent gathered, to be read in the morning', () => {
    const inTheMorning = instantOf('2026-03-10T09:00');
    expect(planned(overdue, { digest: true }, inTheMorning)).toEqual([
      'INBOX 2026-03-10T09:00 step.e2.noAction',
      'SMS 2026-03-11T08:30 outside.confidential digest',
    ]);
  });

  it('cannot mute what is urgent', () => {
    expect(planned({ ...overdue, pace: 'AT_ONCE' }, { channels: [], digest: true })).toEqual([
      'INBOX 2026-03-10T17:30 step.e2.noAction',
      'SMS 2026-03-10T17:30 outside.confidential',
    ]);
  });
});
