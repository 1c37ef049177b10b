import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Subject } from '#access/domain';
import type { AnyEvent } from '#kernel';
import { at, director } from '../../../cases/src/domain/case.fixture.js';
import { concluded, disputes, lead } from '../../../cases/src/domain/dispute.fixture.js';
import { CadreNames } from './cadre-names.js';
import { DisputeBoard, type DisputesWanted } from './dispute-board.js';
import { ShownCounty } from './shown-county.fixture.js';
import { TaskBoard } from './task-board.js';

const session: AnyEvent = {
  type: 'SessionScheduled',
  occurredAt: at('03-10 09:00'),
  data: {
    ...{ mediationId: 'talking-m1', caseId: 'talking', session: 1, form: 'JOINT', parties: ['li', 'wang'] },
    ...{ startsAt: at('03-12 15:00'), endsAt: at('03-12 17:00'), open: false, by: 'kay' },
  },
};
const raise = { type: 'RaiseTier', data: { because: 'PARTIES', reason: 'beyond the village' } } as const;

/** All accepted on Monday 9 March 2026, 09:00: the village has them until the 16th, the township until the 26th, 24:00. */
const written: Readonly<Record<string, readonly AnyEvent[]>> = {
  'case-talking': disputes
    .inMediation({ caseId: 'talking' })
    .after({ type: 'NoteConsents', data: { mediationId: 'talking-m1' } })
    .after({ type: 'NoteMediator', data: { mediationId: 'talking-m1', mediatorId: 'kay' } })
    .history(),
  'mediation-talking-m1': [session],
  'case-raised': disputes.inProgress({ caseId: 'raised' }).after(raise, lead).history(),
  'case-standing': disputes
    .inProgress({ caseId: 'standing' })
    .after(
      { type: 'SuspendCase', data: { reason: 'APPRAISAL', note: 'a survey', until: at('03-25 09:00') } },
      { actor: director, now: at('03-11 08:00') },
    )
    .history(),
  'case-agreed': disputes.inMediation({ caseId: 'agreed' }).after(concluded('AGREED', 'agreed-m1')).history(),
  'case-over': disputes
    .inProgress({ caseId: 'over' })
    .after({ type: 'TransferOut', data: { body: 'the court', note: 'a claim' } }, lead)
    .history(),
};

const head: Subject = { id: 'head', role: 'CENTRE_DIRECTOR', path: '/county/T01', unit: 'T01-STABILITY_MEDIATION' };
const deputy: Subject = { id: 'deputy', role: 'DEPUTY_LEADER', path: '/county/T01' };
const kay: Subject = { id: 'kay', role: 'MEDIATOR', path: '/county' };

let county: ShownCounty;
beforeAll(async () => {
  county = await ShownCounty.at(at('03-12 10:00'), written);
});
afterAll(() => county.close());

describe('the board of disputes', () => {
  const disputesOf = (subject: Subject, wanted: Partial<DisputesWanted> = {}) =>
    new DisputeBoard(county.models, county.clock, new CadreNames(county.models, county.vault)).read(
      { limit: 50, ...wanted },
      subject,
    );

  it('shows every dispute that is not over, what is due first before the others', async () => {
    const { items } = await disputesOf(deputy);
    expect(items.map(({ caseId, stage, tier }) => [caseId, stage, tier])).toEqual([
      ['raised', 'ACCEPTED', 'T'],
      ['agreed', 'IN_PROGRESS', 'V'],
      ['talking', 'IN_MEDIATION', 'V'],
      ['standing', 'SUSPENDED', 'V'],
    ]);
  });

  it('tells the day of the tier and of the whole, the next session, and what it waits for', async () => {
    const { items } = await disputesOf(deputy);
    const [raised, agreed, talking, standing] = items;
    expect(talking).toMatchObject({
      handler: { id: 'anna', name: '陈某0001' },
      mediation: { stage: 'IN_SESSION', underWay: true, mediator: { id: 'kay' } },
      tierBudget: { day: 3, of: 7, endsAt: '2026-03-17T00:00:00+08:00', paused: false },
      resolveLimit: { day: 3, of: 30, paused: false },
      nextSession: { startsAt: '2026-03-12T15:00:00+08:00', form: 'JOINT' },
      waitingFor: { what: 'session', until: '2026-03-12T15:00:00+08:00' },
      overdue: [],
    });
    expect(raised).toMatchObject({
      tierBudget: { day: 3, of: 17 },
      waitingFor: { what: 'assign' },
      overdue: ['assign'],
    });
    expect(agreed).toMatchObject({
      mediation: { underWay: false },
      nextTerm: null,
      resolveLimit: null,
      waitingFor: { what: 'conclusion' },
    });
    expect(standing).toMatchObject({
      tierBudget: { day: 3, of: 7, paused: true },
      waitingFor: { what: 'suspension', until: '2026-03-25T09:00:00+08:00' },
      nextSession: null,
    });
  });

  it('is narrowed by tier, stage, risk and township, and comes page by page', async () => {
    const ids = async (wanted: Partial<DisputesWanted>) =>
      (await disputesOf(deputy, wanted)).items.map(({ caseId }) => caseId);
    expect(await ids({ tier: 'T' })).toEqual(['raised']);
    expect(await ids({ stage: 'IN_MEDIATION' })).toEqual(['talking']);
    expect(await ids({ risk: 'RED' })).toEqual([]);
    expect(await ids({ township: 'X03' })).toEqual([]);
    const first = await disputesOf(deputy, { limit: 3 });
    expect(first.items).toHaveLength(3);
    expect(await ids({ cursor: first.next ?? '' })).toEqual(['standing']);
  });

  it('shows what one may see, the mediator his own', async () => {
    expect((await disputesOf(kay)).items.map(({ caseId }) => caseId)).toEqual(['talking']);
    expect((await disputesOf({ ...head, path: '/county/X03' })).items).toEqual([]);
  });
});

describe('a session that is fixed', () => {
  it('is a task of the mediator and of the handler', async () => {
    const tasksOf = async (subject: Subject) =>
      (await new TaskBoard(county.models, county.clock).read(subject, 50)).items;
    const session = { caseId: 'talking', what: 'session', when: 'TODAY', endsAt: '2026-03-12T17:00:00+08:00' };
    expect(await tasksOf(kay)).toMatchObject([{ ...session, as: 'MEDIATOR' }]);
    const anna: Subject = { id: 'anna', role: 'RESIDENT_INSTRUCTOR', path: '/county/T01/T01-V07' };
    expect(await tasksOf(anna)).toContainEqual(expect.objectContaining({ ...session, as: 'LEAD' }));
  });
});
