import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.js';

const FORMAT = 1;

export type ClockKind = 'real' | 'virtual';

interface Marker {
  readonly format: number;
  readonly clock: ClockKind;
}

/** Where the station keeps everything; each database has a file of its own, so that each has one writer. */
export class DataFolder {
  private constructor(readonly path: string) {}

  /** @throws CannotStart where it cannot be written, is of a newer version, or belongs to another kind of clock */
  static open(path: string, clock: ClockKind): DataFolder {
    try {
      mkdirSync(join(path, 'keys'), { recursive: true, mode: 0o700 });
      mkdirSync(join(path, 'temporal'), { recursive: true });
      const marker = join(path, 'minqing.json');
      const found = readMarker(marker);
      if (found) check(path, found, clock);
      writeFileSync(`${marker}.new`, `${JSON.stringify({ format: FORMAT, clock: found?.clock ?? clock })}\n`);
      renameSync(`${marker}.new`, marker);
    } catch (error) {
      if (error instanceof CannotStart) throw error;
      throw new CannotStart(
        `The data folder ${path} cannot be written (${(error as Error).message}). Give another one with --data.`,
      );
    }
    return new DataFolder(path);
  }

  file(name: string): string {
    return join(this.path, name);
  }
}

const readMarker = (file: string): Marker | undefined => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return JSON.parse(text) as Marker;
};

const check = (path: string, found: Marker, clock: ClockKind): void => {
  if (found.format > FORMAT) {
    throw new CannotStart(
      `The data folder ${path} was written by a newer Minqing (format ${found.format}, this one knows ${FORMAT}). ` +
        'Update Minqing, or give another folder with --data.',
    );
  }
  if (found.clock !== clock) {
    throw new CannotStart(
      `The data folder ${path} keeps ${found.clock} time and cannot be opened with a ${clock} clock. ` +
        'Give another folder with --data.',
    );
  }
};
