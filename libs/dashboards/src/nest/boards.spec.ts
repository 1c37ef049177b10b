import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Subject } from '#access/domain';
import { at, cases, director, PLACE } from '../../../cases/src/domain/case.fixture.js';
import { CadreNames } from './cadre-names.js';
import { OverdueBoard, type OverdueWanted } from './overdue-board.js';
import { ShownCounty } from './shown-county.fixture.js';
import { TaskBoard } from './task-board.js';

const X03 = { ...PLACE, townshipId: 'X03', villageIds: ['X03-V01'], centre: 'X03-RURAL_GUIDANCE' };

/** All written on Monday 9 March 2026, 09:00. */
const written = {
  // accept due Tuesday 17:30
  'case-new': cases.registered({ caseId: 'new' }),
  // assign due 15:00, E2 at 17:00
  'case-unassigned': cases
    .accepted({ caseId: 'unassigned' })
    .after(
      { type: 'Escalate', data: { step: 'assign', round: 1, attempt: 1, level: 'E2', at: at('03-09 17:00') } },
      { now: at('03-09 17:00'), actor: director },
    ),
  // ack due 15:00 by anna
  'case-assigned': cases.assigned({ caseId: 'assigned' }),
  // respond due Tuesday 17:30 by anna, resolve on the 18th
  'case-acknowledged': cases.acknowledged({ caseId: 'acknowledged' }),
  'case-sealed': cases.registered({ caseId: 'sealed', typeCode: 'RPT-GMB' }),
  'case-foreign': cases.registered(
    { caseId: 'foreign' },
    { intake: { caseNo: 'X03-20260309-0001', reviewDraw: 0, place: X03 } },
  ),
};

const deputy: Subject = { id: 'deputy', role: 'DEPUTY_LEADER', path: '/county/T01' };
const head: Subject = { id: 'head', role: 'CENTRE_DIRECTOR', path: '/county/T01', unit: 'T01-RURAL_GUIDANCE' };
const anna: Subject = { id: 'anna', role: 'RESIDENT_INSTRUCTOR', path: '/county/T01/T01-V07' };

let county: ShownCounty;
beforeAll(async () => {
  const histories = Object.entries(written).map(([stream, walk]) => [stream, walk.history()] as const);
  county = await ShownCounty.at(at('03-09 14:00'), Object.fromEntries(histories));
});
afterAll(() => county.close());

describe("somebody's own tasks", () => {
  const tasks = (subject: Subject, limit = 50, cursor?: string) =>
    new TaskBoard(county.models, county.clock).read(subject, limit, cursor);

  it('are what he leads, by due, and when that is', async () => {
    const { items, counts } = await tasks(anna);
    expect(items.map(({ caseId, what, as, when }) => [caseId, what, as, when])).toEqual([
      ['assigned', 'ack', 'LEAD', 'TODAY'],
      ['acknowledged', 'respond', 'LEAD', 'LATER'],
      ['acknowledged', 'resolve', 'LEAD', 'LATER'],
      ['assigned', 'resolve', 'LEAD', 'LATER'],
    ]);
    expect(counts).toEqual({ now: 0, today: 1, later: 3 });
  });

  it('are, for the head of a unit, what waits to be accepted and assigned there', async () => {
    const { items } = await tasks(head);
    expect(items.map(({ caseId, what, as }) => [caseId, what, as])).toEqual([
      ['sealed', 'accept', 'HEAD'],
      ['unassigned', 'assign', 'HEAD'],
      ['new', 'accept', 'HEAD'],
    ]);
    expect((await tasks({ ...head, unit: 'X03-RURAL_GUIDANCE', path: '/county/X03' })).items).toHaveLength(1);
  });

  it('come page by page, each once', async () => {
    const first = await tasks(anna, 3);
    const second = await tasks(anna, 3, first.next);
    expect([first.items.length, second.items.length, second.next]).toEqual([3, 1, undefined]);
    expect(second.items[0]?.what).toBe('resolve');
  });

  it('are nobody else’s', async () => {
    expect((await tasks(deputy)).items).toEqual([]);
  });
});

describe('the board of what is overdue', () => {
  const overdue = (subject: Subject, wanted: Partial<OverdueWanted> = {}) =>
    new OverdueBoard(county.models, county.clock, new CadreNames(county.models, county.vault)).read(
      { by: 'township', limit: 50, ...wanted },
      subject,
    );

  beforeAll(() => county.clock.moveTo(at('03-11 09:00')));

  it('shows a leader the steps past their due, the longest first, with who has them in hand', async () => {
    const { items, total } = await overdue(deputy);
    expect(items.map(({ caseId, step, level }) => [caseId, step, level])).toEqual([
      ['assigned', 'ack', 'E1'],
      ['unassigned', 'assign', 'E2'],
      ['acknowledged', 'respond', 'E1'],
      ['new', 'accept', 'E1'],
    ]);
    expect(total).toEqual({ E1: 3, E2: 1, E3: 0, total: 4 });
    expect(items[0]).toMatchObject({
      dueAt: '2026-03-09T15:00:00+08:00',
      overdueMinutes: 42 * 60,
      holder: { kind: 'CADRE', id: 'anna', name: '陈某0001' },
    });
    expect(items[3]?.holder).toEqual({ kind: 'UNIT', id: 'T01-RURAL_GUIDANCE', name: null });
  });

  it('offers the leader the four orders about what has come up to him, and nobody else', async () => {
    const ordersOf = async (subject: Subject) =>
      Object.fromEntries((await overdue(subject)).items.map(({ caseId, orders }) => [caseId, orders]));
    // nobody has it yet: there is nobody to take it from
    expect(await ordersOf(deputy)).toMatchObject({
      unassigned: ['ORDER', 'EXTEND', 'ACCEPT_REASON'],
      assigned: [],
      new: [],
    });
    expect((await ordersOf(head))['unassigned']).toEqual([]);
  });

  it('counts by holder, township or level', async () => {
    expect((await overdue(deputy, { by: 'holder' })).groups).toEqual([
      { key: 'T01-RURAL_GUIDANCE', E1: 1, E2: 1, E3: 0, total: 2, holder: expect.objectContaining({ kind: 'UNIT' }) },
      { key: 'anna', E1: 2, E2: 0, E3: 0, total: 2, holder: { kind: 'CADRE', id: 'anna', name: '陈某0001' } },
    ]);
    expect((await overdue(deputy)).groups).toEqual([{ key: 'T01', E1: 3, E2: 1, E3: 0, total: 4 }]);
    expect((await overdue(deputy, { by: 'level' })).groups.map(({ key, total }) => [key, total])).toEqual([
      ['E1', 3],
      ['E2', 1],
    ]);
  });

  it('narrows list and counts alike', async () => {
    const { items, total } = await overdue(deputy, { holder: 'anna', village: 'T01-V07', level: 'E1' });
    expect(items.map(({ step }) => step)).toEqual(['ack', 'respond']);
    expect(total.total).toBe(2);
    expect((await overdue(deputy, { township: 'X03' })).total.total).toBe(0);
  });

  it('counts for nobody what he may not see', async () => {
    expect((await overdue(anna)).total.total).toBe(4);
    expect((await overdue({ ...deputy, path: '/county/X03' })).items.map(({ caseId }) => caseId)).toEqual(['foreign']);
    expect((await overdue({ id: 'org', role: 'ORG_DEPT', path: '/county' })).total.total).toBe(0);
    const ofStability = { ...head, unit: 'T01-STABILITY_MEDIATION' };
    expect((await overdue(ofStability)).items.map(({ caseId }) => caseId)).not.toContain('new');
  });

  it('comes page by page, each step once', async () => {
    const first = await overdue(deputy, { limit: 3 });
    const second = await overdue(deputy, { limit: 3, cursor: first.next ?? '' });
    expect([...first.items, ...second.items].map(({ caseId }) => caseId)).toEqual([
      'assigned',
      'unassigned',
      'acknowledged',
      'new',
    ]);
    expect(second.next).toBeUndefined();
  });
});
