import { readFileSync, writeFileSync } from 'node:fs';
import { TemporalServer, resolveTemporalServer } from '#platform';
import type { DataFolder } from './data-folder.js';
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

/** @throws NoTemporalServer, DataFolderInUse */
export const startTemporal = async (
  { temporalPort, temporalUi, virtualFrom }: StationOptions,
  { temporalAddress, temporalBinary, path, cache }: StationEnvironment,
  folder: DataFolder,
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
  const settings = {
    binary: server.binary,
    folder: folder.file('temporal'),
    say,
    timeSkipping: virtualFrom !== undefined,
    ...(temporalUi !== undefined && { uiPort: temporalUi }),
  };
  const child = await onTheSamePort(temporalPort, portOf(addressLeftBy(folder)), (port) =>
    TemporalServer.start({ ...settings, ...(port !== undefined && { port }) }),
  );
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

/** A worker beside the station finds its server again after a restart; a port that others took meanwhile is let go. */
const onTheSamePort = async <T>(
  wanted: number | undefined,
  last: number | undefined,
  start: (port: number | undefined) => Promise<T>,
): Promise<T> => {
  if (wanted !== undefined || last === undefined) return start(wanted);
  try {
    return await start(last);
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('did not come up'))) throw error;
    return start(undefined);
  }
};
