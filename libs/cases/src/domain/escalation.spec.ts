import { describe, expect, it } from '@jest/globals';
import type { Instant } from '#kernel';
import type { CaseCommand } from './case.commands.js';
import { acknowledge, assign, at, cadre, candidate, cases, deputy, director, pool, register } from './case.fixture.js';
import type { CaseStep, RungLevel, StepClock } from './step-clock.js';

type Scenario = ReturnType<typeof cases.accepted>;

const clockOf = (given: Scenario, step: CaseStep): StepClock => given.state().clocks.find((one) => one.step === step)!;
const order = ({ step, round, attempt }: StepClock, level: RungLevel, due: Instant): CaseCommand => ({
  type: 'Escalate',
  data: { step, round, attempt, level, at: due },
});
/** The order that the process gives for a rung, at its instant. */
const rung = (given: Scenario, step: CaseStep, level: RungLevel) => {
  const clock = clockOf(given, step);
  const { at: due } = clock.rungs.find((one) => one.level === level)!;
  return { command: order(clock, level, due), now: due };
};
const climb = (given: Scenario, step: CaseStep, ...levels: readonly RungLevel[]): Scenario =>
  levels.reduce((climbed, level) => {
    const { command, now } = rung(climbed, step, level);
    return climbed.after(command, { now });
  }, given);
const fire = (given: Scenario, step: CaseStep, level: RungLevel, late = 0) => {
  const { command, now } = rung(given, step, level);
  return given.when(command, { now: now + late });
};

const DIRECTOR = { role: 'CENTRE_DIRECTOR', unit: 'T01-RURAL_GUIDANCE' };
const DEPUTY = { role: 'DEPUTY_LEADER', unit: 'T01' };
const CHIEF = { role: 'CHIEF_LEADER', unit: 'T01' };
const SUPERVISOR = { role: 'COUNTY_SUPERVISOR', unit: 'K-SUPERVISION' };
const ANNA = { cadreId: 'anna' };

describe('the ladder tells', () => {
  it('the handler of a warning; the director where the step has none', () => {
    fire(cases.assigned(), 'ack', 'WARN')
      .then('StepWarned')
      .thenData('StepWarned', { step: 'ack', to: [ANNA] });
    fire(cases.registered(), 'accept', 'WARN').thenData('StepWarned', { to: [DIRECTOR] });
    fire(cases.accepted(), 'assign', 'WARN').thenData('StepWarned', { to: [DIRECTOR] });
    fire(cases.resolved(), 'review', 'WARN').thenData('StepWarned', { to: [DIRECTOR] });
  });

  it('handler and director when it is overdue', () => {
    fire(cases.inProgress(), 'resolve', 'E1')
      .then('StepOverdue')
      .thenData('StepOverdue', { to: [ANNA, DIRECTOR] });
    fire(cases.resolved(), 'review', 'E1').thenData('StepOverdue', { to: [DIRECTOR] });
  });

  it('the deputy leader at E2, who has until an instant to act', () => {
    const e2 = fire(climb(cases.inProgress(), 'resolve', 'E1'), 'resolve', 'E2').then('CaseEscalated');
    e2.thenData('CaseEscalated', { level: 'E2', because: 'OVERDUE', to: [DEPUTY], actionDueAt: at('03-20 14:30') });
  });

  it('the chief leader and the county at E3', () => {
    const e3 = fire(climb(cases.inProgress(), 'resolve', 'E1', 'E2'), 'resolve', 'E3').then('CaseEscalated');
    e3.thenData('CaseEscalated', { level: 'E3', to: [CHIEF, SUPERVISOR] });
    expect(e3.events()[0]?.data).not.toHaveProperty('actionDueAt');
  });

  it('the county’s own people of a case of the county', () => {
    const county = cases.registered({ typeCode: 'DSP-ACQ' });
    fire(county, 'accept', 'WARN').thenData('StepWarned', { to: [{ role: 'CENTRE_DIRECTOR', unit: 'K-MEDIATION' }] });
    fire(climb(county, 'accept', 'E1'), 'accept', 'E2').thenData('CaseEscalated', { to: [{ role: 'DEPUTY_LEADER' }] });
  });

  it('never the target of a complaint nor his centre, but one level up', () => {
    const complaint = { targets: ['boss'], centres: ['T01-RURAL_GUIDANCE', 'K-MEDIATION'] };
    fire(cases.registered({ complaint }), 'accept', 'WARN').thenData('StepWarned', { to: [{ role: 'DEPUTY_LEADER' }] });
  });
});

describe('an order', () => {
  it('is dated by its rung, however late it is issued', () => {
    const late = fire(cases.inProgress(), 'resolve', 'E1', 3_600_000);
    expect(late.events()[0]?.occurredAt).toBe(at('03-18 17:30'));
  });

  it('is refused before its instant', () => {
    fire(cases.assigned(), 'ack', 'WARN', -1).thenRejected('NOT_YET_DUE');
  });

  it('changes nothing when it comes twice', () => {
    const given = cases.assigned();
    const { command, now } = rung(given, 'ack', 'WARN');
    given.after(command, { now }).when(command, { now }).then();
  });

  it('changes nothing once the step is done', () => {
    const given = cases.assigned();
    const { command, now } = rung(given, 'ack', 'E1');
    given
      .after(acknowledge, { actor: cadre('anna') })
      .when(command, { now })
      .then();
  });

  it('changes nothing once the limit has moved', () => {
    const given = cases.inProgress();
    const { command, now } = rung(given, 'resolve', 'E1');
    given
      .after({ type: 'ExtendLimit', data: { by: { unit: 'WD', n: 2 }, reason: 'parts' } })
      .when(command, { now })
      .then();
  });

  it('for another attempt or round changes nothing', () => {
    const given = cases.assigned();
    const clock = clockOf(given, 'ack');
    const now = clock.dueAt;
    given.when(order({ ...clock, attempt: 2 }, 'E1', now), { now }).then();
    given.when(order({ ...clock, round: 2 }, 'E1', now), { now }).then();
  });

  it('for a case that is not there is refused', () => {
    const clock = clockOf(cases.assigned(), 'ack');
    cases
      .none()
      .when(order(clock, 'E1', clock.dueAt))
      .thenRejected('CASE_NOT_FOUND');
  });
});

describe('a missed acknowledgement', () => {
  it('passes to the next candidate with a fresh limit', () => {
    const passed = fire(cases.assigned(), 'ack', 'E1').then('StepOverdue', 'CaseReassigned');
    passed.thenData('CaseReassigned', { from: 'anna', handler: 'bo', reason: 'ACK_OVERDUE' });
    expect(clockOf(passed, 'ack')).toMatchObject({
      attempt: 2,
      startedAt: at('03-09 15:00'),
      dueAt: at('03-10 10:00'),
    });
    expect(passed.state()).toMatchObject({ handler: 'bo', excluded: ['anna'], ackOverdues: 1 });
  });

  it('the second time goes straight to the deputy leader, and to nobody else', () => {
    const second = climb(cases.assigned(), 'ack', 'E1');
    expect(clockOf(second, 'ack').rungs.map(({ level }) => level)).toEqual(['WARN', 'E2', 'E3']);
    const escalated = fire(second, 'ack', 'E2').then('CaseEscalated');
    escalated.thenData('CaseEscalated', { level: 'E2', to: [DEPUTY] });
    expect(escalated.events()[0]?.occurredAt).toBe(clockOf(second, 'ack').dueAt);
    expect(escalated.state().handler).toBe('bo');
  });

  it('reaches the deputy leader at once where there is no other candidate', () => {
    const alone = cases.assigned({}, { pool: pool(candidate('anna')) });
    const missed = fire(climb(alone, 'ack', 'WARN'), 'ack', 'E1').then('StepOverdue', 'CaseEscalated');
    missed.thenData('CaseEscalated', { level: 'E2', because: 'NO_OTHER_CANDIDATE', to: [DEPUTY] });
    expect(clockOf(missed, 'ack').rungs.map(({ level }) => level)).toEqual(['E3']);
    expect(missed.state().handler).toBe('anna');
  });

  it('of a declined case counts on within the round', () => {
    const declined = climb(
      cases.assigned({}, { pool: pool(...['anna', 'bo', 'cai'].map((id) => candidate(id))) }),
      'ack',
      'E1',
    )
      .after({ type: 'DeclineAssignment', data: { reason: 'OVERLOAD' } }, { actor: cadre('bo') })
      .after(assign);
    expect(clockOf(declined, 'ack').rungs.map(({ level }) => level)).not.toContain('E1');
  });
});

describe('after E3', () => {
  const e3 = () => climb(cases.inProgress(), 'resolve', 'E1', 'E2', 'E3');

  it('a reminder comes daily at nine on working days until the step is done', () => {
    let given = e3(); // Friday 20 March, 17:30
    for (const day of ['03-23', '03-24', '03-25', '03-26', '03-27', '03-30']) {
      const { command, now } = rung(given, 'resolve', 'REMIND');
      expect(now).toBe(at(`${day} 09:00`));
      given
        .when(command, { now })
        .then('SupervisionReminded')
        .thenData('SupervisionReminded', { to: [CHIEF, SUPERVISOR] });
      given = given.after(command, { now });
    }
    const { command, now } = rung(given, 'resolve', 'REMIND');
    given
      .after(
        { type: 'ResolveCase', data: { outcome: 'SOLVED', result: 'done', skillsUsed: [] } },
        { actor: cadre('anna') },
      )
      .when(command, { now })
      .then();
  });

  it('passes over holidays', () => {
    const spring = cases.none({ now: at('02-10 10:00') }).after(register(), { now: at('02-10 10:00') });
    const given = climb(spring, 'accept', 'E1', 'E2', 'E3'); // 11, 12, 13 February
    expect(rung(given, 'accept', 'REMIND').now).toBe(at('02-14 09:00'));
    expect(rung(climb(given, 'accept', 'REMIND'), 'accept', 'REMIND').now).toBe(at('02-24 09:00'));
  });

  it('comes the same morning where E3 was at night', () => {
    const night = cases.none().after(register({ typeCode: 'EMG-DIS' }), { now: at('03-10 02:00') });
    expect(rung(climb(night, 'accept', 'E1', 'E2', 'E3'), 'accept', 'REMIND').now).toBe(at('03-10 09:00'));
  });
});

describe('the deputy leader at E2', () => {
  const act = (fields: Partial<Extract<CaseCommand, { type: 'TakeEscalationAction' }>['data']> = {}): CaseCommand => ({
    type: 'TakeEscalationAction',
    data: { step: 'resolve', action: 'ORDER', reason: 'get it done', ...fields },
  });
  /** Thursday 19 March, 17:30; E3 would be on the 20th. */
  const e2 = () => climb(cases.inProgress(), 'resolve', 'WARN', 'E1', 'E2');
  const now = at('03-20 09:00');
  const by = { actor: deputy, now };

  it('orders, with a reason', () => {
    e2()
      .when(act(), by)
      .then('EscalationActionTaken')
      .thenData('EscalationActionTaken', { action: 'ORDER', by: 'deputy' });
    e2()
      .when(act({ reason: ' ' }), by)
      .thenRejected('REASON_MISSING', { field: 'reason' });
  });

  it('gives the case to somebody else', () => {
    const passed = e2()
      .when(act({ action: 'REASSIGN' }), by)
      .then('EscalationActionTaken', 'CaseReassigned');
    passed.thenData('CaseReassigned', { from: 'anna', handler: 'bo', reason: 'ORDER' });
    expect(clockOf(passed, 'resolve').dueAt).toBe(at('03-18 17:30'));
  });

  it('holds E3 back to a named instant; due and figures stay', () => {
    const holdUntil = at('03-22 17:30');
    const held = e2()
      .when(act({ action: 'EXTEND', holdUntil }), by)
      .then('EscalationActionTaken');
    held.thenData('EscalationActionTaken', { heldUntil: holdUntil });
    expect(clockOf(held, 'resolve')).toMatchObject({
      dueAt: at('03-18 17:30'),
      rungs: [{ level: 'E3', at: holdUntil }],
    });
    const early = e2().after(act({ action: 'ACCEPT_REASON', holdUntil }), by);
    early.when(order(clockOf(early, 'resolve'), 'E3', at('03-20 17:30')), { now: at('03-20 17:30') }).then();
    fire(early, 'resolve', 'E3').then('CaseEscalated');
  });

  it('holds it back by half the limit at most, and not to the past', () => {
    // from Monday 09:00 to Wednesday of the next week 17:30: 9 days and 8½ hours, half of it after the due
    const latest = at('03-23 09:45');
    e2()
      .when(act({ action: 'EXTEND', holdUntil: latest }), by)
      .then('EscalationActionTaken');
    e2()
      .when(act({ action: 'EXTEND', holdUntil: latest + 1 }), by)
      .thenRejected('HELD_TOO_LONG', { latest });
    e2()
      .when(act({ action: 'EXTEND', holdUntil: now }), by)
      .thenRejected('HOLD_UNTIL_MISSING');
    e2()
      .when(act({ action: 'EXTEND' }), by)
      .thenRejected('HOLD_UNTIL_MISSING');
  });

  it('acts on what was escalated to him, nothing else', () => {
    cases.inProgress().when(act(), by).thenRejected('NOT_ESCALATED', { step: 'resolve' });
    climb(cases.inProgress(), 'resolve', 'E1').when(act(), by).thenRejected('NOT_ESCALATED');
    const done = climb(cases.registered(), 'accept', 'E1', 'E2').after({
      type: 'AcceptCase',
      data: { signs: { violence: 0, gathered: 0, relapses: 0, threatToLife: false, weapon: false } },
    });
    done.when(act({ step: 'accept' }), { actor: director }).thenRejected('STEP_DONE');
  });

  it('does not act twice on one escalation where a fresh limit runs', () => {
    const many = { pool: pool(...['anna', 'bo', 'cai', 'dan'].map((id) => candidate(id))) };
    const ordered = climb(cases.assigned({}, many), 'ack', 'E1', 'E2').after(
      act({ step: 'ack', action: 'REASSIGN' }),
      by,
    );
    ordered.when(act({ step: 'ack', action: 'REASSIGN' }), by).thenRejected('NOT_ESCALATED', { step: 'ack' });
  });
});
