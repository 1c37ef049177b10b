import { afterEach, describe, expect, it } from '@jest/globals';
import type { Subject } from '#access/domain';
import type { CadreId, CaseCommand, CaseEvent } from '#cases/domain';
import { SqliteEventStore } from '#event-store';
import type { AnyEvent } from '#kernel';
import { at, cadre, cases, PLACE, register } from '../../../cases/src/domain/case.fixture.js';
import { FigureCounts } from './figure-counts.js';
import { Figures } from './figures.js';
import type { FiguresQuery } from './figures.requests.js';
import { StandingCounts } from './standing-counts.js';
import { ShownCounty } from './shown-county.fixture.js';

const supervisor: Subject = { id: 'sue', role: 'COUNTY_SUPERVISOR', path: '/county' };
const orgDept: Subject = { id: 'org', role: 'ORG_DEPT', path: '/county' };
const deputy: Subject = { id: 'deputy', role: 'DEPUTY_LEADER', path: '/county/T01' };

const X03 = { ...PLACE, townshipId: 'X03', villageIds: ['X03-V01'] };
const inX03 = { intake: { caseNo: 'X03-20260309-0001', reviewDraw: 0, place: X03 } };

let county: ShownCounty;
let log: SqliteEventStore;
const shown = async (histories: Readonly<Record<string, readonly AnyEvent[]>>, now = at('04-01 00:00')) => {
  county = await ShownCounty.at(now, histories);
  log = SqliteEventStore.open(':memory:', { clock: county.clock });
  const figures = new Figures(
    county.models,
    new FigureCounts(county.models),
    new StandingCounts(county.models),
    log,
    county.clock,
  );
  return (query: Partial<FiguresQuery> = {}, subject: Subject = supervisor) =>
    figures.read({ by: 'county', from: '2026-03-01', to: '2026-04-01', ...query }, subject);
};
afterEach(async () => {
  await county.close();
  await log.close();
});

const rated = (caseId: string, rating: number): AnyEvent => ({
  type: 'ReviewAnswered',
  occurredAt: at('03-10 10:00'),
  data: {
    ...{ caseId, round: 1, party: 'li', rating, reason: 'RESULT', channel: 'CALL', by: 'clerk' },
    settled: { lowest: rating, answered: 1, asked: 1 },
  },
});

/** A dispute that was mediated at the village; the rest of its life does not matter here. */
const mediated = (caseId: string, outcome: string): readonly AnyEvent[] => [
  cases.registered({ caseId, typeCode: 'DSP-WTR' }).history()[0] as CaseEvent,
  {
    type: 'MediationConcluded',
    occurredAt: at('03-12 15:40'),
    data: { mediationId: `${caseId}-m1`, outcome, tier: 'V', clocks: [] },
  },
];

/** A dispute whose agreement was fulfilled or broken. */
const agreed = (caseId: string, outcome: 'AgreementFulfilled' | 'AgreementBreached', fields = {}) => {
  const ids = { mediationId: `${caseId}-m1`, caseId };
  const registered = cases.registered({ caseId, typeCode: 'DSP-WTR' }).history()[0] as CaseEvent;
  const followUp = { checks: [], confirmation: { due: { at: at('03-20 24:00') }, remindAt: at('03-13 09:00') } };
  return {
    [`case-${caseId}`]: [{ ...registered, data: { ...registered.data, ...fields } } as AnyEvent],
    [`mediation-${caseId}-m1`]: [
      { type: 'AgreementEffective', occurredAt: at('03-12 15:40'), data: { ...ids, terms: [], followUp } },
      { type: outcome, occurredAt: at('03-27 17:30'), data: ids },
      ...(caseId === 'a' ? [{ type: 'ConfirmationGranted', occurredAt: at('03-28 10:00'), data: ids }] : []),
    ],
  };
};

describe('figures of a period', () => {
  it('hold the check vector of the specification: 1,742 agreed of 1,765 concluded are 98.7 %', async () => {
    const outcomes = Array.from({ length: 1_765 }, (_, n) => (n < 1_742 ? 'AGREED' : n % 2 ? 'FAILED' : 'TERMINATED'));
    const histories = outcomes.map((outcome, n) => [`case-d${n}`, mediated(`d${n}`, outcome)] as const);
    const out = ['DECLINED', 'DECLINED'].map((outcome, n) => [`case-o${n}`, mediated(`o${n}`, outcome)] as const);
    const figures = await shown(Object.fromEntries([...histories, ...out]));
    const { groups } = await figures();
    expect(groups[0]?.M06).toEqual({ numerator: 1_742, denominator: 1_765, value: 1_742 / 1_765, shown: '98.7 %' });
    expect(groups[0]?.M08.village).toMatchObject({ numerator: 1_742, denominator: 1_742 });
  });

  it('say what was on time, how fast, and how satisfied people are, each with what it is of', async () => {
    const figures = await shown({
      'case-a': cases.resolved({ caseId: 'a' }).history(),
      'review-a-1': [rated('a', 4)],
      'case-b': cases.inProgress({ caseId: 'b' }).history(),
    });
    const { groups, M30, sealed } = await figures();
    expect(groups).toHaveLength(1);
    const [all] = groups;
    expect(all?.M01).toBe(2);
    expect(all?.M02.map(({ step, shown: text }) => [step, text])).toEqual([
      ['accept', '100.0 %'],
      ['ack', '100.0 %'],
      ['assign', '100.0 %'],
      ['resolve', '50.0 %'],
      ['respond', '100.0 %'],
      ['review', '0.0 %'],
    ]);
    expect(all?.M04).toMatchObject({ median: 0, p90: 0, of: 2, claimed: { numerator: 0, denominator: 2 } });
    expect(all?.M05).toMatchObject({ numerator: 1, denominator: 2 });
    expect(all?.M09).toMatchObject({ numerator: 1, denominator: 1, shown: '100.0 %' });
    expect(all?.coverage).toMatchObject({ numerator: 1, denominator: 1 });
    expect(all?.M03).toEqual({ E1: 2, E2: 0, E3: 0, total: 2 });
    expect(sealed).toBe('COUNTED');
    expect(M30).toEqual([
      { projection: 'case-board', lagMs: 0 },
      { projection: 'county-figures', lagMs: 0 },
    ]);
  });

  it('say what of the agreements was performed, and what the court confirmed', async () => {
    const figures = await shown({
      ...agreed('a', 'AgreementFulfilled'),
      ...agreed('b', 'AgreementFulfilled'),
      ...agreed('c', 'AgreementBreached'),
    });
    const [all] = (await figures()).groups;
    expect(all?.M07).toMatchObject({ numerator: 2, denominator: 3, shown: '66.7 %' });
    expect(all?.M12).toMatchObject({ numerator: 1, denominator: 3 });
    const [before] = (await figures({ to: '2026-03-20' })).groups;
    expect([before?.M07.denominator, before?.M12.denominator]).toEqual([0, 0]);
    expect((await figures({ to: '2026-03-22' })).groups[0]?.M12.denominator).toBe(3);
  });

  it('have no rate where there is nothing to take it of', async () => {
    const figures = await shown({});
    const { groups } = await figures();
    expect(groups[0]).toMatchObject({ M01: 0, M02: [], M05: { denominator: 0, value: null, shown: '—' } });
    expect(groups[0]?.M04).toMatchObject({ median: null, p90: null, of: 0 });
  });

  it('are cut by township, village, type and cadre', async () => {
    const figures = await shown({
      'case-a': cases.inProgress({ caseId: 'a' }).history(),
      'case-b': cases.registered({ caseId: 'b' }, inX03).history(),
    });
    const counts = async (query: Partial<FiguresQuery>, subject?: Subject) =>
      (await figures(query, subject)).groups.map(({ key, M01 }) => [key, M01]);
    expect(await counts({ by: 'township' })).toEqual([
      ['T01', 1],
      ['X03', 1],
    ]);
    expect(await counts({ by: 'village', within: '/county/X03' })).toEqual([['X03-V01', 1]]);
    expect(await counts({ by: 'type' })).toEqual([['REQ-INF', 2]]);
    expect(await counts({ by: 'cadre' })).toEqual([['anna', 1]]);
    expect(await counts({ cadre: 'anna' })).toEqual([['/county', 1]]);
    expect(await counts({}, deputy)).toEqual([['/county/T01', 1]]);
    expect(await counts({ by: 'township' }, orgDept)).toHaveLength(2);
  });

  it('are of the asker’s own place only, and of a period that is one', async () => {
    const figures = await shown({});
    await expect(figures({ within: '/county/X03' }, deputy)).rejects.toThrow('NOT_FOUND');
    await expect(figures({ within: '/county' }, deputy)).rejects.toThrow('NOT_FOUND');
    await expect(figures({ from: '2026-04-01' })).rejects.toThrow('PERIOD_INVALID');
    await expect(figures({ from: '2020-01-01' })).rejects.toThrow('PERIOD_INVALID');
  });
});

describe('how things stand', () => {
  const due = (step: string, level: string, when: string, caseId: string): AnyEvent => ({
    type: level === 'E1' ? 'StepOverdue' : 'CaseEscalated',
    occurredAt: at(when),
    data: { step, round: 1, attempt: 1, level, to: [], clocks: [], caseId },
  });
  const rungs = cases.registered({ caseId: 'r' }).history();
  const accepted = cases.accepted({ caseId: 'r' }, { now: at('03-09 09:00') }).history();

  it('counts dangers by colour, with the days since somebody looked and the looks that were missed', async () => {
    const looked = cases.inProgress({ caseId: 'a' }).history();
    const missed: AnyEvent = {
      type: 'RiskCheckMissed',
      occurredAt: at('03-30 00:00'),
      data: { level: 'BLUE', dueAt: at('03-30 00:00'), to: [], watch: {} },
    };
    const checked: AnyEvent = {
      type: 'RiskChecked',
      occurredAt: at('03-22 00:00'),
      data: { level: 'BLUE', by: 'anna' },
    };
    const figures = await shown({
      'case-a': [...looked, missed],
      'case-b': [...cases.inProgress({ caseId: 'b' }).history(), checked],
      'case-closed': cases
        .resolved({ caseId: 'closed' })
        .after({ type: 'ConcludeReview', data: { round: 1, rating: 5 } })
        .history(),
    });
    const [all] = (await figures()).groups;
    expect(all?.M22).toEqual([
      {
        ...{ level: 'BLUE', open: 2, missed: 1, coverage: expect.objectContaining({ numerator: 2, denominator: 2 }) },
        ...{ meanDaysSinceCheck: (22.625 + 10) / 2, longestDaysSinceCheck: 22.625 },
      },
    ]);
  });

  it('weighs the heaviest load against the median of those who have any', async () => {
    const of = (caseId: string, handler: string) =>
      cases
        .inProgress({ caseId })
        .history()
        .map((event) =>
          event.type === 'CaseAssigned' ? { ...event, data: { ...event.data, handler } } : event,
        ) as readonly AnyEvent[];
    const figures = await shown({
      ...{ 'case-a': of('a', 'anna'), 'case-b': of('b', 'anna'), 'case-c': of('c', 'anna') },
      ...{ 'case-d': of('d', 'bo'), 'case-e': of('e', 'cai') },
    });
    // three cases of P3 are 6, one is 2
    expect((await figures()).groups[0]?.M26).toEqual({ max: 6, median: 2, value: 3, of: 3 });
    expect((await figures({ within: '/county/T01/T01-V09' })).groups[0]?.M26).toEqual({
      ...{ max: null, median: null, value: null, of: 0 },
    });
  });

  it('finds the village where one type comes suddenly often', async () => {
    const registered = (caseId: string, when: string) =>
      cases
        .none({ now: at(when) })
        .after({ ...register({ caseId }) })
        .history();
    const many = Object.fromEntries(
      ['03-20 09:00', '03-22 09:00', '03-25 09:00'].map((when, n) => [`case-h${n}`, registered(`h${n}`, when)]),
    );
    const figures = await shown({ ...many, 'case-x': cases.registered({ caseId: 'x' }, inX03).history() });
    const [all] = (await figures()).groups;
    expect(all?.M27).toMatchObject({
      spots: [{ village: 'T01-V07', type: 'REQ-INF', count: 3, mean: (3 * 14) / 90 }],
      share: { numerator: 1, denominator: 2 },
    });
    // two weeks later it is quiet again
    await county.close();
    await log.close();
    const later = await shown(many, at('04-15 00:00'));
    expect((await later({ to: '2026-04-15' })).groups[0]?.M27.spots).toEqual([]);
  });

  it('counts what was reminded and went up, and how long until it was over', async () => {
    const figures = await shown({
      'case-r': [
        ...rungs,
        due('accept', 'E1', '03-10 17:30', 'r'),
        due('accept', 'E2', '03-11 17:30', 'r'),
        ...accepted.slice(1).map((event) => ({ ...event, occurredAt: at('03-11 19:30') })),
        due('assign', 'E1', '03-12 10:00', 'r'),
      ],
    });
    // accept was over 26 and 2 hours after its rungs; the assignment is still owed
    expect((await figures()).groups[0]?.M28).toMatchObject({
      ...{ E1: 2, E2: 1, E3: 0, meanHoursToClear: 14 },
      cleared: { numerator: 2, denominator: 3 },
    });
    expect((await figures({ to: '2026-03-11' })).groups[0]?.M28).toMatchObject({ E1: 1, E2: 0 });
  });
});

describe('a small group', () => {
  const gambling = cases.registered({ caseId: 'x', typeCode: 'RPT-GMB' }).history();

  it('never holds a sealed case: that one counts in the whole county only', async () => {
    const figures = await shown({ 'case-x': gambling });
    expect((await figures()).groups[0]?.M01).toBe(1);
    for (const query of [{ by: 'township' }, { by: 'type' }, { type: 'RPT-GMB' }, { within: '/county/T01' }] as const) {
      const { groups, sealed } = await figures(query);
      expect([groups.reduce((sum, { M01 }) => sum + M01, 0), sealed]).toEqual([0, 'LEFT_OUT']);
    }
  });

  it('does not tell how a confidential case ended', async () => {
    const family = mediated('f', 'AGREED').map((event) =>
      event.type === 'CaseRegistered' ? { ...event, data: { ...(event.data as object), confidentiality: 'C' } } : event,
    );
    const figures = await shown({ 'case-f': family, 'case-g': mediated('g', 'FAILED') });
    const [ofType] = (await figures({ by: 'type' })).groups;
    expect(ofType?.M06).toEqual({ numerator: null, denominator: null, value: null, shown: '<5', withheld: true });
    expect((await figures({ by: 'township' })).groups[0]?.M06.shown).toBe('50.0 %');
  });

  it('does not tell whether a confidential agreement was performed', async () => {
    const figures = await shown(agreed('a', 'AgreementBreached', { confidentiality: 'C' }));
    const [ofType] = (await figures({ by: 'type' })).groups;
    expect(ofType).toMatchObject({ M07: { shown: '<5', withheld: true }, M12: { shown: '<5', withheld: true } });
    expect((await figures()).groups[0]?.M07.shown).toBe('0.0 %');
  });

  it('does not tell how one cadre was rated', async () => {
    const figures = await shown({ 'case-a': cases.resolved({ caseId: 'a' }).history(), 'review-a-1': [rated('a', 2)] });
    const [anna] = (await figures({ by: 'cadre' })).groups;
    expect(anna).toMatchObject({ key: 'anna', M09: { shown: '<5', withheld: true }, M05: { shown: '100.0 %' } });
  });
});

describe('paperwork and what is solved', () => {
  const agent: CadreId = 'anna';
  const doneAtOnce = (caseId: string, when: number, saving?: number): readonly AnyEvent[] => {
    const registered = cases.registered(
      { caseId, typeCode: 'AGY-IMM' },
      { intake: { caseNo: 'n', reviewDraw: 99, place: PLACE } },
    );
    const done = registered.after(
      { type: 'HandleImmediately', data: { outcome: 'SOLVED', result: 'done', skillsUsed: [] } },
      { now: when, actor: cadre(agent) },
    );
    if (saving === undefined) return done.history();
    const record: CaseCommand = { type: 'RecordSaving', data: { trips: saving, days: 0 } };
    return done.after(record, { now: when, actor: cadre(agent) }).history();
  };

  it('say how many were in time and what they saved (M20), and how many cases were solved (M21)', async () => {
    const figures = await shown({
      'case-a': doneAtOnce('a', at('03-09 09:10'), 2),
      'case-b': doneAtOnce('b', at('03-09 09:20'), 1),
      'case-c': doneAtOnce('c', at('03-10 09:00')),
      'case-other': cases.resolved({ caseId: 'other' }).history(),
      'case-before': doneAtOnce('before', at('02-09 09:10'), 9),
    });
    const [all] = (await figures()).groups;
    expect(all?.M20).toEqual({
      onTime: { numerator: 3, denominator: 3, value: 1, shown: '100.0 %' },
      savingFen: 6_000,
      savedBy: 2,
    });
    expect(all?.M21).toMatchObject({ numerator: 3, denominator: 3 });
    expect((await figures({ within: '/county/T02' })).groups[0]?.M20).toMatchObject({ savingFen: 0, savedBy: 0 });
  });
});
