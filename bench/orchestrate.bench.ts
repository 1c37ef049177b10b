import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { cacheFolder, resolveTemporalServer, TemporalServer } from '#platform';
import { CURRENT_POLICY } from '#policy';
import { COALESCING, temporalClient } from '#process';
import { judged, measure, median, processCpuMs, type Bench, type Measured, type Row, type Side } from './harness.js';
import { bundleLean, openLeanSide } from './orchestrate/lean-side.js';
import { sampleHistories, type Orchestration } from './orchestrate/orchestration.js';
import { openOurSide, type OurSettings, type OurSide } from './orchestrate/our-side.js';
import { IN_THREE, ONE_BY_ONE, warningSoon } from './orchestrate/plain-case.js';

const REACH = 0.8;
const PAIRS = 5;
/** Calls to the server at a time, on every side. */
const CONCURRENCY = 16;
const REMINDER = { afterMs: 3_000 };
const PAUSE_MS = COALESCING.idleMs;

interface Kind {
  readonly name: string;
  readonly what: string;
  /** Cases of a slice. */
  readonly cases: number;
  /** Of these, open at a time. */
  readonly inFlight: number;
  readonly ours: Pick<OurSettings, 'coalescing' | 'policy' | 'intake' | 'later' | 'afterReminderMs'>;
  readonly lean: { readonly signals: number; readonly pauseMs: number; readonly reminder?: typeof REMINDER };
}

/** Coalescing as it is while little goes on, although the machine is kept busy. */
const ALWAYS_IDLE = { ...COALESCING, longestMs: COALESCING.idleMs };

const KINDS: readonly Kind[] = [
  {
    name: 'paced',
    what: 'plain case, every transition its own doorbell',
    cases: 120,
    inFlight: 32,
    ours: { coalescing: ALWAYS_IDLE, policy: CURRENT_POLICY, later: ONE_BY_ONE },
    lean: { signals: ONE_BY_ONE.length + 1, pauseMs: PAUSE_MS },
  },
  {
    name: 'backlog',
    what: 'plain case under backlog, coalesced',
    cases: 400,
    inFlight: 400,
    ours: { coalescing: COALESCING, policy: CURRENT_POLICY, ...IN_THREE },
    lean: { signals: IN_THREE.later.length + 1, pauseMs: COALESCING.longestMs },
  },
  {
    name: 'warned',
    what: 'case warned of once: a timer and an activity more',
    cases: 96,
    inFlight: 32,
    ours: {
      coalescing: ALWAYS_IDLE,
      policy: warningSoon(REMINDER.afterMs),
      later: ONE_BY_ONE,
      afterReminderMs: PAUSE_MS,
    },
    lean: { signals: ONE_BY_ONE.length + 1, pauseMs: PAUSE_MS, reminder: REMINDER },
  },
];

interface Server {
  readonly folder: string;
  readonly address: string;
  readonly client: Client;
  readonly cpuMs: () => number;
  readonly leanBundle: string;
}

const sideOf = (orchestration: Orchestration, cases: number, childrenCpuMs: () => number): Side => ({
  prepare: () => orchestration.prepare(cases),
  slice: async () => {
    await orchestration.run();
    return cases;
  },
  childrenCpuMs,
});

/** The three sides in turn, so that whatever else the machine does falls on all of them. */
const interleaved = async (ours: Side, lean: Side, bare: Side) => {
  const rounds: { ours: Measured; lean: Measured; bare: Measured }[] = [];
  for (let round = 0; round < PAIRS; round += 1) {
    const first = round % 2 === 0 ? await measure(ours, 0) : undefined;
    const ofLean = await measure(lean, 0);
    const ofBare = await measure(bare, 0);
    rounds.push({ ours: first ?? (await measure(ours, 0)), lean: ofLean, bare: ofBare });
  }
  return rounds;
};

const rowsOf = async (server: Server, kind: Kind): Promise<{ rows: Row[]; note: string }> => {
  const { name, what, cases } = kind;
  const { folder, address, client, leanBundle, cpuMs } = server;
  const common = { address, client, concurrency: CONCURRENCY, inFlight: kind.inFlight };
  const bundle = fileURLToPath(new URL('../workflows/bundle.js', import.meta.url));
  const ours = await openOurSide({ ...common, ...kind.ours, name, folder, bundle });
  const lean = await openLeanSide({ ...common, ...kind.lean, name: `lean-${name}`, bundle: leanBundle });
  const bare = await openLeanSide({ ...common, signals: 0, pauseMs: 0, name: `bare-${name}`, bundle: leanBundle });
  try {
    for (const side of [ours, lean, bare]) await measure(sideOf(side, Math.ceil(cases / 4), cpuMs), 0);
    const sides = [ours, lean, bare].map((side) => sideOf(side, cases, cpuMs)) as [Side, Side, Side];
    const rounds = await interleaved(...sides);
    for (const side of [ours, lean, bare]) await side.verify();

    const [histories, leanHistories] = [
      await sampleHistories(client, ours.workflowIds().slice(Math.ceil(cases / 4))),
      await sampleHistories(client, lean.workflowIds().slice(Math.ceil(cases / 4))),
    ];
    const counts = {
      'workflow tasks': histories.tasks,
      'at most': histories.mostTasks,
      signals: histories.signals,
      'history events': histories.events,
      'lean tasks': leanHistories.tasks,
      'lean signals': leanHistories.signals,
      'lean events': leanHistories.events,
    };
    const against = (limit: 'lean' | 'bare') =>
      judged(rounds.map((round) => ({ ours: round.ours, limit: round[limit] })));
    return {
      rows: [
        { what, clients: kind.inFlight, reach: REACH, ...against('lean'), counts },
        { what: `${what}; limit: bare workflow`, clients: kind.inFlight, ...against('bare') },
      ],
      note: `${what}: a command took ${commandTimes(ours)} while the server was busy; ${rounds.length * cases} cases a side, all verified`,
    };
  } finally {
    await ours.close();
    await lean.close();
    await bare.close();
  }
};

const commandTimes = ({ commandMs }: OurSide): string => {
  const sorted = [...commandMs].sort((a, b) => a - b);
  const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? NaN;
  return `${median(sorted).toFixed(1)} ms (p99 ${p99.toFixed(1)} ms)`;
};

const withServer = async <T>(work: (server: Server) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'minqing-orchestrate-'));
  const { env, platform } = process;
  const found = await resolveTemporalServer({
    binary: env['TEMPORAL_BIN'],
    path: env['PATH'],
    cacheFolder: cacheFolder(env, homedir(), platform),
    say: (line) => console.error(line),
  });
  if (found.kind !== 'binary') throw new Error('this figure starts a server of its own');
  const temporal = await TemporalServer.start({ binary: found.binary, folder: join(folder, 'temporal') });
  const { address } = temporal;
  const client = temporalClient(address);
  const cpuMs = (): number => processCpuMs(temporal.pid ?? 0);
  // The server is a group of its own and would outlive a run that is broken off.
  const endServer = (): void => void (temporal.pid !== undefined && process.kill(temporal.pid, 'SIGKILL'));
  const brokenOff = (): never => process.exit(130);
  process.once('exit', endServer).once('SIGINT', brokenOff).once('SIGTERM', brokenOff);
  try {
    return await work({ folder, address, client, cpuMs, leanBundle: await bundleLean(folder) });
  } finally {
    process.off('exit', endServer).off('SIGINT', brokenOff).off('SIGTERM', brokenOff);
    await client.connection.close();
    await temporal.stop(1_000);
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Cases a second from their registration in the log to their workflow's end on the real Temporal server. */
export const bench: Bench = () =>
  withServer(async (server) => {
    const rows: Row[] = [];
    const notes = [
      'limit: a workflow and a client written by hand, no log: the same signals, timer and activity, the same server,',
      'worker settings and calls at a time; CPU: this process (clients, both workers, our log and bridge) and the server',
    ];
    for (const kind of KINDS) {
      console.error(`${kind.what} …`);
      const { rows: ofKind, note } = await rowsOf(server, kind);
      rows.push(...ofKind);
      notes.push(note);
    }
    return { name: 'orchestrate', unit: 'cases/s to their workflow’s end', rows, notes };
  });
