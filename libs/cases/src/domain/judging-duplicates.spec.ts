import { describe, expect, it } from '@jest/globals';
import type { LinkVerdict } from './case-link.events.js';
import type { CaseCommand } from './case.commands.js';
import { cases, clerk } from './case.fixture.js';

const judge = (verdict: LinkVerdict, other = 'c2', reason = 'asked both people'): CaseCommand => ({
  type: 'JudgeDuplicate',
  data: { other, verdict, reason },
});
const other = (over = {}) => cases.registered({ caseId: 'c2', ...over }).state();
const knowing = { actor: clerk, target: other() };

describe('a suggestion that two cases are one', () => {
  it('is answered by a person, and the case remembers it', () => {
    const judged = cases.registered().after(judge('RELATED'), knowing);
    expect(judged.state().judged).toMatchObject({ c2: { verdict: 'RELATED' } });
    judged.when(judge('RELATED'), knowing).then();
    judged.when(judge('DIFFERENT'), knowing).thenData('DuplicateJudged', { other: 'c2', verdict: 'DIFFERENT' });
  });

  it('that is true merges them with all that a merge asks', () => {
    cases.registered().when(judge('SAME'), knowing).then('DuplicateJudged', 'CaseMerged');
    cases.assigned().when(judge('SAME'), knowing).thenRejected('NOT_IN_STAGE');
    cases
      .registered()
      .when(judge('SAME'), { ...knowing, target: cases.resolved({ caseId: 'c2' }).state() })
      .thenRejected('TARGET_OVER');
  });

  it('wants a reason and another case', () => {
    cases
      .registered()
      .when(judge('DIFFERENT', 'c2', ' '), knowing)
      .thenRejected('REASON_MISSING');
    cases.registered().when(judge('DIFFERENT', 'c1'), knowing).thenRejected('MERGE_INTO_ITSELF');
    cases.registered().when(judge('DIFFERENT'), { actor: clerk }).thenRejected('TARGET_NOT_FOUND');
  });

  it('is never answered of what is sealed, anonymous or otherwise secret: it would tell who it was', () => {
    const into = (over: object) => cases.registered().when(judge('RELATED'), { ...knowing, target: other(over) });
    into({ typeCode: 'RPT-GMB' }).thenRejected('SECRET_NOT_MERGED');
    into({ typeCode: 'DSP-FAM' }).thenRejected('CONFIDENTIALITY_DIFFERS');
  });
});

describe('the other case', () => {
  const note: CaseCommand = { type: 'NoteJudgement', data: { other: 'c9', otherNo: 'N9', verdict: 'RELATED' } };

  it('hears of it once', () => {
    const told = cases.registered().after(note);
    expect(told.state().judged).toEqual({ c9: { caseNo: 'N9', verdict: 'RELATED' } });
    told.when(note).then();
  });
});
