import { readFileSync, writeFileSync } from 'node:fs';
import { TemporalServer, endRecordedOrphan, resolveTemporalServer } from '#platform';
import type { DataFolder } from './data-folder.js';
import { isFree, requireFreePort } from './required.js';
import type { StationEnvironment } from './station-environment.js';
import type { StationOptions } from './station-options.js';

export interface RunningTemporal {
  readonly address: string;
  /** Which server it is, in one line. */
  readonly said: string;
  /** `up`, or what it is doing just now; `given` where it is not ours. */
  readonly state: () => string;
  readonly stop: () => Promise<void>;
  /** At once, without waiting: for whoever insists on leaving. */
  readonly kill: () => void;
}

/** Where the address of the station's own server is left for a worker beside it. */
const ADDRESS_FILE = 'temporal/address';
const LOOPBACK = '127.0.0.1';

/**
 * Ends what a killed station left behind, and finds the port for the server: as wished, or the last one again, so that
 * a worker beside the station finds it after a restart. On a port that others have taken meanwhile their server would
 * be taken for ours.
 * @throws CannotStart where a port that was asked for is taken, DataFolderInUse
 */
export const freeTemporalPort = async (
  { temporalPort, temporalUi }: StationOptions,
  folder: DataFolder,
  say: (line: string) => void,
): Promise<number | undefined> => {
  const orphan = await endRecordedOrphan(folder.file('temporal/temporal.pid.json'));
  if (orphan !== undefined) say(`Ended the Temporal server ${orphan} that an earlier run left behind.`);
  if (temporalUi !== undefined) await requireFreePort('--temporal-ui', temporalUi, LOOPBACK);
  if (temporalPort !== undefined) {
    await requireFreePort('--temporal-port', temporalPort, LOOPBACK);
    return temporalPort;
  }
  const last = portOf(addressLeftBy(folder));
  return last !== undefined && (await isFree(last, LOOPBACK)) ? last : undefined;
};

/** @throws NoTemporalServer, DataFolderInUse */
export const startTemporal = async (
  { temporalUi, virtualFrom }: StationOptions,
  { temporalAddress, temporalBinary, path, cache }: StationEnvironment,
  folder: DataFolder,
  port: number | undefined,
  say: (line: string) => void,
): Promise<RunningTemporal> => {
  const server = await resolveTemporalServer({
    address: temporalAddress,
    binary: temporalBinary,
    path,
    cacheFolder: cache,
    say,
  });
  if (server.kind === 'existing') {
    const { address, said } = server;
    writeFileSync(folder.file(ADDRESS_FILE), address);
    return { address, said, state: () => 'given', stop: async () => undefined, kill: () => undefined };
  }
  const child = await TemporalServer.start({
    binary: server.binary,
    folder: folder.file('temporal'),
    say,
    timeSkipping: virtualFrom !== undefined,
    ...(port !== undefined && { port }),
    ...(temporalUi !== undefined && { uiPort: temporalUi }),
  });
  const { address } = child;
  writeFileSync(folder.file(ADDRESS_FILE), address);
  return {
    address,
    said: server.said,
    state: () => child.health.state,
    stop: () => child.stop(),
    kill: () => {
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
};

/** Of the server that the station on this folder uses, or used last. */
export const addressLeftBy = (folder: DataFolder): string | undefined => {
  try {
    return readFileSync(folder.file(ADDRESS_FILE), 'utf8').trim() || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

const portOf = (address: string | undefined): number | undefined => {
  const [, port] = /^127\.0\.0\.1:(\d+)$/.exec(address ?? '') ?? [];
  return port === undefined ? undefined : Number(port);
};
