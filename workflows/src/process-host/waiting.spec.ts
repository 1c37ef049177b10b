import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { orderId, type Rung, type Timetable } from '#kernel';
import { hear, nextRung, settle, type Waiting } from './waiting.js';

const PROCESS = 'case:c1';
const rung = (level: string, at: number): Rung => ({ round: 1, step: 'ack', attempt: 1, level, at });
const timetable = (position: number, rungs: readonly Rung[], epoch = 1): Timetable => ({
  epoch,
  position: String(position).padStart(4, '0'),
  stage: 'ASSIGNED',
  rungs,
  closed: false,
  clockOffset: 0,
});
const waitingFor = (first: Timetable): Waiting => ({ processId: PROCESS, timetable: first, done: [] });

/** Issues every order that is due; the log takes those its newest timetable holds, each once, and refuses the rest. */
const issueDue = (start: Waiting, until: number, taken: string[], log: Timetable): Waiting => {
  let waiting = start;
  for (let due = nextRung(waiting); due && due.at <= until; due = nextRung(waiting)) {
    const id = orderId(PROCESS, due);
    const known = log.rungs.some((each) => orderId(PROCESS, each) === id);
    if (known && !taken.includes(id)) taken.push(id);
    waiting = settle(waiting, due);
  }
  return waiting;
};

describe('what a workflow knows', () => {
  it('is the earliest rung of the newest timetable', () => {
    const waiting = hear(
      waitingFor(timetable(1, [rung('WARN', 50)])),
      timetable(2, [rung('E1', 90), rung('WARN', 70)]),
    );
    expect(nextRung(waiting)).toEqual(rung('WARN', 70));
    expect(hear(waiting, timetable(1, [rung('WARN', 50)]))).toEqual(waiting);
  });

  it('forgets done orders once their rung is gone, and all of them in a new epoch', () => {
    const rungs = [rung('WARN', 50), rung('E1', 90)];
    const warned = settle(waitingFor(timetable(1, rungs)), rungs[0]!);
    expect(warned.done).toHaveLength(1);
    const later = settle(hear(warned, timetable(2, [rungs[1]!])), rungs[1]!);
    expect(later.done).toEqual([orderId(PROCESS, rungs[1]!)]);
    expect(nextRung(hear(warned, timetable(1, rungs, 2)))).toEqual(rungs[0]);
  });

  it('leads to the same orders, however its doorbells are lost, doubled and shuffled', () => {
    const rungs = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { maxLength: 4 });
    const doorbells = fc.array(rungs, { minLength: 1, maxLength: 8 }).chain((changes) => {
      const sent = changes.map((ats, position) =>
        timetable(
          position,
          ats.map((at) => rung(`E${at}`, at)),
        ),
      );
      const delivery = fc.tuple(fc.constantFrom(...sent), fc.integer({ min: 0, max: 1200 }));
      return fc.record({ sent: fc.constant(sent), deliveries: fc.array(delivery, { maxLength: 16 }) });
    });
    fc.assert(
      fc.property(doorbells, fc.nat(), ({ sent, deliveries }, where) => {
        const newest = sent.at(-1)!;
        const script = deliveries.toSpliced(where % (deliveries.length + 1), 0, [newest, 0]);
        const taken: string[] = [];
        let [waiting, clock] = [waitingFor(script[0]![0]), 0];
        for (const [heard, now] of script) {
          waiting = hear(waiting, heard);
          clock = Math.max(clock, now);
          waiting = issueDue(waiting, clock, taken, newest);
        }
        issueDue(waiting, Infinity, taken, newest);
        expect([...taken].sort()).toEqual(newest.rungs.map((each) => orderId(PROCESS, each)).sort());
      }),
      { numRuns: 2_000 },
    );
  });
});
