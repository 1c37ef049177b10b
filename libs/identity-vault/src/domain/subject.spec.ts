import { describe, it } from '@jest/globals';
import { SYSTEM } from '#kernel';
import { scenario } from '#testing';
import { subjectDecider, type EraseSubject } from './subject.js';

const erase = (reason = 'asked for it at the window'): EraseSubject => ({
  type: 'EraseSubject',
  data: { subject: 'party-1', reason },
});
const subject = () => scenario(subjectDecider, { now: 0, actor: SYSTEM });

describe('the erasure of a person', () => {
  it('stands in the log, with its reason and without a name', () => {
    subject().when(erase()).thenData('SubjectErased', { subject: 'party-1', reason: 'asked for it at the window' });
  });

  it('is written once', () => {
    subject().after(erase()).when(erase()).then();
  });

  it('wants a reason', () => {
    subject().when(erase(' ')).thenRejected('REASON_MISSING');
  });
});
