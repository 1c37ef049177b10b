import { beforeEach, describe, expect, it } from '@jest/globals';
import { BACK_PRESSURE, BackPressure } from './back-pressure.js';

const { sample, everyMs, pauseMs } = BACK_PRESSURE;
const [shortest, longest] = pauseMs;

let clock = 0;
let pressure: BackPressure;

/** So many samples of commands that take `ms` each, 5 ms from one to the next. */
const commands = (samples: number, ms: number): void => {
  for (let n = 0; n < samples * sample; n += 1) {
    clock += 5;
    pressure.took(ms);
  }
};

beforeEach(() => {
  clock = 0;
  pressure = new BackPressure(BACK_PRESSURE, () => clock);
});

describe('deliveries to Temporal', () => {
  it('go as fast as they can while commands take what they always take', () => {
    commands(20, 3);
    expect(pressure.pauseMs).toBe(0);
  });

  it('slow down while commands take longer, down to a pace that is kept', () => {
    commands(5, 3);
    commands(1, 6);
    expect(pressure.pauseMs).toBe(shortest);
    commands(20, 6);
    expect(pressure.pauseMs).toBe(longest);
  });

  it('speed up again once commands are quick', () => {
    commands(5, 3);
    commands(20, 6);
    commands(50, 3);
    expect(pressure.pauseMs).toBe(0);
  });

  it('are not held up by commands that have ended, nor by a few slow ones', () => {
    commands(5, 3);
    commands(20, 6);
    clock += everyMs + 1;
    expect(pressure.pauseMs).toBe(0);
    for (let n = 0; n < 100; n += 1) {
      clock += everyMs / 5;
      pressure.took(50);
      expect(pressure.pauseMs).toBe(0);
    }
  });

  it('take a machine that stays slower for what it is', () => {
    commands(5, 3);
    commands(400, 6);
    expect(pressure.pauseMs).toBe(0);
  });
});
