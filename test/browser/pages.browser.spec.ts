import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium, People } from './people.js';
import { RunningStation } from './running-station.js';
import { cadreMediates } from './stories/cadre.js';
import { clerkRegisters } from './stories/clerk.js';
import { firstWay } from './stories/first-way.js';
import { leaderActs } from './stories/leader.js';

/** One station and one county for all: what the clerk registers the cadre mediates, and what nobody takes the leader finds. */
describe('the pages', () => {
  let browser: Browser;
  let station: RunningStation;
  let everybody: People;
  const people = (): People => everybody;
  const told = { mediated: '', forgotten: '' };

  beforeAll(async () => {
    browser = await launchChromium();
    station = await RunningStation.start();
    everybody = new People(browser, station);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await station?.stop();
  }, 60_000);

  firstWay(people);
  clerkRegisters(people, told);
  cadreMediates(people, told);
  leaderActs(people, told);

  it('are written for what the station answers today', async () => {
    const env = { ...process.env, MINQING_ADDRESS: station.address };
    await promisify(execFile)(process.execPath, ['apps/web/generate.mjs', '--check'], { env });
  }, 60_000);

  it('never break, ask elsewhere, or have to be stopped by the security policy', () => {
    expect(everybody.complaints).toEqual([]);
  });
});
