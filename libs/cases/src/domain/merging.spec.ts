import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from './case.commands.js';
import { at, cases, clerk, li } from './case.fixture.js';
import { anna, disputes, lead, wang } from './dispute.fixture.js';

const merge = (into = 'c2'): CaseCommand => ({ type: 'MergeCase', data: { into } });
const unmerge: CaseCommand = { type: 'UnmergeCase', data: { reason: 'another lamp after all' } };
const target = () => cases.accepted({ caseId: 'c2' }).state();
const merged = () => cases.accepted().after(merge(), { ...lead, target: target(), now: at('03-09 10:00') });

describe('merging', () => {
  it('ends the waiting of the case that goes into another, whose people come along', () => {
    cases
      .registered()
      .when(merge(), { actor: clerk, target: target() })
      .then('CaseMerged')
      .thenData('CaseMerged', { into: 'c2', parties: [li] });
    expect(merged().state()).toMatchObject({ stage: 'MERGED', clocks: [] });
  });

  it('is for open cases that are equally secret, never sealed or anonymous ones', () => {
    const into = (other: ReturnType<typeof target>) => cases.registered().when(merge(), { ...lead, target: other });
    into(cases.resolved({ caseId: 'c2' }).state()).thenRejected('TARGET_OVER');
    into(cases.registered({ caseId: 'c2', typeCode: 'DSP-FAM' }).state()).thenRejected('CONFIDENTIALITY_DIFFERS');
    into(cases.registered({ caseId: 'c2', typeCode: 'RPT-GMB' }).state()).thenRejected('SECRET_NOT_MERGED');
    cases.registered().when(merge(), lead).thenRejected('TARGET_NOT_FOUND');
    cases
      .registered()
      .when(merge('c1'), { ...lead, target: target() })
      .thenRejected('MERGE_INTO_ITSELF');
    cases
      .assigned()
      .when(merge(), { ...lead, target: target() })
      .thenRejected('NOT_IN_STAGE');
  });
});

describe('the case that takes another in', () => {
  const absorb: CaseCommand = { type: 'AbsorbCase', data: { source: 'c9', sourceNo: 'N9', parties: [li, wang] } };

  it('asks its people too, each once', () => {
    const whole = disputes.inProgress({ parties: [li] }).after(absorb);
    expect(whole.state().file?.parties).toEqual([li, wang]);
    whole.when(absorb).then();
    whole.when({ type: 'StartMediation', data: {} }, anna).thenData('MediationRequested', { parties: ['li', 'wang'] });
  });

  it('gives them back', () => {
    const apart = disputes.inProgress({ parties: [li] }).after(absorb);
    apart.after({ type: 'UndoAbsorption', data: { source: 'c9' } });
    expect(apart.state()).toMatchObject({ file: { parties: [li] }, absorbed: {} });
    apart.when({ type: 'UndoAbsorption', data: { source: 'c9' } }).then();
  });

  it('says so where it was over before it heard of the merge', () => {
    cases.resolved().when(absorb).then('AbsorptionDeclined');
  });
});

describe('undoing a merge', () => {
  it('lets the case go on as if it had never stopped; what fell due meanwhile fires now', () => {
    const undone = merged().when(unmerge, { ...lead, now: at('03-10 09:00') });
    undone.then('MergeUndone');
    expect(undone.state()).toMatchObject({ stage: 'ACCEPTED', merged: undefined });
    expect(undone.state().clocks.find(({ step }) => step === 'assign')).toMatchObject({
      dueAt: at('03-09 15:00'),
      rungs: [
        { level: 'WARN', at: at('03-10 09:00') },
        { level: 'E1', at: at('03-10 09:00') },
        { level: 'E2', at: at('03-10 09:00') },
        { level: 'E3', at: at('03-10 10:00') },
      ],
    });
  });

  it('is possible for thirty days, with a reason', () => {
    merged()
      .when(unmerge, { ...lead, now: at('04-08 23:59') })
      .then('MergeUndone');
    merged()
      .when(unmerge, { ...lead, now: at('04-09 00:01') })
      .thenRejected('UNMERGE_TOO_LATE');
    merged()
      .when({ type: 'UnmergeCase', data: { reason: ' ' } }, lead)
      .thenRejected('REASON_MISSING');
    merged()
      .when({ type: 'UnmergeCase', data: { reason: '', targetOver: true } }, { now: at('05-09 09:00') })
      .then('MergeUndone');
  });
});
