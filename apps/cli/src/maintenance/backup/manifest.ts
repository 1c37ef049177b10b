import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CannotStart } from '../../../../station/src/cannot-start.js';

/** Of the backups that this version writes. */
const FORMAT = 1;

export const MANIFEST = 'manifest.json';

/** What nothing else could bring back, in the order of copying. All the rest is built anew from the log. */
export const KEPT = ['outbox.db', 'log.db', 'vault.db', 'access.db'] as const;
/** Passwords of a demo county; a real one has none. */
export const DEMO_ACCOUNTS = 'demo-accounts.json';

export interface KeptFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** What a backup holds; it is whole only if all of this is true of it. */
export interface Manifest {
  readonly format: number;
  /** ISO 8601 */
  readonly takenAt: string;
  readonly clock: 'real' | 'virtual';
  readonly log: {
    readonly events: number;
    readonly streams: number;
    readonly head: string;
    /** Over the hashes of all events in order. */
    readonly digest: string;
  };
  /** The master key that opens the vault, by its fingerprint. */
  readonly key: string;
  readonly files: Readonly<Record<string, KeptFile>>;
}

export const manifestOf = (about: Omit<Manifest, 'format'>): Manifest => ({ format: FORMAT, ...about });

/** @throws CannotStart where there is none, or it is damaged or newer */
export const readManifest = (backup: string): Manifest => {
  const file = join(backup, MANIFEST);
  if (!existsSync(file)) throw new CannotStart(`${backup} is no backup: it has no ${MANIFEST}.`);
  const found = parsed(readFileSync(file, 'utf8'));
  if (!found) throw new CannotStart(`${file} is damaged: take another backup.`);
  if (found.format > FORMAT) {
    throw new CannotStart(`${backup} was written by a newer Minqing (format ${found.format}): update Minqing.`);
  }
  return found;
};

const parsed = (text: string): Manifest | undefined => {
  try {
    const { format, takenAt, clock, log, key, files } = JSON.parse(text) as Partial<Manifest>;
    if (format === undefined || !takenAt || !clock || !log || !key || !files) return undefined;
    return { format, takenAt, clock, log, key, files };
  } catch {
    return undefined; // no JSON
  }
};

/** @throws CannotStart that names the first file that is not as it was written */
export const requireWhole = async (backup: string, { files }: Manifest): Promise<void> => {
  for (const [name, { bytes, sha256 }] of Object.entries(files)) {
    const file = join(backup, name);
    if (!existsSync(file)) throw new CannotStart(`${file} is missing: take another backup.`);
    const found = await describeFile(file);
    if (found.bytes !== bytes || found.sha256 !== sha256) {
      throw new CannotStart(`${file} is not as it was written: take another backup.`);
    }
  }
};

export const describeFile = async (file: string): Promise<KeptFile> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { bytes: statSync(file).size, sha256: hash.digest('hex') };
};
