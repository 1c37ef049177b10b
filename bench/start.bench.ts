import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure, median, spread, type Bench, type Measured, type Row } from './harness.js';
import { allDelivered, fill, memory } from './memory/open-cases.js';
import { startStation, type RunningStation } from './start/running-station.js';

const LIMIT_S = 5;
const LIMIT_MIB = 700;
const STARTS = 5;
const OPEN_CASES = 4_000;
const QUIET = 0.15;

/** One start to ready, and what it took; the station runs on. */
const start = async (folder: string): Promise<{ station: RunningStation; measured: Measured }> => {
  let station: RunningStation | undefined;
  const measured = await measure(
    {
      slice: async () => {
        station = await startStation(folder);
        return 1;
      },
      childrenCpuMs: () => station?.cpuMs() ?? 0,
    },
    0,
  );
  if (!station) throw new Error('no station was started');
  return { station, measured };
};

const starts = async (folder: string, what: string): Promise<Row> => {
  const each: Measured[] = [];
  for (let n = 0; n < STARTS; n += 1) {
    const { station, measured } = await start(folder);
    await station.stop();
    each.push(measured);
  }
  const seconds = spread(each.map(({ perSecond }) => 1 / perSecond));
  const othersCpu = median(each.map((measured) => measured.othersCpu));
  return {
    ...{ clients: 1, what, unit: 's', ours: seconds, limit: constant(LIMIT_S), ratio: LIMIT_S / seconds.median },
    cpuMsPerUnit: median(each.map(({ cpuMsPerUnit }) => cpuMsPerUnit)),
    ...{ reach: 1, othersCpu, judged: othersCpu <= QUIET },
  };
};

const constant = (value: number) => ({ median: value, min: value, max: value });

const limit = (what: string) => ({ what, cases: OPEN_CASES, limitMiB: LIMIT_MIB });

/** The real station on a folder of its own: how soon it is ready again, and what it holds in memory. */
export const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minqing-start-'));
  const data = join(folder, 'data');
  try {
    const first = await start(data);
    await first.station.stop();
    const rows = [await starts(data, 'second start, demo county')];
    const assigned = await fill(data, { cases: OPEN_CASES });
    const { station, measured } = await start(data);
    const begun = performance.now();
    await allDelivered(station, OPEN_CASES);
    const deliveredS = (performance.now() - begun) / 1_000;
    rows.push(await memory(station, limit(`station and Temporal, ${OPEN_CASES} open cases just delivered`)));
    await station.stop();
    rows.push(await starts(data, `second start, ${OPEN_CASES} open cases`));
    const again = await start(data);
    rows.push(await memory(again.station, limit(`station and Temporal started again, ${OPEN_CASES} open cases`)));
    await again.station.stop();
    return {
      name: 'start',
      unit: 's to /health/ready, MiB resident',
      rows,
      notes: [
        `limits: ${LIMIT_S} s and ${LIMIT_MIB} MiB; CPU of a memory row: ms in a second in which nobody does anything`,
        `first start, the county loaded: ${(1 / first.measured.perSecond).toFixed(1)} s`,
        `${OPEN_CASES} open cases, ${assigned} of them assigned; found by the start after them in ` +
          `${(1 / measured.perSecond).toFixed(1)} s to ready, ${deliveredS.toFixed(0)} s more until each had its workflow`,
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
