import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export interface Verdict {
  readonly cases: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly violations: number;
  /** How often what the run is to be about took place, counted in the log. */
  readonly tookPlace: Readonly<Record<string, number>>;
}

/** What the independent program says of a data folder at rest. */
export const judge = (data: string, acknowledged: string): Verdict => {
  const checker = join(process.cwd(), 'test/faults/checker.py');
  let printed: string;
  try {
    printed = execFileSync('python3', [checker, data, acknowledged], { encoding: 'utf8', maxBuffer: 1 << 26 });
  } catch (error) {
    printed = (error as { stdout?: string }).stdout ?? '';
    if (printed === '') throw error;
  }
  console.log(printed.trimEnd());
  return JSON.parse(printed.trimEnd().split('\n').at(-1)!) as Verdict;
};

/** A checker that cannot fail proves nothing. @throws where it overlooks one of the damages */
export const proveTheChecker = (data: string, acknowledged: string): void => {
  execFileSync('python3', [join(process.cwd(), 'test/faults/damages.py'), data, acknowledged], { stdio: 'inherit' });
};
