import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Subject } from '#access/domain';
import type { AnyEvent } from '#kernel';
import { at, cases, PLACE } from '../../../cases/src/domain/case.fixture.js';
import { disputes } from '../../../cases/src/domain/dispute.fixture.js';
import { followUp, mediations, perform, term } from '../../../mediation/src/domain/mediation.fixture.js';
import { AgreementBoard } from './agreement-board.js';
import { CadreNames } from './cadre-names.js';
import type { FollowUpQuery } from './boards.requests.js';
import { FollowUpCalendar } from './follow-up-calendar.js';
import { ShownCounty } from './shown-county.fixture.js';
import { TaskBoard } from './task-board.js';

type Walk = ReturnType<typeof mediations.none>;
const inVillage8 = {
  intake: { caseNo: 'T01-20260309-0002', reviewDraw: 0, place: { ...PLACE, villageIds: ['T01-V08'] } },
};

/** A dispute that was agreed on by `anna`, and what has become of that. */
const agreed = (caseId: string, walk: Walk, where = {}): Readonly<Record<string, readonly AnyEvent[]>> => ({
  [`case-${caseId}`]: [
    ...disputes.inMediation({ caseId }, where).history(),
    {
      type: 'MediatorAppointed',
      occurredAt: at('03-10 11:00'),
      data: { mediationId: `${caseId}-m1`, mediatorId: 'anna', round: 1 },
    },
  ],
  [`mediation-${caseId}-m1`]: walk
    .history()
    .map((event) => ({ ...event, data: { ...event.data, caseId, mediationId: `${caseId}-m1` } })),
});

const friday = term({ dueOn: '2026-03-20' });
const later = term({ term: 2, dueOn: '2026-04-30' });
const urge = followUp('URGE', '03-20 17:30');
const urged = () => mediations.agreedOrally(friday).after(urge, { now: at('03-20 17:30') });
const written = {
  ...agreed('half', mediations.agreedOrally(friday, later).after(perform(1), { now: at('03-20 10:00') })),
  ...agreed('urged', urged()),
  ...agreed('done', mediations.agreedOrally(friday).after(perform(1), { now: at('03-20 10:00') })),
  ...agreed('broken', urged().after(followUp('BREACH', '03-27 17:30'), { now: at('03-27 17:30') })),
  ...agreed('signed', mediations.agreedInWriting([term({ dueOn: '2026-04-10' })])),
  'case-called': cases.resolved({ caseId: 'called' }).history(),
  ...agreed('next', mediations.agreedOrally(term({ dueOn: '2026-04-10' })), inVillage8),
};

const deputy: Subject = { id: 'deputy', role: 'DEPUTY_LEADER', path: '/county/T01' };
const village8: Subject = { id: 'bo', role: 'RESIDENT_INSTRUCTOR', path: '/county/T01/T01-V08' };

let county: ShownCounty;
beforeAll(async () => {
  county = await ShownCounty.at(at('03-21 10:00'), written);
});
afterAll(() => county.close());

describe('the board of agreements', () => {
  const board = (subject: Subject, wanted = {}) =>
    new AgreementBoard(county.models, county.clock, new CadreNames(county.models, county.vault)).read(
      { limit: 50, ...wanted },
      subject,
    );
  const shown = async (subject: Subject, wanted = {}) =>
    (await board(subject, wanted)).items.map(({ caseId, term: number, dueAt, urged: told }) => [
      ...[caseId, number, dueAt.slice(0, 16), told],
    ]);

  it('shows what is not done yet by the day it is looked at, and not what is done or broken', async () => {
    expect(await shown(deputy)).toEqual([
      ['urged', 1, '2026-03-27T17:30', true],
      ['next', 1, '2026-04-10T17:30', false],
      ['signed', 1, '2026-04-10T17:30', false],
      ['half', 2, '2026-04-30T17:30', false],
    ]);
    expect((await board(deputy)).items[0]).toMatchObject({
      ...{ dueOn: '2026-03-20', typeCode: 'DSP-WTR', mediationId: 'urged-m1' },
      mediator: { kind: 'CADRE', id: 'anna', name: '陈某0001' },
    });
  });

  it('shows each what he may see, page by page', async () => {
    expect(await shown(village8)).toEqual([['next', 1, '2026-04-10T17:30', false]]);
    expect(await shown(deputy, { township: 'X03' })).toEqual([]);
    const first = await board(deputy, { limit: 2 });
    const second = await board(deputy, { limit: 2, cursor: first.next });
    expect([...first.items, ...second.items].map(({ caseId }) => caseId)).toEqual(['urged', 'next', 'signed', 'half']);
    expect(second.next).toBeUndefined();
  });
});

describe('the calendar of what follows', () => {
  const calendar = async (wanted: FollowUpQuery, subject: Subject = deputy) =>
    (await new FollowUpCalendar(county.models, county.clock).read(wanted, subject)).items.map(
      ({ caseId, kind, day, term: number, urged: told }) => [caseId, kind, day, number, told],
    );

  it('holds terms, windows of the court and calls back, by the day', async () => {
    expect(await calendar({ from: '2026-03-20', to: '2026-05-01' })).toEqual([
      ['urged', 'TERM', '2026-03-20', 1, true],
      ['next', 'TERM', '2026-04-10', 1, false],
      ['signed', 'TERM', '2026-04-10', 1, false],
      ['signed', 'CONFIRMATION', '2026-04-13', null, null],
      ['half', 'TERM', '2026-04-30', 2, false],
    ]);
    expect(await calendar({ from: '2026-03-10', to: '2026-03-16' })).toEqual([
      ['called', 'REVIEW', '2026-03-12', null, null],
    ]);
  });

  it('shows each what he may see, of days that are not too many', async () => {
    expect(await calendar({ from: '2026-03-20', to: '2026-05-01' }, village8)).toEqual([
      ['next', 'TERM', '2026-04-10', 1, false],
    ]);
    await expect(calendar({ from: '2026-03-20', to: '2026-09-01' })).rejects.toThrow('PERIOD_INVALID');
  });
});

describe('what was urged', () => {
  it('is a task of whoever mediated until it is done or broken', async () => {
    const tasksOf = async (subject: Subject) =>
      (await new TaskBoard(county.models, county.clock).read(subject, 50)).items.filter(
        ({ what }) => what === 'performance',
      );
    const anna: Subject = { id: 'anna', role: 'MEDIATOR', path: '/county/T01' };
    expect(await tasksOf(anna)).toMatchObject([
      { caseId: 'urged', as: 'MEDIATOR', dueAt: '2026-03-27T17:30:00+08:00', when: 'LATER', level: null },
    ]);
    expect(await tasksOf({ ...anna, id: 'bo' })).toEqual([]);
  });
});
