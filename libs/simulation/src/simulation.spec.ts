import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reject, SYSTEM, type Command, type Context, type Decider, type Event, type ProcessManager } from '#kernel';
import { hosted, Simulation, type SimulatedReaction, type SimulationOptions } from '#simulation';
import { EarliestFirst } from './earliest-first.js';

/** A kettle: set for some instants, it whistles at each unless it is taken off at or before it. */
type KettleEvent =
  | Event<'KettleSet', { whistles: readonly number[] }>
  | Event<'KettleWhistled', { at: number }>
  | Event<'KettleTakenOff', object>;
type KettleCommand =
  Command<'Set', { whistles: readonly number[] }> | Command<'Whistle', { at: number }> | Command<'TakeOff', object>;
interface Kettle {
  readonly whistles: readonly number[];
  readonly off: boolean;
}

const kettle: Decider<Kettle, KettleCommand, KettleEvent> = {
  initialState: { whistles: [], off: false },
  decide: ({ type, data }, state, { now }: Context) => {
    switch (type) {
      case 'Set':
        return [{ type: 'KettleSet', occurredAt: now, data }];
      case 'Whistle':
        // a deaf kettle stays silent, and its rung stays too
        return data.at === DEAF
          ? []
          : state.whistles.includes(data.at)
            ? [{ type: 'KettleWhistled', occurredAt: data.at, data }]
            : [];
      case 'TakeOff':
        return state.off ? reject('ALREADY_OFF') : [{ type: 'KettleTakenOff', occurredAt: now, data: {} }];
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'KettleSet':
        return { whistles: event.data.whistles, off: false };
      case 'KettleWhistled':
        return { ...state, whistles: state.whistles.filter((at) => at !== event.data.at) };
      case 'KettleTakenOff':
        return { ...state, off: true };
    }
  },
};
const DEAF = 13;

const whistling: ProcessManager<Kettle, KettleEvent, KettleCommand> = {
  initialState: kettle.initialState,
  evolve: kettle.evolve,
  timetable: ({ whistles, off }) => ({
    stage: '',
    closed: off,
    rungs: whistles.map((at) => ({ round: 1, step: 'boil', attempt: 1, level: 'W', at })),
  }),
  order: ({ at }) => ({ type: 'Whistle', data: { at } }),
};

const kitchen = (options: Partial<SimulationOptions> = {}) =>
  new Simulation({
    at: 0,
    aggregates: [hosted({ category: 'kettle', decider: kettle, process: whistling, context: (base) => base })],
    ...options,
  });
const give = (stream: string, command: KettleCommand) => ({ stream, command, actor: SYSTEM });
const set = (stream: string, ...whistles: readonly number[]) => give(stream, { type: 'Set', data: { whistles } });
const off = (stream: string) => give(stream, { type: 'TakeOff', data: {} });
const heard = ({ log }: Simulation) => log.map(({ stream, event }) => `${event.occurredAt} ${stream} ${event.type}`);

describe('a virtual clock', () => {
  it('fires rungs exactly at their instants, of any process, in order', () => {
    const simulation = kitchen();
    simulation.issue(set('kettle-a', 30, 10));
    simulation.issue(set('kettle-b', 20));
    simulation.advanceTo(100);
    expect(heard(simulation).slice(2)).toEqual([
      '10 kettle-a KettleWhistled',
      '20 kettle-b KettleWhistled',
      '30 kettle-a KettleWhistled',
    ]);
    expect(simulation.log.map(({ recordedAt }) => recordedAt)).toEqual([0, 0, 10, 20, 30]);
  });

  it('lets what is done at an instant come before a rung of that instant', () => {
    const simulation = kitchen();
    simulation.issue(set('kettle-a', 10));
    simulation.schedule(10, off('kettle-a'));
    simulation.advanceTo(11);
    expect(heard(simulation).slice(1)).toEqual(['10 kettle-a KettleTakenOff']);
  });

  it('stands at an instant before anything of it has happened, and settles it when asked', () => {
    const simulation = kitchen();
    simulation.issue(set('kettle-a', 10));
    simulation.advanceTo(10);
    expect(simulation.log).toHaveLength(1);
    simulation.settle();
    expect(heard(simulation).at(-1)).toBe('10 kettle-a KettleWhistled');
  });

  it('does not go back', () => {
    const simulation = kitchen({ at: 5 });
    expect(() => simulation.advanceTo(4)).toThrow(RangeError);
    expect(() => simulation.schedule(4, off('kettle-a'))).toThrow(RangeError);
  });

  it('obeys a timetable that moves, earlier or later', () => {
    const simulation = kitchen();
    simulation.issue(set('kettle-a', 50));
    simulation.issue(set('kettle-a', 20));
    simulation.schedule(10, set('kettle-a', 40));
    simulation.advanceTo(100);
    expect(heard(simulation).slice(3)).toEqual(['40 kettle-a KettleWhistled']);
  });

  it('tells what is ahead', () => {
    const simulation = kitchen();
    simulation.issue(set('kettle-a', 30, 10));
    simulation.issue(set('kettle-b', 20));
    simulation.issue(set('kettle-c', 5));
    simulation.issue(off('kettle-c'));
    expect(simulation.planned().map(({ stream, rung }) => `${rung.at} ${stream}`)).toEqual([
      '10 kettle-a',
      '20 kettle-b',
      '30 kettle-a',
    ]);
  });

  it('issues an order that changes nothing once', () => {
    const simulation = kitchen();
    simulation.issue(set('kettle-a', DEAF, 20));
    simulation.advanceTo(100);
    expect(heard(simulation).slice(1)).toEqual(['20 kettle-a KettleWhistled']);
  });
});

describe('a simulated log', () => {
  it('numbers events in all and in their stream', () => {
    const simulation = kitchen();
    simulation.issue(set('kettle-a', 1));
    simulation.issue(set('kettle-b', 1));
    simulation.issue(off('kettle-a'));
    expect(simulation.log.map(({ position, stream, revision }) => [Number(position), stream, revision])).toEqual([
      [1, 'kettle-a', 0],
      [2, 'kettle-b', 0],
      [3, 'kettle-a', 1],
    ]);
    expect(simulation.stateOf<Kettle>('kettle-a').off).toBe(true);
  });

  it('gives a refusal back and writes nothing', () => {
    const simulation = kitchen();
    simulation.issue(off('kettle-a'));
    expect(simulation.issue(off('kettle-a')).refused).toMatchObject({ code: 'ALREADY_OFF' });
    expect(simulation.log).toHaveLength(1);
  });

  it('need not be kept', () => {
    const told: string[] = [];
    const simulation = kitchen({ keepsLog: false, onRecorded: ({ event }) => told.push(event.type) });
    simulation.issue(set('kettle-a', 1));
    expect(simulation.log).toEqual([]);
    expect(told).toEqual(['KettleSet']);
  });

  it('knows no stream without an aggregate', () => {
    expect(() => kitchen().issue(off('teapot-a'))).toThrow('no aggregate lives in stream teapot-a');
  });
});

describe('reactions', () => {
  const together: SimulatedReaction = {
    name: 'when-one-kettle-is-taken-off-then-the-other-is',
    on: {
      KettleTakenOff: (_, { stream }) => ({
        stream: stream === 'kettle-a' ? 'kettle-b' : 'kettle-a',
        command: { type: 'TakeOff', data: {} },
      }),
    },
  };

  it('follow at once, and a refused one is noted', () => {
    const simulation = kitchen({ reactions: [together] });
    simulation.issue(set('kettle-a', 10));
    simulation.issue(set('kettle-b', 10));
    simulation.issue(off('kettle-a'));
    expect(heard(simulation).slice(2)).toEqual(['0 kettle-a KettleTakenOff', '0 kettle-b KettleTakenOff']);
    expect(simulation.refusals).toMatchObject([{ at: 0, stream: 'kettle-a', refused: { code: 'ALREADY_OFF' } }]);
    simulation.advanceTo(100);
    expect(simulation.log).toHaveLength(4);
  });
});

it('the same commands always give the same log, whatever order of instants they were scheduled in', () => {
  const command = fc.record({
    at: fc.integer({ min: 0, max: 50 }),
    kettle: fc.constantFrom('kettle-a', 'kettle-b', 'kettle-c'),
    whistles: fc.option(fc.array(fc.integer({ min: 51, max: 90 }), { maxLength: 3 })),
  });
  fc.assert(
    fc.property(fc.uniqueArray(command, { selector: ({ at }) => at, maxLength: 20 }), fc.nat(), (commands, seed) => {
      const run = (order: typeof commands) => {
        const simulation = kitchen();
        for (const { at, kettle: stream, whistles } of order)
          simulation.schedule(at, whistles ? set(stream, ...whistles) : off(stream));
        simulation.advanceTo(100);
        return simulation.log;
      };
      const shifted = commands.map((_, index) => commands[(index + seed) % commands.length]!);
      expect(run(shifted)).toEqual(run(commands));
    }),
  );
});

it('what is to come is taken the earliest first, of one instant in the order it was put in', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }), (instants) => {
      const queue = new EarliestFirst<readonly [number, number]>();
      const items = instants.map((at, order) => [at, order] as const);
      for (const item of items) queue.add(item[0], item);
      const taken = items.map(() => queue.take());
      expect(taken).toEqual(items.toSorted((one, other) => one[0] - other[0] || one[1] - other[1]));
      expect(queue.take()).toBeUndefined();
      expect(queue.nextAt).toBeUndefined();
    }),
  );
});
