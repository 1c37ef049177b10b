import { describe, expect, it } from '@jest/globals';
import { scenario } from '#testing';
import { caseOversight, type CaseOversightCommand, type ClosureJudgement } from './case-oversight.js';

const supervisor = { id: 'sun', role: 'COUNTY_SUPERVISOR', path: '/county' };
const finding = { round: 1, reasons: ['NO_CONTACT', 'REPEATED'] as const, target: 'T01-RURAL_GUIDANCE' };
const oversight = () => scenario(caseOversight, { now: 0, actor: supervisor, parties: ['li'], finding });
const judge = (judgement: ClosureJudgement, note = 'the handler was there', round = 1): CaseOversightCommand => ({
  type: 'JudgeClosure',
  data: { caseId: 'c1', round, judgement, note },
});
const word = (party: string, note = 'he asked me for five stars'): CaseOversightCommand => ({
  type: 'RecordResidentsWord',
  data: { caseId: 'c1', party, askedFor: 'RATING', note },
});

describe('a supervisor looks at a close that was found', () => {
  it('holds it justified, or orders the unit to account for it', () => {
    oversight()
      .when(judge('ORDER'))
      .then('ClosureJudged')
      .thenData('ClosureJudged', { reasons: finding.reasons, target: finding.target, by: 'sun' });
    oversight().when(judge('JUSTIFIED')).thenData('ClosureJudged', { judgement: 'JUSTIFIED' });
  });

  it('once, of what was found, and says why', () => {
    oversight().after(judge('JUSTIFIED')).when(judge('ORDER')).thenRejected('CLOSURE_JUDGED_BEFORE', { round: 1 });
    oversight()
      .when(judge('ORDER', 'x', 2))
      .thenRejected('NOTHING_FOUND', { round: 2 });
    oversight().when(judge('ORDER'), { finding: undefined }).thenRejected('NOTHING_FOUND');
    oversight().when(judge('ORDER', ' ')).thenRejected('NOTE_MISSING');
  });
});

describe('a resident says that his handler asked him for a rating', () => {
  it('as often as he says it, and only who is a party', () => {
    const heard = oversight().after(word('li')).when(word('li'));
    heard.then('ResidentsWordRecorded').thenData('ResidentsWordRecorded', { party: 'li', askedFor: 'RATING' });
    expect(heard.state().judged).toEqual([]);
    oversight().when(word('zhao')).thenRejected('PARTY_UNKNOWN');
    oversight().when(word('li', '')).thenRejected('NOTE_MISSING');
  });
});
