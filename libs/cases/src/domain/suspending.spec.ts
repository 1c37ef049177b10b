import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from './case.commands.js';
import { acknowledge, at, cadre, candidate, cases, certificate, pool } from './case.fixture.js';
import { disputes, due, lead } from './dispute.fixture.js';

const suspend = (until: string): CaseCommand => ({
  type: 'SuspendCase',
  data: { reason: 'APPRAISAL', note: 'a surveyor is on his way', until: at(until) },
});
const resume: CaseCommand = { type: 'ResumeCase', data: {} };
const dueOfStep = (state: ReturnType<ReturnType<typeof cases.inProgress>['state']>, step: string) =>
  state.clocks.find((clock) => clock.step === step);

describe('a suspended case', () => {
  it('keeps the days it had left: seven working days from 9 March, five of them left on 11 March', () => {
    const standing = cases.inProgress().after(suspend('03-25 09:00'), { ...lead, now: at('03-11 10:00') });
    expect(standing.state()).toMatchObject({ stage: 'SUSPENDED', clocks: [{ step: 'suspension' }] });
    const going = standing.after(resume, { ...lead, now: at('03-20 10:00') });
    expect(going.state()).toMatchObject({ stage: 'IN_PROGRESS', suspendedDays: 9 });
    expect(dueOfStep(going.state(), 'resolve')).toMatchObject({
      dueAt: at('03-27 17:30'),
      rungs: [
        { level: 'WARN', at: at('03-26 08:30') },
        { level: 'E1', at: at('03-27 17:30') },
        { level: 'E2', at: at('03-30 17:30') },
        { level: 'E3', at: at('03-31 17:30') },
      ],
    });
  });

  it('goes on by itself when the time is up', () => {
    const standing = cases.inProgress().after(suspend('03-25 09:00'), { ...lead, now: at('03-11 10:00') });
    const end = due(standing.state().clocks, 'suspension');
    standing.when(end.command, { now: end.now }).then('CaseResumed').thenData('CaseResumed', { because: 'TIME' });
  });

  it('lets what is overdue already run on', () => {
    const late = cases.inProgress().after(suspend('03-25 09:00'), { ...lead, now: at('03-18 18:00') });
    expect(
      late
        .state()
        .clocks.map(({ step }) => step)
        .sort(),
    ).toEqual(['resolve', 'suspension']);
  });

  it('fires what has come meanwhile as soon as it goes on, and nothing twice', () => {
    const warned = due(cases.inProgress().state().clocks, 'resolve', 'WARN');
    const standing = cases
      .inProgress()
      .after(warned.command, { now: warned.now })
      .after(suspend('03-25 09:00'), { ...lead, now: at('03-18 10:00') });
    const going = standing.after(resume, { ...lead, now: at('03-25 10:00') });
    expect(dueOfStep(going.state(), 'resolve')?.rungs.map(({ level }) => level)).toEqual(['E1', 'E2', 'E3']);
    expect(dueOfStep(going.state(), 'resolve')?.dueAt).toBe(at('03-26 17:30'));
  });

  it('stands still for thirty days at a time and sixty in all, and petitions not at all', () => {
    cases.inProgress().when(suspend('04-09 09:00'), lead).thenRejected('SUSPENDED_TOO_LONG', { days: 30 });
    cases.inProgress().when(suspend('03-09 08:00'), lead).thenRejected('SUSPENDED_UNTIL_PAST');
    const twice = cases
      .inProgress()
      .after(suspend('04-08 09:00'), lead)
      .after(resume, { ...lead, now: at('04-08 09:00') })
      .after(suspend('05-08 09:00'), { ...lead, now: at('04-08 10:00') })
      .after(resume, { ...lead, now: at('05-08 09:00') });
    twice.when(suspend('05-10 09:00'), { ...lead, now: at('05-08 10:00') }).thenRejected('SUSPENDED_TOO_LONG', {
      days: 0,
    });
    const clerks = pool(candidate('anna', { certificates: { 'STB-02': certificate(2), 'ORG-20': certificate(1) } }));
    cases
      .inProgress({ typeCode: 'PET-GEN' }, { pool: clerks })
      .when(suspend('03-20 09:00'), lead)
      .thenRejected('NOT_SUSPENDABLE');
  });

  it('given to somebody else stays suspended; he acknowledges it once it goes on', () => {
    const passed = disputes
      .inMediation()
      .after(suspend('03-20 09:00'), { ...lead, now: at('03-10 10:00') })
      .after({ type: 'ReassignCase', data: { cadreId: 'bo', reason: 'DIRECTOR' } }, lead);
    expect(passed.state()).toMatchObject({ stage: 'SUSPENDED', handler: 'bo' });
    passed.after(resume, { ...lead, now: at('03-12 09:00') });
    expect(dueOfStep(passed.state(), 'ack')?.dueAt).toBe(at('03-12 15:00'));
    passed.after(acknowledge, { actor: cadre('bo'), now: at('03-12 10:00') });
    expect(passed.state().stage).toBe('IN_MEDIATION');
  });
});
