import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { lifecycle } from './county.js';
import {
  clientsDoing,
  judged,
  measure,
  median,
  processCpuMs,
  type Bench,
  type Measured,
  type Side,
} from './harness.js';
import type { Asked, Told } from './http/clients.contract.js';
import { openHello } from './http/hello.js';
import { openServedCounty } from './http/served-county.js';

const CLIENTS = 32;
const REACH = 0.6;
const ROUNDS = 5;
const SLICE_MS = 2_000;
const TRANSITIONS = 6;

const portOf = (app: NestFastifyApplication): number => (app.getHttpServer().address() as AddressInfo).port;

const ask = async (child: ChildProcess, asked: Asked): Promise<number> => {
  child.send(asked);
  const [told] = (await once(child, 'message')) as [Told];
  if (told.failed !== undefined) throw new Error(told.failed);
  return told.done;
};

/** A case takes what its decisions take and six bare requests: no server of this kind could do it faster. */
const limitOf = (handled: Measured, hello: Measured): Measured => ({
  perSecond: 1 / (1 / handled.perSecond + TRANSITIONS / hello.perSecond),
  cpuMsPerUnit: handled.cpuMsPerUnit + TRANSITIONS * hello.cpuMsPerUnit,
  othersCpu: Math.max(handled.othersCpu, hello.othersCpu),
});

/** Case lifecycles a second through the API against the same through the command handlers and six empty requests. */
export const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minqing-http-'));
  const { county, app, cookies, close } = await openServedCounty(folder);
  const hello = await openHello();
  const child = fork(join(import.meta.dirname, 'http', 'clients.child.js'));
  try {
    await ask(child, { kind: 'briefing', port: portOf(app), helloPort: portOf(hello), ...cookies });
    let [cases, resolved] = [0, 0];
    const childrenCpuMs = () => processCpuMs(child.pid ?? 0);
    const overHttp = (kind: 'hello' | 'lifecycle'): Side => ({
      childrenCpuMs,
      slice: async (deadline) => {
        const done = await ask(child, { kind, clients: CLIENTS, milliseconds: deadline - performance.now() });
        if (kind === 'lifecycle') resolved += done;
        return done;
      },
    });
    const handled: Side = {
      slice: clientsDoing(CLIENTS, async () => {
        await lifecycle(county, (cases += 1));
        resolved += 1;
      }),
    };
    const sides = { api: overHttp('lifecycle'), hello: overHttp('hello'), handled };
    const names = Object.keys(sides) as (keyof typeof sides)[];
    for (const name of names) await measure(sides[name], SLICE_MS / 2);
    const rounds: Record<keyof typeof sides, Measured>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const measured: Partial<Record<keyof typeof sides, Measured>> = {};
      // each round begins with another side
      for (let turn = 0; turn < names.length; turn += 1) {
        const name = names[(round + turn) % names.length]!;
        measured[name] = await measure(sides[name], SLICE_MS);
      }
      rounds.push(measured as Record<keyof typeof sides, Measured>);
    }
    await close();
    const inTheLog = resolvedCases(join(folder, 'log.db'));
    if (inTheLog !== resolved) throw new Error(`${resolved} cases were answered as resolved, the log has ${inTheLog}`);
    const of = (name: keyof typeof sides) => median(rounds.map((round) => round[name].perSecond));
    const pairs = rounds.map((round) => ({ ours: round.api, limit: limitOf(round.handled, round.hello) }));
    return {
      name: 'http',
      unit: 'lifecycles/s',
      rows: [
        {
          ...{ clients: CLIENTS, reach: REACH, ...judged(pairs) },
          counts: {
            'handlers lifecycles/s': of('handled'),
            'hello requests/s': of('hello'),
            'cases resolved': resolved,
          },
        },
      ],
      notes: [
        'limit: 1 / (1/lifecycle + 6/hello), both measured in the same rounds: the command handlers with as many in',
        'flight, and a bare route of Nest and Fastify; the clients are a process of their own, its CPU counted on both sides',
      ],
    };
  } finally {
    child.disconnect();
    await hello.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const resolvedCases = (file: string): number => {
  const db = new DatabaseSync(file);
  const { n } = db.prepare(`SELECT count(*) AS n FROM event WHERE type = 'CaseResolved'`).get() as { n: number };
  db.close();
  return n;
};
