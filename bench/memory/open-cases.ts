import { setTimeout as pause } from 'node:timers/promises';
import { CASE_WORKFLOW } from '#workflows/case-handling';
import { temporalClient } from '#process';
import { openCase, openCounty } from '../county.js';
import { clientsDoing, measure, median, spread, type Row } from '../harness.js';
import type { RunningStation } from '../start/running-station.js';

const IN_FLIGHT = 32;
/** At rest: for so long nothing has been done that deserves the name. */
const RESTING_MS = 10_000;
const RESTING_SHARE = 0.1;
const LONGEST_UNREST_MS = 900_000;
const SAMPLES = 10;
const LONGEST_DELIVERY_MS = 1_800_000;

/** Enters the cases through the command handlers while the station is down; says how many found a handler. */
export const fill = async (
  folder: string,
  { cases, counties = 1, after = 0 }: { readonly cases: number; readonly counties?: number; readonly after?: number },
): Promise<number> => {
  const { county, close } = await openCounty(folder, counties);
  let [begun, assigned] = [after, 0];
  const lane = async (): Promise<void> => {
    while (begun < cases) {
      const number = (begun += 1);
      if ((await openCase(county, number, number % counties)) === 'assigned') assigned += 1;
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  await close();
  return assigned;
};

/** Each open case having its workflow does not say that all workflows have run: waits until nobody does anything. */
const atRest = async ({ cpuMs }: RunningStation): Promise<void> => {
  for (const until = performance.now() + LONGEST_UNREST_MS; performance.now() < until;) {
    const before = cpuMs();
    await pause(RESTING_MS);
    if (cpuMs() - before < RESTING_SHARE * RESTING_MS) return;
  }
  throw new Error('the station does not come to rest');
};

/** Resolves when each open case has its workflow. */
export const allDelivered = async (station: RunningStation, cases: number): Promise<void> => {
  const client = temporalClient(station.temporalAddress());
  const query = `WorkflowType="${CASE_WORKFLOW}" AND ExecutionStatus="Running"`;
  try {
    for (const until = performance.now() + LONGEST_DELIVERY_MS; ;) {
      const { count } = await client.workflow.count(query);
      if (count === cases) return;
      if (count > cases || performance.now() > until) throw new Error(`${count} workflows, not ${cases}`);
      await pause(500);
    }
  } finally {
    await client.connection.close();
  }
};

/** Resident memory of the station and its server, once they have come to rest. */
export const memory = async (
  station: RunningStation,
  { what, cases, limitMiB }: { readonly what: string; readonly cases: number; readonly limitMiB: number },
): Promise<Row> => {
  await atRest(station);
  const samples: { station: number; temporal: number }[] = [];
  const idle = await measure(
    {
      slice: clientsDoing(1, async () => {
        samples.push(station.memoryMiB());
        await pause(1_000);
      }),
      childrenCpuMs: station.cpuMs,
    },
    SAMPLES * 1_000,
  );
  const ours = spread(samples.map(({ station: own, temporal }) => own + temporal));
  const counts = {
    'station MiB': median(samples.map((sample) => sample.station)),
    'Temporal MiB': median(samples.map(({ temporal }) => temporal)),
  };
  const limit = { median: limitMiB, min: limitMiB, max: limitMiB };
  return {
    ...{ clients: cases, what, unit: 'MiB', ours, limit, ratio: limitMiB / ours.median },
    // of a second in which nobody does anything
    cpuMsPerUnit: idle.cpuMsPerUnit,
    ...{ reach: 1, othersCpu: idle.othersCpu, judged: true, counts },
  };
};
