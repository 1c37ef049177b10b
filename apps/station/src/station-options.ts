import { Command, InvalidArgumentError, Option } from 'commander';
import { resolve } from 'node:path';
import type { Instant } from '#kernel';
import { fromIso } from '#working-time';

export interface StationOptions {
  readonly port: number;
  readonly host: string;
  /** Folder of all databases, keys and logs. */
  readonly data: string;
  /** Begin without the demo county. */
  readonly empty: boolean;
  /** Load the demo county although the store is not empty. */
  readonly demo: boolean;
  /** Port of the embedded Temporal server; without it any free one, and the same again after a restart. */
  readonly temporalPort?: number;
  /** Serve Temporal's own pages on this port. */
  readonly temporalUi?: number;
  readonly tls?: { readonly cert: string; readonly key: string };
  /** False where a worker of its own runs beside the station. */
  readonly worker: boolean;
  /** For rehearsals: the clock stands at this instant until it is moved. Never on a folder with a real clock. */
  readonly virtualFrom?: Instant;
}

const DEFAULT_PORT = 8080;

const port = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) {
    throw new InvalidArgumentError('A port is a whole number from 1 to 65535.');
  }
  return number;
};

const isInstant = (text: string): boolean => {
  try {
    return fromIso(text) > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/** What the person typed. Ends the program with one sentence where it makes no sense. */
export const stationOptions = (argv: readonly string[]): StationOptions => {
  const program = new Command('npm start --')
    .description('Minqing 民情: api, projections, worker and Temporal in one station')
    .option('--port <number>', 'port of the pages and the API', port, DEFAULT_PORT)
    .option(
      '--host <address>',
      'address to listen on; another than loopback needs --tls-cert and --tls-key',
      '127.0.0.1',
    )
    .option('--data <folder>', 'data folder', '.minqing')
    .option('--empty', 'begin without the demo county', false)
    .option('--demo', 'load the demo county', false)
    .option('--temporal-port <port>', 'port of the embedded Temporal server', port)
    .option('--temporal-ui <port>', "serve Temporal's own pages", port)
    .option('--tls-cert <file>', 'certificate (PEM)')
    .option('--tls-key <file>', 'private key (PEM)')
    .option('--no-worker', 'a worker runs beside the station')
    .addOption(
      new Option('--clock <kind>', 'real, or virtual for rehearsals').choices(['real', 'virtual']).default('real'),
    )
    .option('--at <instant>', 'where a virtual clock begins, with offset')
    .showHelpAfterError('Run with --help to see all options.');
  program.parse(argv, { from: 'user' });
  const given = program.opts<{
    port: number;
    host: string;
    data: string;
    empty: boolean;
    demo: boolean;
    temporalPort?: number;
    temporalUi?: number;
    tlsCert?: string;
    tlsKey?: string;
    worker: boolean;
    clock: 'real' | 'virtual';
    at?: string;
  }>();
  const { tlsCert, tlsKey, temporalPort, temporalUi, at } = given;
  if ((tlsCert === undefined) !== (tlsKey === undefined)) program.error('--tls-cert and --tls-key go together.');
  if (!LOOPBACK.includes(given.host) && tlsCert === undefined) {
    program.error(`--host ${given.host} is open to others: give --tls-cert and --tls-key.`);
  }
  if (given.empty && given.demo) program.error('--empty and --demo exclude each other.');
  const virtual = given.clock === 'virtual';
  if (virtual !== (at !== undefined)) program.error('--clock virtual and --at INSTANT go together.');
  if (at !== undefined && !isInstant(at)) {
    program.error(`--at ${at} is no instant with an offset, such as 2026-02-13T16:40+08:00.`);
  }
  if (virtual && !given.worker) program.error('--clock virtual moves the clock of its own worker only.');
  return {
    port: given.port,
    host: given.host,
    data: resolve(given.data),
    empty: given.empty,
    demo: given.demo,
    worker: given.worker,
    ...(temporalPort !== undefined && { temporalPort }),
    ...(temporalUi !== undefined && { temporalUi }),
    ...(tlsCert !== undefined && tlsKey !== undefined && { tls: { cert: tlsCert, key: tlsKey } }),
    ...(at !== undefined && { virtualFrom: fromIso(at) }),
  };
};
