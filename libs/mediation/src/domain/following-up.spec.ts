import { describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#kernel';
import { agreementProcess } from './agreement-process.js';
import { at, mediations, oral, perform, registered, term, offer, answer } from './mediation.fixture.js';
import type { Mediation } from './mediation.state.js';

const { held, agreedOrally, agreedInWriting } = mediations;
type Given = ReturnType<typeof held>;

const timetable = (given: Given) => agreementProcess.timetable(given.state());
const rungs = (given: Given) =>
  timetable(given).rungs.map(({ step, attempt, level, at: due }) => [step, attempt, level, due]);

/** The earliest rung of the process comes, and its order with it. */
const fire = (given: Given, { late = 0, before = 0 } = {}): Given => {
  const [first] = [...timetable(given).rungs].sort((one, other) => one.at - other.at);
  return given.when(agreementProcess.order(first!), { now: first!.at + late - before, actor: SYSTEM });
};
const fired = (given: Given): Given => {
  const [first] = [...timetable(given).rungs].sort((one, other) => one.at - other.at);
  return given.after(agreementProcess.order(first!), { now: first!.at, actor: SYSTEM });
};

const friday = term({ dueOn: '2026-03-20' });
const saturday = term({ term: 2, obligor: 'li', dueOn: '2026-03-21' });

describe('a term is looked at', () => {
  it('when work ends on the day it is due, or on the next day that is worked', () => {
    expect(rungs(agreedOrally(friday, saturday))).toEqual([
      ['performance', 1, 'URGE', at('03-20 17:30')],
      ['performance', 2, 'URGE', at('03-23 17:30')],
    ]);
    const holiday = term({ dueOn: '2026-04-30' });
    const beforeIt = term({ term: 2, dueOn: '2026-05-01' });
    expect(rungs(agreedOrally(holiday, beforeIt))).toEqual([
      ['performance', 1, 'URGE', at('04-30 17:30')],
      ['performance', 2, 'URGE', at('05-06 17:30')],
    ]);
  });

  it('never before the work of the day on which it was agreed is over', () => {
    const today = term({ dueOn: '2026-03-12' });
    expect(rungs(agreedOrally(today))).toEqual([['performance', 1, 'URGE', at('03-12 17:30')]]);
    const inTheEvening = held().after(
      { type: 'RecordOralAgreement', data: { terms: [today], content: 'at once' } },
      { now: at('03-12 18:00') },
    );
    expect(rungs(inTheEvening)).toEqual([['performance', 1, 'URGE', at('03-13 17:30')]]);
  });

  it('with the count that led there', () => {
    const agreed = held().when(oral({ ...saturday, term: 1 }), { now: at('03-12 15:40') });
    agreed.thenData('OralAgreementReached', {
      followUp: {
        checks: [{ term: 1, due: { at: at('03-23 17:30'), derivation: { count: { last: '2026-03-23' } } } }],
      },
    });
  });

  it('not at all where nothing was promised', () => {
    expect(timetable(agreedOrally())).toMatchObject({ stage: 'PERFORMING', rungs: [], closed: true });
    expect(timetable(held())).toMatchObject({ rungs: [], closed: true });
  });

  it('not in agreements of before they were followed', () => {
    const old = held().given({
      type: 'OralAgreementReached',
      occurredAt: at('03-12 15:40'),
      data: { mediationId: 'c1-1', caseId: 'c1', terms: [friday], content: '', mediatorId: 'anna' },
    });
    expect(timetable(old)).toMatchObject({ rungs: [], closed: true });
    old.when(perform(1), { now: at('03-20 10:00') }).then('TermPerformed', 'AgreementFulfilled');
  });
});

describe('a term that was not performed', () => {
  it('is urged once, and five working days later the agreement is broken', () => {
    const urged = fire(agreedOrally(friday));
    urged.then('PerformanceUrged').thenData('PerformanceUrged', {
      ...{ term: 1, obligor: 'wang', to: [{ cadreId: 'anna' }] },
      due: { at: at('03-27 17:30') },
    });
    expect(rungs(urged)).toEqual([['performance', 1, 'BREACH', at('03-27 17:30')]]);
    const broken = fire(fired(agreedOrally(friday)));
    broken.then('AgreementBreached', 'RemediesInformed').thenData('AgreementBreached', { terms: [1] });
    broken.thenData('RemediesInformed', { routes: ['COURT'], by: 'system' });
    expect(timetable(broken)).toMatchObject({ stage: 'BREACHED', rungs: [], closed: true });
  });

  it('is urged as of when it was due, however late the order comes, and not a moment early', () => {
    const late = fire(agreedOrally(friday), { late: 3 * 86_400_000 });
    expect(late.events()[0]).toMatchObject({ occurredAt: at('03-20 17:30'), data: { due: { at: at('03-27 17:30') } } });
    fire(agreedOrally(friday), { before: 1 }).thenRejected('NOT_YET_DUE', { at: at('03-20 17:30') });
  });

  it('is not urged twice, nor when it was performed meanwhile', () => {
    const order = agreementProcess.order(timetable(agreedOrally(friday)).rungs[0]!);
    const now = at('03-20 17:30');
    fired(agreedOrally(friday)).when(order, { now }).then();
    agreedOrally(friday)
      .after(perform(1), { now: at('03-20 17:30') })
      .when(order, { now })
      .then();
  });

  it('breaks the agreement together with the others of that day, and then no other is urged', () => {
    const two = agreedOrally(friday, term({ term: 2, obligor: 'li' }), term({ term: 3, dueOn: '2026-06-30' }));
    const broken = fire(fired(fired(two)));
    broken.thenData('AgreementBreached', { terms: [1, 2] });
    expect(timetable(broken)).toMatchObject({ closed: true });
  });

  it('opens the ways that the agreement allows', () => {
    const wages = term({ dueOn: '2026-04-20', amount: 800_000 });
    const routesOf = (given: Given) =>
      fire(fired(fired(fired(given))))
        .then('AgreementBreached', 'RemediesInformed')
        .events()[1]?.data;
    expect(routesOf(agreedInWriting([wages], { typeCode: 'DSP-LAB' }))).toMatchObject({
      routes: ['COURT', 'PAYMENT_ORDER'],
    });
    expect(routesOf(agreedInWriting([{ ...wages, dueOn: '2026-04-20' }]))).toMatchObject({ routes: ['COURT'] });
    const soon = agreedInWriting([friday], { typeCode: 'DSP-MAS' });
    expect(fire(fired(soon)).events()[1]?.data).toMatchObject({ routes: ['COURT', 'CONFIRMATION'] });
    const oral = fire(
      fired(
        mediations
          .held({ typeCode: 'DSP-LAB' })
          .after(
            { type: 'RecordOralAgreement', data: { terms: [{ ...friday, amount: 800_000 }], content: 'wages' } },
            { now: at('03-12 15:40') },
          ),
      ),
    );
    expect(oral.events()[1]?.data).toMatchObject({ routes: ['COURT'] });
  });
});

describe('performance is written down', () => {
  const now = at('03-20 10:00');

  it('term by term, and with the last the agreement is fulfilled', () => {
    const first = agreedOrally(friday, saturday).when(perform(2), { now });
    first.then('TermPerformed').thenData('TermPerformed', { term: 2, performedOn: '2026-03-20', by: 'anna' });
    expect(rungs(first)).toEqual([['performance', 1, 'URGE', at('03-20 17:30')]]);
    const both = agreedOrally(friday, saturday).after(perform(2), { now }).when(perform(1), { now });
    both.then('TermPerformed', 'AgreementFulfilled');
    expect(timetable(both)).toMatchObject({ stage: 'FULFILLED', rungs: [], closed: true });
    both.after(perform(1), { now }).after(perform(2), { now }).when(perform(2), { now }).then();
  });

  it('after urging too', () => {
    fired(agreedOrally(friday))
      .when(perform(1), { now: at('03-27 17:30') })
      .then('TermPerformed', 'AgreementFulfilled');
  });

  it('after a breach, which it does not undo', () => {
    const later = { now: at('04-10 10:00') };
    const broken = fired(fired(agreedOrally(friday, term({ term: 2, dueOn: '2026-06-30' }))));
    const mended = broken.after(perform(1), later).when(perform(2), later);
    mended.then('TermPerformed');
    expect(timetable(mended)).toMatchObject({ stage: 'BREACHED', closed: true });
  });

  it('as somebody says who does not owe it himself', () => {
    agreedOrally(friday)
      .when(perform(1, { saidBy: 'li' }), { now })
      .thenData('TermPerformed', { saidBy: 'li' });
    agreedOrally(friday)
      .when(perform(1, { saidBy: 'wang' }), { now })
      .thenRejected('OBLIGORS_OWN_WORD', { field: 'saidBy', party: 'wang' });
    agreedOrally(friday)
      .when(perform(1, { saidBy: 'zhao' }), { now })
      .thenRejected('NOT_A_PARTY', { field: 'saidBy' });
  });

  it('of terms that there are, on days between the agreement and today', () => {
    agreedOrally(friday).when(perform(2), { now }).thenRejected('NO_SUCH_TERM', { term: 2 });
    agreedOrally(friday)
      .when(perform(1, { performedOn: '2026-03-21' }), { now })
      .thenRejected('PERFORMED_IN_THE_FUTURE');
    agreedOrally(friday)
      .when(perform(1, { performedOn: '2026-03-11' }), { now })
      .thenRejected('PERFORMED_BEFORE_AGREEMENT', { effectiveOn: '2026-03-12' });
    agreedOrally(friday)
      .when(perform(1, { performedOn: '2026-03-12' }), { now })
      .then('TermPerformed', 'AgreementFulfilled');
    held().when(perform(1), { now }).thenRejected('NOTHING_AGREED');
    mediations.none().when(perform(1), { now }).thenRejected('MEDIATION_NOT_FOUND');
  });
});

describe('the follow-up', () => {
  it('begins with the agreement and needs nothing but the log', () => {
    const states = agreedInWriting([friday])
      .history()
      .reduce<Mediation[]>(
        (past, event) => [...past, agreementProcess.evolve(past.at(-1)!, event)],
        [agreementProcess.initialState],
      );
    const open = states.map((state) => !agreementProcess.timetable(state).closed);
    expect(open.indexOf(true)).toBe(open.length - 1);
  });

  it('tells whoever mediated in the end', () => {
    const replaced = held()
      .after(offer('bo'), { mediator: registered('bo') })
      .after(answer('li'))
      .after(answer('wang'))
      .after({ type: 'RecordOralAgreement', data: { terms: [friday], content: 'x' } }, { now: at('03-12 15:40') });
    fire(replaced).thenData('PerformanceUrged', { to: [{ cadreId: 'bo' }] });
  });
});
