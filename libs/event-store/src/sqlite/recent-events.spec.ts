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
    recent.remember(at(5, 6));
    recent.remember(at(7));
    expect(positionsOf(recent.after(4, 10))).toEqual([5, 6, 7]);
    expect(positionsOf(recent.after(5, 1))).toEqual([6]);
    expect(recent.after(7, 10)).toEqual([]);
  });

  it('gives nothing where the next event is not here', () => {
    const recent = new RecentEvents(10);
    recent.remember(at(5));
    expect(recent.after(3, 10)).toEqual([]);
  });

  it('begins anew where another process wrote between', () => {
    const recent = new RecentEvents(10);
    recent.remember(at(5));
    recent.remember(at(9, 10));
    expect(recent.after(4, 10)).toEqual([]);
    expect(positionsOf(recent.after(8, 10))).toEqual([9, 10]);
  });

  it('lets the oldest go', () => {
    const recent = new RecentEvents(2);
    for (let position = 1; position <= 9; position += 1) recent.remember(at(position));
    expect(recent.after(0, 10)).toEqual([]);
    expect(positionsOf(recent.after(7, 10))).toEqual([8, 9]);
  });
});
