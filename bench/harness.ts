import { availableParallelism } from 'node:os';
import { readFileSync } from 'node:fs';

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** One line of a figure: what we reach, the limit measured in the same run, and their ratio. */
export interface Row {
  readonly clients: number;
  /** Units a second. */
  readonly ours: Spread;
  readonly limit: Spread;
  /** Median of the pairs' ratios: absolute figures do not carry over to another machine. */
  readonly ratio: number;
  readonly cpuMsPerUnit: number;
  /** Of the limit's side. */
  readonly limitCpuMsPerUnit: number;
  /** Ratio that is asked for. */
  readonly reach?: number;
  /** Share of the machine that other processes took; above a bound nothing is judged. */
  readonly othersCpu: number;
  readonly judged: boolean;
}

export interface BenchResult {
  readonly name: string;
  readonly unit: string;
  readonly rows: readonly Row[];
  readonly notes?: readonly string[];
}

export type Bench = () => Promise<BenchResult>;

/** Works until `deadline` (`performance.now()`) and says how many units were done. */
export type Slice = (deadline: number) => Promise<number>;

export interface Side {
  readonly slice: Slice;
  /** Outside the measured time: whatever the next slice needs. */
  readonly prepare?: () => void | Promise<void>;
}

export interface Comparison {
  readonly clients: number;
  readonly ours: Side;
  readonly limit: Side;
  readonly reach?: number;
  readonly sliceMs?: number;
  readonly pairs?: number;
}

const SLICE_MS = 2_000;
const PAIRS = 5;
const QUIET = 0.15;

interface Measured {
  readonly perSecond: number;
  readonly cpuMsPerUnit: number;
  readonly othersCpu: number;
}

/** A/B/A/B in slices, so that whatever else the machine does falls on both sides. */
export const compare = async (comparison: Comparison): Promise<Row> => {
  const { clients, ours, limit, reach, sliceMs = SLICE_MS, pairs = PAIRS } = comparison;
  await measure(limit, sliceMs / 4);
  await measure(ours, sliceMs / 4);
  const measured: { ours: Measured; limit: Measured }[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    // Every other pair starts with the other side: neither always finds the disk as the other left it.
    if (pair % 2 === 0) measured.push({ ours: await measure(ours, sliceMs), limit: await measure(limit, sliceMs) });
    else {
      const first = await measure(limit, sliceMs);
      measured.push({ ours: await measure(ours, sliceMs), limit: first });
    }
  }
  const othersCpu = median(measured.flatMap((pair) => [pair.ours.othersCpu, pair.limit.othersCpu]));
  return {
    clients,
    ours: spread(measured.map((pair) => pair.ours.perSecond)),
    limit: spread(measured.map((pair) => pair.limit.perSecond)),
    ratio: median(measured.map((pair) => pair.ours.perSecond / pair.limit.perSecond)),
    cpuMsPerUnit: median(measured.map((pair) => pair.ours.cpuMsPerUnit)),
    limitCpuMsPerUnit: median(measured.map((pair) => pair.limit.cpuMsPerUnit)),
    ...(reach === undefined ? {} : { reach }),
    othersCpu,
    judged: othersCpu <= QUIET,
  };
};

/** `clients` loops side by side, each starting its next unit when the last one is answered. */
export const clientsDoing =
  (clients: number, unit: (client: number) => Promise<unknown>): Slice =>
  async (deadline) => {
    let done = 0;
    const loop = async (client: number): Promise<void> => {
      while (performance.now() < deadline) {
        await unit(client);
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: clients }, (_, client) => loop(client)));
    return done;
  };

const measure = async (side: Side, milliseconds: number): Promise<Measured> => {
  await side.prepare?.();
  const [machine, own, start] = [machineCpu(), process.cpuUsage(), performance.now()];
  const units = await side.slice(start + milliseconds);
  const elapsed = performance.now() - start;
  const used = process.cpuUsage(own);
  const ownMs = (used.user + used.system) / 1_000;
  const others = Math.max(0, machineCpu() - machine - ownMs);
  return {
    perSecond: (units * 1_000) / elapsed,
    cpuMsPerUnit: ownMs / Math.max(units, 1),
    othersCpu: others / (elapsed * availableParallelism()),
  };
};

/** Milliseconds the machine's processors were busy since boot, stolen time included; 0 where nothing tells. */
const machineCpu = (): number => {
  try {
    const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = readFileSync('/proc/stat', 'utf8')
      .split('\n', 1)
      .join('')
      .trim()
      .split(/\s+/)
      .slice(1)
      .map(Number);
    return (user + nice + system + irq + softirq + steal) * 10;
  } catch {
    return 0;
  }
};

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = NaN, high = NaN] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
};

export const spread = (values: readonly number[]): Spread => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
});
