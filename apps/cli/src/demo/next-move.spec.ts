import { describe, expect, it } from '@jest/globals';
import { demoMatters } from '#demo-county';
import { CURRENT_POLICY } from '#policy';
import { dueOf, fromIso, toIso } from '#working-time';
import { fateOf, type Fate } from './fate.js';
import type { Outlook } from './move.js';
import { nextMove } from './next-move.js';
import type { SeenCase, SeenClock, SeenEvent } from './seen-case.js';
import type { SeenMediation } from './seen-mediation.js';

const at = (time: string) => fromIso(`2026-03-${time}:00+08:00`);
const [matter] = demoMatters({ count: 1, from: at('02T08:00'), to: at('16T08:00'), policy: CURRENT_POLICY });
const fate: Fate = { ...fateOf(matter!, 1), lapses: {}, shares: { ack: 0.5, resolve: 0.5 }, notes: 0 };
const { exit: _exit, decline: _decline, suspended: _suspended, ...plain } = { ...fate, raised: false, extends: false };
const outlook: Outlook = { fate: plain, now: at('02T09:00'), panel: [], mediators: ['S1', 'S2'] };

const ack: SeenClock = {
  ...{ step: 'ack', round: 1, attempt: 1, limit: { unit: 'WH', n: 4 }, fired: [] },
  ...{ startedAt: at('02T08:50'), dueAt: dueOf(CURRENT_POLICY.calendar, { unit: 'WH', n: 4 }, at('02T08:50')).at },
  rungs: [
    { level: 'E1', at: at('02T14:20') },
    { level: 'E2', at: at('02T16:20') },
    { level: 'E3', at: at('03T08:50') },
  ],
};
const seen = (more: Partial<SeenCase>): SeenCase => ({
  ...{ caseId: 'c1', caseNo: 'T01-1', revision: 3, typeCode: 'DSP-NBR', dispute: true, stage: 'ASSIGNED', tier: 'V' },
  ...{ round: 1, handler: 'C1', township: 'T01', centre: 'T01-STABILITY_MEDIATION', countyCentre: 'K-MEDIATION' },
  ...{ parties: ['li', 'wang'], violent: false, clocks: [ack], timeline: [] },
  ...more,
});
const event = (type: string, data: SeenEvent['data'] = {}, when = at('02T08:00')): SeenEvent => ({
  type,
  at: when,
  by: 'C1',
  data,
});

const agreement: SeenMediation = {
  ...{ mediationId: 'c1-m1', revision: 9, stage: 'PERFORMING', parties: ['li', 'wang'], consented: ['li', 'wang'] },
  ...{ refused: [], sessions: [], writtenOnly: false, owed: [] },
};

describe('what somebody does next', () => {
  it('is done after the share of its limit that fate gives it, in office hours', () => {
    const move = nextMove(seen({}), {}, outlook);
    expect(move).toMatchObject({ by: 'HANDLER', type: 'Acknowledge' });
    expect(toIso(move?.at ?? 0)).toContain('T10:50');
  });

  it('waits for the rung that fate lets lapse, and the leader comes first once it has come to him', () => {
    const lapsing = { ...outlook, fate: { ...plain, lapses: { 'ack/1': { past: 'E2' as const, minutes: 60 } } } };
    expect(toIso(nextMove(seen({}), {}, lapsing)?.at ?? 0)).toContain('T17:20');

    const escalated = seen({
      clocks: [{ ...ack, fired: ['E1', 'E2'], rungs: ack.rungs.slice(2) }],
      timeline: [event('CaseEscalated', { step: 'ack', level: 'E2' }, at('02T16:20'))],
    });
    const now = at('02T16:30');
    expect(nextMove(escalated, {}, { ...lapsing, now })).toMatchObject({ by: 'DEPUTY', type: 'TakeEscalationAction' });
  });

  it('takes a dispute to mediation, and to its end once it is agreed', () => {
    const handling = seen({ stage: 'IN_PROGRESS', clocks: [] });
    expect(nextMove(handling, {}, outlook)).toMatchObject({ type: 'StartMediation', by: 'HANDLER' });
    const agreed = seen({ ...handling, timeline: [event('MediationConcluded', { outcome: 'AGREED' })] });
    expect(nextMove(agreed, {}, outlook)).toMatchObject({ type: 'ResolveCase', data: { outcome: 'AGREED' } });
    const violent = seen({ ...handling, violent: true });
    expect(nextMove(violent, {}, outlook)).toMatchObject({ data: { outcome: 'NOT_AGREED_GUIDED' } });
  });

  it('asks each party for consent, one refusal being enough', () => {
    const mediation = {
      ...{
        mediationId: 'c1-m1',
        revision: 0,
        stage: 'PROPOSED',
        parties: ['li', 'wang'],
        refused: [],
        sessions: [],
        owed: [],
      },
      writtenOnly: false,
    };
    const ask = (consented: readonly string[], course: Fate['courses'][number]) =>
      nextMove(
        seen({ stage: 'IN_MEDIATION', clocks: [], timeline: [event('MediationRequested')] }),
        { mediation: { ...mediation, consented } },
        { ...outlook, fate: { ...plain, courses: [course] } },
      )?.data;
    expect(ask([], 'DECLINED')).toEqual({ party: 'li', consents: true });
    expect(ask(['li'], 'DECLINED')).toEqual({ party: 'wang', consents: false });
    expect(ask(['li'], 'ORAL')).toEqual({ party: 'wang', consents: true });
  });

  it('fixes a session for a later working day than the one on which it is fixed', () => {
    const mediation = {
      ...{
        mediationId: 'c1-m1',
        revision: 6,
        stage: 'SCHEDULED',
        parties: ['li', 'wang'],
        refused: [],
        sessions: [],
        owed: [],
      },
      ...{ consented: ['li', 'wang'], mediator: 'S1', writtenOnly: false },
    };
    const inMediation = seen({ stage: 'IN_MEDIATION', clocks: [], timeline: [event('MediationRequested')] });
    const evening = { ...outlook, now: at('02T17:10') };
    const move = nextMove(inMediation, { mediation }, evening);
    expect(toIso(move?.at ?? 0)).toContain('03-03T08:');
    expect(toIso(Number(move?.data['startsAt']))).toContain('03-04T');
  });

  it('offers the next tier to the parties who have not answered yet, and never against fate', () => {
    const offered = event('NextTierOffered', { parties: ['li', 'wang'] });
    const answered = event('TierOfferAnswered', { party: 'li', accepts: true });
    const handling = seen({ stage: 'IN_PROGRESS', clocks: [], timeline: [offered, answered] });
    expect(nextMove(handling, {}, { ...outlook, fate: { ...plain, takesNextTier: true } })).toMatchObject({
      type: 'AnswerTierOffer',
      data: { party: 'wang', accepts: true },
    });
  });

  it('is to keep one’s word on its day, once urged, or never', () => {
    const closed = seen({ stage: 'CLOSED', clocks: [], timeline: [] });
    const owed = { term: 1, dueOn: '2026-03-10', dueAt: at('10T17:30'), urged: false };
    const promising = (keepsWord: Fate['keepsWord'], urged = false, now = at('02T09:00')) =>
      nextMove(
        closed,
        { mediation: { ...agreement, owed: [{ ...owed, urged }] } },
        {
          ...{ ...outlook, now, fate: { ...plain, keepsWord } },
        },
      );
    expect(promising('NEVER')).toBeUndefined();
    expect(promising('IN_TIME')).toMatchObject({ at: at('10T10:00'), type: 'RecordPerformance', on: 'mediation' });
    expect(promising('IN_TIME')?.data).toEqual({ term: 1, performedOn: '2026-03-10' });
    expect(promising('ONCE_URGED')?.at).toBeGreaterThan(at('10T17:30'));
    expect(toIso(promising('ONCE_URGED', true, at('11T09:00'))?.at ?? 0)).toContain('2026-03-11');
  });
});
