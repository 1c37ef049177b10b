import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FileLock } from '#platform';
import { CannotStart } from './cannot-start.js';

/** Of the folders that this version writes. */
export const FORMAT = 1;

const MARKER = 'minqing.json';

export type ClockKind = 'real' | 'virtual';

interface Marker {
  readonly format: number;
  readonly clock: ClockKind;
}

/** Where the station keeps everything; each database has a file of its own, so that each has one writer. */
export class DataFolder {
  private constructor(
    readonly path: string,
    readonly clock: ClockKind,
  ) {}

  /**
   * Looks at what is there before anything is made.
   * @throws CannotStart where it cannot be written, is of a newer version, or belongs to another kind of clock
   */
  static open(path: string, clock: ClockKind): DataFolder {
    return orCannotBeWritten(path, () => {
      const found = requireMarker(path);
      if (found) check(path, found, clock);
      makeFolder(path);
      makeFolder(join(path, 'keys'));
      makeFolder(join(path, 'temporal'));
      if (!found) writeDurably(join(path, MARKER), `${JSON.stringify({ format: FORMAT, clock })}\n`);
      return new DataFolder(path, clock);
    });
  }

  /** For a program beside a station: nothing is made. @throws CannotStart where no station has been at work */
  static beside(path: string): DataFolder {
    const found = requireMarker(path);
    if (!found) throw new CannotStart(`${path} is no data folder of a station: start the station first.`);
    check(path, found, 'real');
    return new DataFolder(path, found.clock);
  }

  file(name: string): string {
    return join(this.path, name);
  }

  /** For as long as this process lives, no second station works here. @throws CannotStart */
  lock(): () => void {
    return orCannotBeWritten(this.path, () => {
      const lock = new FileLock(this.file('station.lock.db'));
      const release = lock.tryTake();
      if (!release) {
        lock.close();
        throw new CannotStart(
          `Another station works on the data folder ${this.path}: end it first, or give another folder with --data.`,
        );
      }
      return () => {
        release();
        lock.close();
      };
    });
  }
}

const orCannotBeWritten = <T>(path: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(
      `The data folder ${path} cannot be written (${(error as Error).message}): give another one with --data.`,
    );
  }
};

/** For its owner alone. Step by step: asked for all at once, Node never comes back from some places (`/proc`). */
const makeFolder = (path: string): void => {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
};

/** A marker that a power cut leaves empty would lock its owner out. */
const writeDurably = (file: string, text: string): void => {
  const handle = openSync(`${file}.new`, 'w', 0o644);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${file}.new`, file);
};

/** What a folder says of itself. */
export const markerIn = (path: string): Marker | 'none' | 'damaged' => {
  const file = join(path, MARKER);
  if (!existsSync(file)) return 'none';
  const text = readFileSync(file, 'utf8');
  try {
    const { format, clock } = JSON.parse(text) as Partial<Marker>;
    if (Number.isInteger(format) && (clock === 'real' || clock === 'virtual'))
      return { format: format as number, clock };
  } catch {
    // damaged, as everything else that is no marker
  }
  return 'damaged';
};

const requireMarker = (path: string): Marker | undefined => {
  const found = markerIn(path);
  if (found !== 'damaged') return found === 'none' ? undefined : found;
  throw new CannotStart(
    `${join(path, MARKER)} is damaged and does not say what wrote its folder: put it back from a backup, or give another folder with --data.`,
  );
};

const check = (path: string, found: Marker, clock: ClockKind): void => {
  if (found.format > FORMAT) {
    throw new CannotStart(
      `The data folder ${path} was written by a newer Minqing (format ${found.format}, this one knows ${FORMAT}): ` +
        'update Minqing, or give another folder with --data.',
    );
  }
  if (found.clock !== clock) {
    throw new CannotStart(
      `The data folder ${path} keeps ${found.clock} time and cannot be opened with a ${clock} clock: ` +
        'give another folder with --data.',
    );
  }
};
