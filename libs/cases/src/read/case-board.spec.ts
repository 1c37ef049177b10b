import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { fold } from '#kernel';
import { ReadModels } from '#projections';
import { DeliveredHistory, projectionScenario } from '#testing';
import { caseDecider, type CaseCommand, type CaseEvent } from '#cases/domain';
import { acknowledge, at, cadre, cases, director } from '../domain/case.fixture.js';
import { anna, concluded, disputes, lead, mediate } from '../domain/dispute.fixture.js';
import { caseBoardScope, STAGE_OF_CASE } from './case-board-scope.js';
import { caseBoard } from './case-board.projection.js';

const onBoard = (walk: ReturnType<typeof cases.none>) =>
  projectionScenario(caseBoard).givenAt({ stream: 'case-c1' }, ...walk.history());

describe('the board of cases', () => {
  it('shows a registered case with the limit to accept it', async () => {
    const board = onBoard(cases.registered());
    await board.thenRows('case_board', {
      case_id: 'c1',
      stage: 'REGISTERED',
      path: '/county/T01/T01-V07',
      handler: null,
    });
    await board.thenRows('case_clock', { step: 'accept', due_at: at('03-10 17:30'), level: '-' });
  });

  it('shows who has it, and the limits that run', async () => {
    const board = onBoard(cases.assigned());
    await board.thenRows('case_board', { stage: 'ASSIGNED', handler: 'anna', risk: 'BLUE' });
    await board.thenRows('case_clock', { step: 'ack' }, { step: 'resolve' });
  });

  it('shows the rung that has fired', async () => {
    const due = at('03-10 17:30');
    const walk = cases
      .registered()
      .after(
        { type: 'Escalate', data: { step: 'accept', round: 1, attempt: 1, level: 'E1', at: due } },
        { now: due, actor: director },
      );
    await onBoard(walk).thenRows('case_clock', { step: 'accept', level: 'E1' });
  });

  it('shows no limit where the case is over', async () => {
    const walk = cases
      .registered()
      .after({ type: 'RejectCase', data: { reason: 'OUT_OF_REMIT', guidance: 'the court' } }, { actor: director });
    const board = onBoard(walk);
    await board.thenRows('case_board', { stage: 'REJECTED' });
    await board.thenRows('case_clock');
  });

  it('takes a reassigned case that was answered back to where it was', async () => {
    const walk = cases
      .inProgress()
      .after({ type: 'ReassignCase', data: { reason: 'DIRECTOR' } }, { actor: director })
      .after(acknowledge, { actor: cadre('bo') });
    await onBoard(walk).thenRows('case_board', { stage: 'IN_PROGRESS', handler: 'bo' });
  });
});

const suspend: CaseCommand = {
  type: 'SuspendCase',
  data: { reason: 'APPRAISAL', note: 'a surveyor is on his way', until: at('03-25 09:00') },
};
const resume: CaseCommand = { type: 'ResumeCase', data: {} };
const raise: CaseCommand = { type: 'RaiseTier', data: { because: 'PARTIES', reason: 'beyond the village' } };
const noteMediator: CaseCommand = { type: 'NoteMediator', data: { mediationId: 'c1-m1', mediatorId: 'kay' } };
const mergedInto = () =>
  cases
    .accepted()
    .after(
      { type: 'MergeCase', data: { into: 'c2' } },
      { ...lead, target: cases.accepted({ caseId: 'c2' }).state(), now: at('03-09 10:00') },
    );

describe('the board of cases that are mediated, raised, suspended or merged', () => {
  it.each<[string, readonly CaseEvent[]]>([
    ['mediated and agreed', disputes.inMediation().after(noteMediator).after(concluded('AGREED')).history()],
    ['raised out of its mediation', disputes.inMediation().after(raise, lead).history()],
    ['raised to the county', disputes.atCounty().history()],
    [
      'suspended in mediation and resumed',
      disputes
        .inMediation()
        .after(suspend, lead)
        .after(resume, { ...lead, now: at('03-20 10:00') })
        .history(),
    ],
    [
      'given to somebody else in mediation',
      disputes
        .inMediation()
        .after({ type: 'ReassignCase', data: { reason: 'DIRECTOR' } }, lead)
        .after(acknowledge, { actor: cadre('bo') })
        .history(),
    ],
    [
      'merged and taken out again',
      mergedInto()
        .after({ type: 'UnmergeCase', data: { reason: 'another lamp' } }, { ...lead, now: at('03-10 10:00') })
        .history(),
    ],
  ])('says of each moment what the case itself says: %s', async (_, history) => {
    for (let length = 1; length <= history.length; length += 1) {
      const { stage, handler, coHandlers, mediators, ledBy, file, clocks } = fold(
        caseDecider,
        history.slice(0, length),
      );
      const shown = await shownOf(history.slice(0, length));
      const unit = file?.tier === 'K' ? file.place.countyCentre : file?.place.centre;
      expect({ ...shown, helpers: new Set(shown.helpers), clocks: new Map(shown.clocks) }).toEqual({
        stage,
        handler: handler ?? null,
        helpers: new Set([...coHandlers, ...mediators]),
        centres: [ledBy ?? unit],
        clocks: new Map(clocks.map(({ step, dueAt }) => [step, dueAt])),
      });
    }
  });

  it('shows the days of the tier and of the handling, which an agreement ends', async () => {
    await onBoard(disputes.inMediation()).thenRows('case_board', {
      budget_from: at('03-09 09:00'),
      budget_due: at('03-16 24:00'),
      resolve_due: at('04-08 24:00'),
    });
    const agreed = disputes.inMediation().after(concluded('AGREED'));
    await onBoard(agreed).thenRows('case_board', { budget_due: null, resolve_due: null });
  });

  it('shows the next session, until it is held', async () => {
    const ids = { mediationId: 'c1-m1', caseId: 'c1' };
    const scheduled = {
      type: 'SessionScheduled' as const,
      occurredAt: at('03-11 09:00'),
      data: {
        ...{ ...ids, session: 1, startsAt: at('03-12 15:00'), endsAt: at('03-12 17:00') },
        ...{ form: 'JOINT', parties: ['li', 'wang'], open: false, by: 'kay' },
      },
    };
    const held = {
      type: 'SessionHeld' as const,
      occurredAt: at('03-12 16:00'),
      data: { ...ids, session: 1, form: 'JOINT', attended: ['li', 'wang'], minutes: '…', by: 'kay' },
    };
    const board = onBoard(disputes.inProgress().after(mediate, anna)).givenAt({ stream: 'mediation-c1-m1' }, scheduled);
    await board.thenRows('case_session', { case_id: 'c1', session: 1, starts_at: at('03-12 15:00') });
    await board.thenRows('case_mediation', { stage: 'IN_SESSION' });
    await board.givenAt({ stream: 'mediation-c1-m1' }, held).thenRows('case_session');
  });
});

describe('what was agreed', () => {
  it('stands on the board until it is done, and shows that it was urged', async () => {
    const ids = { mediationId: 'c1-m1', caseId: 'c1' };
    const due = (text: string) => ({ at: at(text) });
    const terms = [1, 2].map((term) => ({ term, obligor: 'wang', dueOn: '2026-03-20' }));
    const told = (type: string, data: object) => ({ type, occurredAt: at('03-20 17:30'), data: { ...ids, ...data } });
    const checks = [1, 2].map((term) => ({ term, due: due('03-20 17:30') }));
    const board = onBoard(disputes.inProgress().after(mediate, anna)).givenAt(
      { stream: 'mediation-c1-m1' },
      told('OralAgreementReached', { terms, followUp: { checks } }),
    );
    const row = { case_id: 'c1', due_on: '2026-03-20' };
    await board.thenRows('case_term', { ...row, term: 1, urged: 0 }, { ...row, term: 2, due_at: at('03-20 17:30') });
    const urged = board.givenAt(
      { stream: 'mediation-c1-m1' },
      told('TermPerformed', { term: 1 }),
      told('PerformanceUrged', { term: 2, due: due('03-27 17:30') }),
    );
    await urged.thenRows('case_term', { ...row, term: 2, urged: 1, due_at: at('03-27 17:30') });
    await urged
      .givenAt({ stream: 'mediation-c1-m1' }, told('AgreementBreached', { terms: [2] }))
      .thenRows('case_mediation', { stage: 'BREACHED' });
  });
});

/** The row as lists read it. */
const shownOf = async (events: readonly CaseEvent[]) => {
  const history = new DeliveredHistory();
  history.write({ stream: 'case-c1' }, ...events);
  const models = await ReadModels.open(':memory:');
  try {
    await history.projectInto(models, caseBoard, 1);
    const { stage, handler, helpers, centres } = await models
      .of(caseBoard)
      .selectFrom('case_board as b')
      .select([
        'b.handler',
        sql<string>`${sql.raw(STAGE_OF_CASE)}`.as('stage'),
        sql<string>`${sql.raw(caseBoardScope.coHandlers)}`.as('helpers'),
        sql<string>`${sql.raw(caseBoardScope.centres)}`.as('centres'),
      ])
      .executeTakeFirstOrThrow();
    const owed = await models.of(caseBoard).selectFrom('case_clock').select(['step', 'due_at']).execute();
    const waits = await models.of(caseBoard).selectFrom('case_wait').select(['step', 'due_at']).execute();
    return {
      ...{ stage, handler },
      helpers: JSON.parse(helpers) as string[],
      centres: JSON.parse(centres) as string[],
      clocks: [...owed, ...waits].map(({ step, due_at }): [string, number] => [step, due_at]),
    };
  } finally {
    await models.close();
  }
};
