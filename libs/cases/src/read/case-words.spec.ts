import { describe, expect, it } from '@jest/globals';
import { projectionScenario } from '#testing';
import type { CaseEvent } from '#cases/domain';
import { cases } from '../domain/case.fixture.js';
import { caseWordsOf, type WordVault } from './case-words.projection.js';
import { initialsOf, wordsAskedFor, wordsOf } from './chinese-words.js';

/** Keeps what it is told in clear, so that a test can say what it expects. */
const vault: WordVault = {
  blindIndex: (kind, word) => `${kind}:${word}`,
  isErased: () => false,
  unseal: (_subject, _place, sealed) => sealed,
  read: (ids) => new Map([...ids].map((partyId) => [partyId, { partyId, name: '李某02', phone: '000-1234-5678' }])),
};
const words = caseWordsOf(vault);
const after = (...events: readonly CaseEvent[]) => projectionScenario(words).givenAt({ stream: 'case-c1' }, ...events);
const registered = (over = {}): readonly CaseEvent[] => cases.registered({ summary: '水渠', ...over }).history();

describe('the words of a text', () => {
  it('are its characters and its pairs, for Chinese parts no words', () => {
    expect(wordsOf('水渠堵，LED')).toEqual(['水', '渠', '堵', 'l', 'e', 'd', '水渠', '渠堵', 'le', 'ed']);
  });

  it('are asked for by pairs, and by a character only where it stands alone', () => {
    expect(wordsAskedFor('水渠堵')).toEqual(['水渠', '渠堵']);
    expect(wordsAskedFor('渠 ')).toEqual(['渠']);
    expect(wordsAskedFor('，。')).toEqual([]);
  });

  it('begin with a letter each, surnames as they are read', () => {
    expect(initialsOf('李某0231')).toBe('lm0231');
    expect(initialsOf('欧阳安')).toBe('oya');
    expect(initialsOf('曾单')).toBe('zd');
    expect(initialsOf('阿强')).toBe('aq');
  });
});

describe('what a case is found by', () => {
  it('is its text and its people', async () => {
    const found = after(...registered());
    await found.thenRows('case_words', { case_id: 'c1', words: ' text:水 text:水渠 text:渠 ', bigrams: ' text:水渠 ' });
    await found.thenRows('case_party', { case_id: 'c1', party_id: 'li' });
    await found.thenRows('party_words', { party_id: 'li', name: 'name:=李某02', phone: 'phone:00012345678' });
  });

  it('is nothing of a sealed case', async () => {
    const sealed = after(...registered({ typeCode: 'RPT-GMB' }));
    await sealed.thenRows('case_words');
    await sealed.thenRows('case_party');
    await sealed.thenRows('party_words');
  });

  it('is nothing any more once it is sealed', async () => {
    const raised = (level: 'C' | 'X') =>
      after(...registered(), {
        type: 'ConfidentialityRaised',
        occurredAt: 0,
        data: { by: 'x', from: 'N', level, reason: '—' },
      } as unknown as CaseEvent);
    await raised('X').thenRows('case_words');
    await raised('C').thenRows('case_words', { confidentiality: 'C' });
  });

  it('goes with the person who is erased, and with the text whose key is destroyed', async () => {
    const erased = (subject: string) =>
      after(...registered(), {
        type: 'SubjectErased',
        occurredAt: 0,
        data: { subject, by: 'x', reason: 'asked for it' },
      } as unknown as CaseEvent);
    await erased('li').thenRows('party_words');
    await erased('li').thenRows('case_words', { case_id: 'c1' });
    await erased('case:c1').thenRows('case_words');
    await erased('case:c1').thenRows('party_words', { party_id: 'li' });
  });
});
