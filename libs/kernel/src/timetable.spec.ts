import { describe, expect, it } from '@jest/globals';
import { newest, orderId, type Timetable } from '#kernel';

const at = (epoch: number, position: string): Timetable => ({
  epoch,
  position,
  stage: 'ACCEPTED',
  rungs: [],
  closed: false,
  clockOffset: 0,
});

describe('doorbells carry the whole timetable', () => {
  it('keeps the one with the higher position, in whatever order they arrive', () => {
    const [early, late] = [at(1, '0009'), at(1, '0010')];
    expect(newest(early, late)).toBe(late);
    expect(newest(late, early)).toBe(late);
  });

  it('lets a new epoch win over any position of the old one', () => {
    expect(newest(at(1, '9999'), at(2, '0001'))).toEqual(at(2, '0001'));
  });

  it('gives the same order id to the same rung, whichever run issues it', () => {
    const rung = { round: 1, step: 'ack', attempt: 2, level: 'E1', at: 1771 };
    expect(orderId('case:c1', rung)).toBe('case:c1:1:ack:2:E1:1771');
  });
});
