import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { castOf, prepareTalks } from './cast.js';
import type { Cast } from './case-life.js';
import { ready } from './surroundings.js';
import { Victim } from './victims.js';

const HOUR_MS = 3_600_000;
/** Sessions are two hours ahead, and are over by now. */
const AGO_MS = 6 * HOUR_MS;

/** A clock that the station moves by hand: `POST /api/rehearsal/NAME`. */
export const rehearse = async (base: string, data: string, name: 'clock' | 'release', body?: object): Promise<void> => {
  const response = await fetch(`${base}/api/rehearsal/${name}`, {
    method: 'POST',
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      'x-minqing-client': 'faults',
      'x-minqing-rehearsal': readFileSync(join(data, 'rehearsal.token'), 'utf8'),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`the clock: ${response.status} ${await response.text()}`);
};

/**
 * Nobody waits two hours for a session: what comes before is played this morning, on a clock that is moved. Then the
 * folder becomes one of real time, and Temporal begins without a memory, for its workflows have skipped.
 */
export const playPast = async ({
  base,
  data,
  acknowledged,
  port,
  logFile,
  talks,
}: {
  readonly base: string;
  readonly data: string;
  readonly acknowledged: string;
  readonly port: number;
  readonly logFile: string;
  readonly talks: number;
}): Promise<Cast> => {
  const from = Date.now() - AGO_MS;
  const at = new Date(from).toISOString().replace('Z', '+00:00');
  const args = ['--port', String(port), '--data', data, '--clock', 'virtual', '--at', at];
  const station = new Victim('station', 'apps/station/packed/main.js', args, logFile);
  try {
    station.start();
    await ready(base, 120_000);
    const cast = await castOf(base, data, acknowledged);
    await prepareTalks(cast, talks, from);
    await rehearse(base, data, 'release');
    return cast;
  } finally {
    await station.end();
    const marker = join(data, 'minqing.json');
    writeFileSync(marker, readFileSync(marker, 'utf8').replace('"virtual"', '"real"'));
    for (const ending of ['', '-wal', '-shm']) rmSync(join(data, 'temporal', `temporal.db${ending}`), { force: true });
  }
};
