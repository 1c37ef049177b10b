import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caseInProgress, openCase } from './county.js';
import { measure, median, spread, type Bench, type Measured } from './harness.js';
import { openCountyAtWork } from './saturate/county-at-work.js';
import { offered } from './saturate/offered.js';

const OFFERED = 200;
const SLICE_MS = 8_000;
/** Before a slice: deliveries find their pace, or the server comes to rest. */
const LEAD_MS = 3_000;
const PAIRS = 5;
/** Cases whose handlers send the commands. */
const IN_PROGRESS = 200;
/** Cases without a workflow yet, more than can be delivered in all slices together. */
const BACKLOG = 2_500;
const IN_FLIGHT = 32;
/** Times the p95 with Temporal idle. */
const LIMIT = 2;
const QUIET = 0.15;

interface Slice extends Measured {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly delivered: number;
  readonly temporalShare: number;
}

const abreast = async (count: number, work: (number: number) => Promise<unknown>): Promise<void> => {
  let begun = 0;
  const lane = async (): Promise<void> => {
    while (begun < count) await work((begun += 1));
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
};

const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? NaN;

type CountyAtWork = Awaited<ReturnType<typeof openCountyAtWork>>;

const sliceOf = async (
  { gate, temporalCpuMs }: CountyAtWork,
  commands: readonly (() => Promise<void>)[],
  milliseconds: number,
): Promise<Slice> => {
  const send = (number: number): Promise<void> => commands[number % commands.length]!();
  let took: readonly number[] = [];
  let [delivered, temporalMs] = [0, 0];
  const measured = await measure(
    {
      slice: async (deadline) => {
        await offered(OFFERED, performance.now() + LEAD_MS, send);
        [delivered, temporalMs] = [gate.delivered, temporalCpuMs()];
        const begun = performance.now();
        took = await offered(OFFERED, deadline + LEAD_MS, send);
        delivered = ((gate.delivered - delivered) * 1_000) / (performance.now() - begun);
        temporalMs = (temporalCpuMs() - temporalMs) / (performance.now() - begun);
        return took.length;
      },
      childrenCpuMs: temporalCpuMs,
    },
    milliseconds,
  );
  const sorted = [...took].sort((a, b) => a - b);
  const [p50, p95, p99] = [at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99)];
  return { ...measured, p50, p95, p99, delivered, temporalShare: temporalMs };
};

/** What a command takes while Temporal has more to do than it can, against the same commands while it rests. */
export const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minqing-saturate-'));
  const county = await openCountyAtWork(folder);
  try {
    const commands: (() => Promise<void>)[] = [];
    await abreast(IN_PROGRESS, async (number) => commands.push(await caseInProgress(county.county, number)));
    await county.quiet();
    county.gate.shut();
    await abreast(BACKLOG, (number) => openCase(county.county, IN_PROGRESS + number));

    const saturated = async (milliseconds: number): Promise<Slice> => {
      county.gate.open();
      const slice = await sliceOf(county, commands, milliseconds);
      if (county.backlog() < 100) throw new Error('the backlog was used up: nothing was saturated any more');
      county.gate.shut();
      return slice;
    };
    const idle = async (milliseconds: number): Promise<Slice> => {
      await county.quiet();
      return sliceOf(county, commands, milliseconds);
    };
    await idle(SLICE_MS / 4);
    await saturated(SLICE_MS / 4);
    const pairs: { readonly ours: Slice; readonly idle: Slice }[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const first = pair % 2 === 0 ? await idle(SLICE_MS) : undefined;
      const ours = await saturated(SLICE_MS);
      pairs.push({ ours, idle: first ?? (await idle(SLICE_MS)) });
    }
    const othersCpu = median(pairs.flatMap(({ ours, idle: rest }) => [ours.othersCpu, rest.othersCpu]));
    const of = (side: 'ours' | 'idle', what: keyof Slice): number => median(pairs.map((pair) => pair[side][what]));
    return {
      name: 'saturate',
      unit: `ms a command at ${OFFERED} commands/s offered, p95`,
      rows: [
        {
          what: 'p95 with a backlog for Temporal; limit: twice the p95 with Temporal idle',
          clients: OFFERED,
          ours: spread(pairs.map(({ ours }) => ours.p95)),
          limit: spread(pairs.map(({ idle: rest }) => LIMIT * rest.p95)),
          ratio: median(pairs.map(({ ours, idle: rest }) => (LIMIT * rest.p95) / ours.p95)),
          cpuMsPerUnit: of('ours', 'cpuMsPerUnit'),
          limitCpuMsPerUnit: of('idle', 'cpuMsPerUnit'),
          ...{ reach: 1, othersCpu, judged: othersCpu <= QUIET },
          counts: {
            'p50 ms': of('ours', 'p50'),
            'p99 ms': of('ours', 'p99'),
            'idle p50 ms': of('idle', 'p50'),
            'idle p95 ms': of('idle', 'p95'),
            'idle p99 ms': of('idle', 'p99'),
            'doorbells/s': of('ours', 'delivered'),
            'processors Temporal used': of('ours', 'temporalShare'),
            'idle processors Temporal used': of('idle', 'temporalShare'),
          },
        },
      ],
      notes: [
        'commands: progress noted by the handlers of 200 cases, which rings no doorbell; sent evenly whether or not the',
        'earlier ones are answered, each timed from the moment it was due. Commands, read models, bridge, guards and',
        `worker in one process as in the station, its server beside it; ${county.backlog()} cases were still waiting at the end`,
      ],
    };
  } finally {
    await county.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
