import { describe, expect, it } from '@jest/globals';
import { demoMatters } from '#demo-county';
import { CURRENT_POLICY } from '#policy';
import { fromIso } from '#working-time';
import { lifeOf, type Life } from './life.js';
import type { SeenCase } from './seen-case.js';
import { worthOpening } from './worth-opening.js';

const from = fromIso('2026-03-02T08:00+08:00');
const [matter] = demoMatters({ count: 1, from, to: fromIso('2026-03-16T08:00+08:00'), policy: CURRENT_POLICY });
const clerk = { id: 'S1', role: 'WINDOW_CLERK', path: '/county/T01', unitId: 'T01' };

const life = (caseId: string, types: readonly string[], more: Partial<SeenCase> = {}): Life => ({
  ...lifeOf(matter!, clerk, 1),
  seen: {
    ...{ caseId, caseNo: caseId, revision: 3, typeCode: 'DSP-NBR', dispute: true, stage: 'IN_PROGRESS', tier: 'V' },
    ...{ round: 1, township: 'T02', centre: 'T02-STABILITY_MEDIATION', countyCentre: 'K-MEDIATION' },
    ...{ parties: ['li', 'wang'], violent: false, clocks: [] },
    timeline: types.map((type) => ({ type, at: from, by: 'S1', data: { from: 'V', tier: 'T', outcome: 'AGREED' } })),
    ...more,
  },
});

describe('what is worth opening', () => {
  it('is the rarest first, each case once and for another reason', () => {
    const lives = [
      life('plain', []),
      life('late', ['StepWarned', 'StepOverdue']),
      life('everything', ['StepWarned', 'StepOverdue', 'CaseEscalated', 'CountyReviewOpened', 'MergeUndone']),
      life('raised', ['MediationRequested', 'TierRaised', 'MediationConcluded']),
    ];
    expect(worthOpening(lives, 5).map(({ seen, why }) => [seen.caseId, why.zh])).toEqual([
      ['everything', '两次不满意，县级复查小组已作决定。'],
      ['raised', '调解1次：达成协议；转到上一级办理（村到乡镇）。'],
      ['late', '时限阶梯走得最远：预警、催办、升级、督办共2次。'],
    ]);
  });

  it('prefers cases of the townships whose accounts everybody is told, where they show as much', () => {
    const lives = [
      life('elsewhere', ['AssignmentDeclined']),
      life('at home', ['AssignmentDeclined'], { township: 'X03' }),
    ];
    expect(worthOpening(lives, 1).map(({ seen }) => seen.caseId)).toEqual(['at home']);
  });
});
