import { describe, it } from '@jest/globals';
import { SYSTEM } from '#kernel';
import { scenario } from '#testing';
import { instantOf } from '#working-time';
import { trainingNeed, type OpenTrainingNeed } from './training-need.js';

const felt = (caseId: string): OpenTrainingNeed => ({
  type: 'OpenTrainingNeed',
  data: { place: 'X03', skill: 'ECO-02', caseId, relaxed: 'R2' },
});
const need = () => scenario(trainingNeed, { now: instantOf('2026-07-06T10:45'), actor: SYSTEM });

describe('a training need', () => {
  it('opens with the case that felt it', () => {
    need()
      .when(felt('c1'))
      .then('TrainingNeedOpened')
      .thenData('TrainingNeedOpened', { skill: 'ECO-02', caseId: 'c1' });
  });

  it('is one, however many cases feel it', () => {
    need().after(felt('c1')).when(felt('c2')).then();
  });
});
