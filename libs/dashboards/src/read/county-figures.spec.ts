import { describe, it } from '@jest/globals';
import { projectionScenario } from '#testing';
import { at, cases, director } from '../../../cases/src/domain/case.fixture.js';
import { concluded, disputes, lead } from '../../../cases/src/domain/dispute.fixture.js';
import {
  apply,
  courtResult,
  followUp,
  mediations as agreements,
  perform,
  term,
} from '../../../mediation/src/domain/mediation.fixture.js';
import { countyFigures } from './county-figures.projection.js';

const counted = (walk: ReturnType<typeof cases.none>) =>
  projectionScenario(countyFigures).givenAt({ stream: 'case-c1' }, ...walk.history());

describe('what figures are counted from', () => {
  it('is every limit that somebody owed, and what ended it', async () => {
    const figures = counted(cases.acknowledged());
    await figures.thenRows(
      'figure_step',
      { step: 'accept', due_at: at('03-10 17:30') },
      { step: 'ack', cadre: 'anna' },
      { step: 'assign', cadre: null },
      { step: 'resolve' },
      { step: 'respond', cadre: 'anna', due_at: at('03-10 17:30') },
    );
    await figures.thenRows(
      'figure_step_end',
      { step: 'accept', done: 'accept' },
      { step: 'assign', done: 'assign' },
      { step: 'ack', done: 'ack', cadre: 'anna', missed: 0 },
    );
  });

  it('is no wait that nobody owes', async () => {
    const figures = counted(disputes.inMediation());
    await figures.thenRows(
      'figure_step',
      { step: 'accept' },
      { step: 'ack' },
      { step: 'assign' },
      { step: 'resolve' },
      {
        step: 'respond',
      },
    );
  });

  it('holds a limit while the case is suspended, and moves it when it goes on', async () => {
    const standing = cases
      .inProgress()
      .after(
        { type: 'SuspendCase', data: { reason: 'APPRAISAL', note: 'a survey', until: at('03-25 09:00') } },
        { actor: director, now: at('03-11 10:00') },
      );
    const resolve = (row: object) => [
      { step: 'accept' },
      { step: 'ack' },
      { step: 'assign' },
      row,
      { step: 'respond' },
    ];
    await counted(standing).thenRows('figure_step', ...resolve({ step: 'resolve', paused: 1 }));
    const going = standing.after({ type: 'ResumeCase', data: {} }, { ...lead, now: at('03-20 10:00') });
    await counted(going).thenRows('figure_step', ...resolve({ step: 'resolve', paused: 0, due_at: at('03-27 17:30') }));
  });

  it('is how the last mediation ended, and at which tier', async () => {
    await counted(disputes.inMediation().after(concluded('FAILED'))).thenRows('figure_case', {
      mediation_outcome: 'FAILED',
      mediation_tier: 'V',
      tier: 'T',
    });
  });

  it('is what became of an agreement', async () => {
    const broken = agreements
      .agreedInWriting([term()])
      .after(followUp('URGE', '03-20 17:30'), { now: at('03-20 17:30') })
      .after(followUp('BREACH', '03-27 17:30'), { now: at('03-27 17:30') });
    const read = (walk: ReturnType<typeof agreements.none>) =>
      projectionScenario(countyFigures).givenAt({ stream: 'mediation-c1-1' }, ...walk.history());
    await read(broken).thenRows('figure_agreement', {
      ...{ case_id: 'c1', outcome: 'BREACHED', outcome_at: at('03-27 17:30') },
      ...{ window_until: at('04-13 24:00'), confirmed: 0 },
    });
    const confirmed = agreements.agreedInWriting([term()]).after(apply('li', 'wang')).after(courtResult(true));
    await read(confirmed).thenRows('figure_agreement', { outcome: null, confirmed: 1 });
    const spoken = agreements.agreedOrally(term()).after(perform(1), { now: at('03-20 10:00') });
    await read(spoken).thenRows('figure_agreement', { outcome: 'FULFILLED', window_until: null });
  });
});
