import { describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#kernel';
import { agreementProcess } from './agreement-process.js';
import { apply, at, courtResult, mediations, perform, term } from './mediation.fixture.js';

const { agreedInWriting, agreedOrally } = mediations;
const far = term({ dueOn: '2026-12-01' });
const agreed = () => agreedInWriting([far]);
type Given = ReturnType<typeof agreed>;

const window = (given: Given) =>
  agreementProcess
    .timetable(given.state())
    .rungs.filter(({ step }) => step === 'confirmation')
    .map(({ level, at: due }) => [level, due]);
const fire = (given: Given, level: string) => {
  const rung = agreementProcess.timetable(given.state()).rungs.find((one) => one.level === level)!;
  return given.when(agreementProcess.order(rung), { now: rung.at, actor: SYSTEM });
};
const fired = (given: Given, level: string) => {
  const rung = agreementProcess.timetable(given.state()).rungs.find((one) => one.level === level)!;
  return given.after(agreementProcess.order(rung), { now: rung.at, actor: SYSTEM });
};

describe('the window for confirmation by the court', () => {
  it('is open for thirty days, to the end of a working day, and the parties are reminded seven days before', () => {
    // Saturday 11 April is the thirtieth day
    expect(window(agreed())).toEqual([
      ['REMIND', at('04-06 09:00')],
      ['END', at('04-13 24:00')],
    ]);
    const reminded = fire(agreed(), 'REMIND');
    reminded.then('ConfirmationReminded').thenData('ConfirmationReminded', {
      ...{ until: at('04-13 24:00'), to: [{ cadreId: 'anna' }] },
    });
    expect(window(reminded)).toEqual([['END', at('04-13 24:00')]]);
    expect(window(fire(fired(agreed(), 'REMIND'), 'END').then('ConfirmationWindowClosed'))).toEqual([]);
  });

  it('is there for what is written only', () => {
    expect(window(agreedOrally(far))).toEqual([]);
    agreedOrally(far).when(apply('li', 'wang')).thenRejected('NOTHING_TO_CONFIRM');
  });

  it('waits for nothing once all is performed', () => {
    const fulfilled = agreedInWriting([term()]).when(perform(1), { now: at('03-20 10:00') });
    expect(agreementProcess.timetable(fulfilled.state())).toMatchObject({ stage: 'FULFILLED', closed: true });
  });

  it('keeps the follow-up open after a breach, and no longer', () => {
    const broken = fired(fired(agreedInWriting([term()]), 'URGE'), 'BREACH');
    expect(agreementProcess.timetable(broken.state())).toMatchObject({ stage: 'BREACHED', closed: false });
    expect(agreementProcess.timetable(fire(broken, 'END').state()).closed).toBe(true);
  });
});

describe('the parties apply', () => {
  it('together', () => {
    agreed()
      .when(apply('li'))
      .thenRejected('NOT_APPLIED_JOINTLY', { missing: ['wang'] });
    agreed().when(apply('li', 'zhao')).thenRejected('NOT_A_PARTY');
    const applied = agreed().when(apply('wang', 'li'));
    applied.then('ConfirmationApplied').thenData('ConfirmationApplied', { parties: ['li', 'wang'], by: 'anna' });
    expect(window(applied)).toEqual([]);
    agreed().after(apply('li', 'wang')).when(apply('li', 'wang')).then();
  });

  it('in time: at the last instant, not after it', () => {
    const [last, late] = [{ now: at('04-13 24:00') }, { now: at('04-13 24:00') + 1 }];
    agreed().when(apply('li', 'wang'), last).then('ConfirmationApplied');
    agreed()
      .when(apply('li', 'wang'), late)
      .thenRejected('WINDOW_CLOSED', { until: at('04-13 24:00') });
    fired(agreed(), 'END').when(apply('li', 'wang'), last).thenRejected('WINDOW_CLOSED');
  });
});

describe('the court', () => {
  const applied = () => agreed().after(apply('li', 'wang'));

  it('confirms, and what is broken then can be enforced', () => {
    applied().when(courtResult(true)).then('ConfirmationGranted');
    const confirmed = agreedInWriting([term()]).after(apply('li', 'wang')).after(courtResult(true));
    fire(fired(confirmed, 'URGE'), 'BREACH').thenData('RemediesInformed', { routes: ['ENFORCEMENT'] });
  });

  it('or refuses, and the parties hear what is left', () => {
    applied()
      .when(courtResult(false))
      .then('ConfirmationRefused', 'RemediesInformed')
      .thenData('RemediesInformed', { routes: ['MEDIATION', 'COURT'], by: 'anna' });
  });

  it('decides once, and only what it was asked', () => {
    agreed().when(courtResult(true)).thenRejected('NOT_APPLIED');
    applied().after(courtResult(true)).when(courtResult(true)).then();
    applied().after(courtResult(true)).when(courtResult(false)).thenRejected('COURT_HAS_DECIDED');
    applied().after(courtResult(false)).when(apply('li', 'wang')).thenRejected('COURT_HAS_DECIDED');
  });
});
