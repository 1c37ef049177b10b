import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '../event-store.js';
import { RecentEvents } from './recent-events.js';
import { toPosition } from './rows.js';

const at = (...positions: readonly number[]): StoredEvent[] =>
  positions.map((position) => ({ position: toPosition(position) }) as StoredEvent);
const positionsOf = (events: readonly StoredEvent[]): number[] => events.map(({ position }) => Number(position));

describe('the end of the log in memory', () => {
  it('gives what follows a position, as much as is wanted', () => {
    const recent = new RecentEvents(10);
    recent.remember(at(5, 6), 1);
    recent.remember(at(7), 1);
    expect(positionsOf(recent.after(4, 10))).toEqual([5, 6, 7]);
    expect(positionsOf(recent.after(5, 1))).toEqual([6]);
    expect(recent.after(7, 10)).toEqual([]);
  });

  it('gives nothing where the next event is not here', () => {
    const recent = new RecentEvents(10);
    recent.remember(at(5), 1);
    expect(recent.after(3, 10)).toEqual([]);
  });

  it('begins anew where another process wrote between', () => {
    const recent = new RecentEvents(10);
    recent.remember(at(5), 1);
    recent.remember(at(9, 10), 1);
    expect(recent.after(4, 10)).toEqual([]);
    expect(positionsOf(recent.after(8, 10))).toEqual([9, 10]);
  });

  it('knows that nothing follows, until another process has written', () => {
    const recent = new RecentEvents(10);
    expect(recent.hasAllAfter(0, 1)).toBe(false);
    recent.remember(at(5, 6), 1);
    expect([3, 4, 5, 6, 7].map((position) => recent.hasAllAfter(position, 1))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(recent.hasAllAfter(6, 2)).toBe(false);
    expect(recent.hasAllAfter(6, NaN)).toBe(false);
  });

  it('lets the oldest go', () => {
    const recent = new RecentEvents(2);
    for (let position = 1; position <= 9; position += 1) recent.remember(at(position), 1);
    expect(recent.after(0, 10)).toEqual([]);
    expect(positionsOf(recent.after(7, 10))).toEqual([8, 9]);
  });
});
