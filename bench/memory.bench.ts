import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Row } from './harness.js';
import { allDelivered, fill, memory } from './memory/open-cases.js';
import { startStation } from './start/running-station.js';

const LIMIT_MIB = 900;
const COUNTIES = 3;
/** The lesser number tells what a further case costs. */
const [FEWER, OPEN_CASES] = [4_000, 10_000];

/** The real station with three counties: what it and its Temporal server hold in memory, every case with its workflow. */
export const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minqing-memory-'));
  const data = join(folder, 'data');
  const rows: Row[] = [];
  const measured = async (cases: number, what: string): Promise<number> => {
    const station = await startStation(data);
    try {
      const begun = performance.now();
      await allDelivered(station, cases);
      const deliveredS = (performance.now() - begun) / 1_000;
      rows.push(await memory(station, { what, cases, limitMiB: LIMIT_MIB }));
      return deliveredS;
    } finally {
      await station.stop();
    }
  };
  try {
    await (await startStation(data)).stop();
    const few = await fill(data, { cases: FEWER, counties: COUNTIES });
    await measured(FEWER, `three counties, ${FEWER} open cases just delivered`);
    const more = await fill(data, { cases: OPEN_CASES, counties: COUNTIES, after: FEWER });
    const deliveredS = await measured(OPEN_CASES, `three counties, ${OPEN_CASES} open cases just delivered`);
    await measured(OPEN_CASES, `three counties, ${OPEN_CASES} open cases, started again`);
    const [fewer, all] = rows.map(({ ours }) => ours.median);
    const perThousand = (((all ?? NaN) - (fewer ?? NaN)) * 1_000) / (OPEN_CASES - FEWER);
    return {
      name: 'memory',
      unit: 'MiB resident, station and Temporal',
      rows,
      notes: [
        `limit: ${LIMIT_MIB} MiB; from ${FEWER} to ${OPEN_CASES} cases ${perThousand.toFixed(1)} MiB for each thousand more`,
        'the model knows one county a station: the other two stand beside the demo county under the same roof, with',
        `townships, villages and people of their own; ${few + more} of the cases found a handler; the last ` +
          `${OPEN_CASES - FEWER} had their workflows ${deliveredS.toFixed(0)} s after the station was ready`,
        'CPU: ms in a second in which nobody does anything',
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
