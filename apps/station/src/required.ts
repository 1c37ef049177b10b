import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { CannotStart } from './cannot-start.js';
import type { StationEnvironment } from './station-environment.js';
import type { StationOptions } from './station-options.js';

/** Looked at before anything is made. @throws CannotStart */
export const requireSurroundings = async (
  { port, host, tls, virtualFrom }: StationOptions,
  { workflowBundle, temporalAddress }: StationEnvironment,
): Promise<void> => {
  if (!isReadable(workflowBundle)) throw new CannotStart('The programs are not built: run them with npm start.');
  for (const [option, file] of [
    ['--tls-cert', tls?.cert],
    ['--tls-key', tls?.key],
  ] as const) {
    if (file !== undefined && !isReadable(file)) throw new CannotStart(`${option} ${file} cannot be read.`);
  }
  if (virtualFrom !== undefined && temporalAddress) {
    throw new CannotStart('A virtual clock needs a Temporal server of its own: start without TEMPORAL_ADDRESS.');
  }
  await requireFreePort('--port', port, host);
};

const isReadable = (file: string): boolean => {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false; // why does not matter: it cannot be used
  }
};

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken',
  EACCES: 'may not be opened by this account',
  EADDRNOTAVAIL: 'cannot be opened on this address',
};

/** @throws CannotStart where nobody could listen there now */
export const requireFreePort = async (option: string, port: number, host: string): Promise<void> => {
  const failure = await listening(port, host);
  if (failure) throw portRefused(option, port, failure);
};

export const isFree = async (port: number, host: string): Promise<boolean> => !(await listening(port, host));

/** Why nobody could listen there now, if so. */
const listening = (port: number, host: string): Promise<NodeJS.ErrnoException | undefined> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });

export const portRefused = (option: string, port: number, error: NodeJS.ErrnoException): Error => {
  const reason = REASONS[error.code ?? ''];
  return reason ? new CannotStart(`Port ${port} ${reason}: give another one with ${option}.`) : error;
};
