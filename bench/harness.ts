import { availableParallelism } from 'node:os';
import { readFileSync } from 'node:fs';
import { profileFromHere } from './profile.js';

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** One line of a figure: what we reach, the limit measured in the same run, and their ratio. */
export interface Row {
  readonly clients: number;
  /** Where the number of clients does not say it. */
  readonly what?: string;
  /** Where it is not that of the figure. */
  readonly unit?: string;
  /** Units a second, unless `unit` says otherwise. */
  readonly ours: Spread;
  readonly limit: Spread;
  /** Median of the pairs' ratios: absolute figures do not carry over to another machine. */
  readonly ratio: number;
  readonly cpuMsPerUnit: number;
  /** Of the limit's side. */
  readonly limitCpuMsPerUnit?: number;
  /** Ratio that is asked for. */
  readonly reach?: number;
  /** Share of the machine that other processes took; above a bound nothing is judged. */
  readonly othersCpu: number;
  readonly judged: boolean;
  /** Further numbers of this row, by their names. */
  readonly counts?: Readonly<Record<string, number>>;
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
  /** Processor time that children have used for this side so far, ms. */
  readonly childrenCpuMs?: () => number;
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

export interface Measured {
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
  return { clients, ...(reach === undefined ? {} : { reach }), ...judged(measured) };
};

/** Medians over the pairs, and whether the machine was quiet enough to judge them. */
export const judged = (
  measured: readonly { readonly ours: Measured; readonly limit: Measured }[],
): Pick<Row, 'ours' | 'limit' | 'ratio' | 'cpuMsPerUnit' | 'limitCpuMsPerUnit' | 'othersCpu' | 'judged'> => {
  const othersCpu = median(measured.flatMap((pair) => [pair.ours.othersCpu, pair.limit.othersCpu]));
  return {
    ours: spread(measured.map((pair) => pair.ours.perSecond)),
    limit: spread(measured.map((pair) => pair.limit.perSecond)),
    ratio: median(measured.map((pair) => pair.ours.perSecond / pair.limit.perSecond)),
    cpuMsPerUnit: median(measured.map((pair) => pair.ours.cpuMsPerUnit)),
    limitCpuMsPerUnit: median(measured.map((pair) => pair.limit.cpuMsPerUnit)),
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

export const measure = async (side: Side, milliseconds: number): Promise<Measured> => {
  await side.prepare?.();
  await profileFromHere();
  const ofChildren = (): number => side.childrenCpuMs?.() ?? 0;
  const [machine, own, children, start] = [machineCpu(), process.cpuUsage(), ofChildren(), performance.now()];
  const units = await side.slice(start + milliseconds);
  const elapsed = performance.now() - start;
  const used = process.cpuUsage(own);
  const ownMs = (used.user + used.system) / 1_000 + ofChildren() - children;
  const others = Math.max(0, machineCpu() - machine - ownMs);
  return {
    perSecond: (units * 1_000) / elapsed,
    cpuMsPerUnit: ownMs / Math.max(units, 1),
    othersCpu: others / (elapsed * availableParallelism()),
  };
};

/** Processor time of one process and of its ended children, ms; 0 where nothing tells. */
export const processCpuMs = (pid: number): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const times = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 15)
      .map(Number);
    return times.reduce((sum, ticks) => sum + ticks, 0) * TICK_MS;
  } catch {
    return 0;
  }
};

const TICK_MS = 10;

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
    return (user + nice + system + irq + softirq + steal) * TICK_MS;
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
