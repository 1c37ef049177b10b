import { mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Accounts, CLIENT_HEADER } from '#access/nest';
import { CommandExecutor } from '#event-store';
import { IdentityVault } from '#identity-vault';
import { Outbox } from '#notifications';
import { SystemClock } from '#platform';
import { ProjectionRunner, ReadModels } from '#projections';
import { createHttpApp } from '../apps/api/src/http-app.js';
import { PROJECTIONS } from '../apps/projector/src/projections.js';
import { casesIn, openStore, repeated, tellerOf, writeCountyLog } from './county-log.js';
import { measure, median, spread, type Bench, type Row } from './harness.js';

const CASES = 1_000;
const OFFERED = 1_000;
const LIMIT_MS = 250;
const SLICE_MS = 4_000;
const SLICES = 5;
/** Cases under way at the same time. */
const UNDER_WAY = 400;
/** People who listen; one of them is looked at. */
const LISTENERS = 10;
const LOGIN = 'auditor.bench';
const PASSWORD = 'a sentence for the auditor';
const QUIET = { log: () => undefined, warn: () => undefined, error: console.error, debug: () => undefined };
const QUIET_SHARE = 0.15;

/** When each position of the log was offered, and when it was seen: in all read models, and in the stream. */
class Lags {
  readonly lists: number[] = [];
  readonly stream: number[] = [];
  private readonly offered = new Map<string, number>();
  private readonly unlisted: string[] = [];

  appended(position: string, offeredAt: number): void {
    this.offered.set(position, offeredAt);
    this.unlisted.push(position);
  }

  listed(upTo: string): void {
    const now = performance.now();
    for (let next = this.unlisted[0]; next !== undefined && next <= upTo; next = this.unlisted[0])
      this.lists.push(now - this.offered.get(this.unlisted.shift()!)!);
  }

  streamed(position: string): void {
    const offeredAt = this.offered.get(position);
    if (offeredAt !== undefined) this.stream.push(performance.now() - offeredAt);
  }

  clear(): void {
    for (const kept of [this.lists, this.stream]) kept.length = 0;
    this.offered.clear();
  }

  get waiting(): number {
    return this.unlisted.length;
  }
}

const p99 = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.ceil(values.length * 0.99) - 1] ?? NaN;

const openStation = async (folder: string) => {
  const clock = new SystemClock();
  const events = openStore(join(folder, 'log.db'));
  const executor = new CommandExecutor(events, clock);
  const vault = new IdentityVault({ database: join(folder, 'vault.db'), keys: join(folder, 'keys') }, clock);
  const readModels = await ReadModels.open(join(folder, 'read.db'));
  const outbox = new Outbox(join(folder, 'outbox.db'));
  const app = await createHttpApp({
    storage: { clock, events, executor, vault, readModels, outbox },
    access: { database: join(folder, 'access.db'), secure: false },
    readiness: { check: async () => ({}) },
    logger: QUIET,
    docs: false,
  });
  await app.init();
  await app
    .get(Accounts)
    .create({ login: LOGIN, password: PASSWORD, actorId: 'bench-auditor', role: 'AUDITOR', path: '/county' });
  const runner = new ProjectionRunner({
    store: events,
    readModels,
    clock,
    projections: PROJECTIONS,
    report: (problem) => console.error(problem),
  });
  await runner.prepare();
  const stop = new AbortController();
  const running = runner.run(stop.signal);
  await readModels.caughtUp(await events.head(), 120_000);
  await app.listen(0, '127.0.0.1');
  const close = async (): Promise<void> => {
    await app.close();
    stop.abort();
    await running;
    await readModels.close();
    outbox.close();
    vault.close();
    await events.close();
  };
  return { address: (await app.getUrl()).replace('[::1]', '127.0.0.1'), events, readModels, close };
};

const logIn = async (address: string): Promise<string> => {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { [CLIENT_HEADER]: 'bench', 'content-type': 'application/json' },
    body: JSON.stringify({ login: LOGIN, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
};

const listen = async (address: string, cookie: string, heard: (position: string) => void): Promise<() => void> => {
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    get(
      `${address}/api/events/stream`,
      { headers: { cookie, [CLIENT_HEADER]: 'bench', accept: 'text/event-stream' } },
      resolve,
    ).once('error', reject),
  );
  let text = '';
  answer.setEncoding('utf8').on('data', (chunk: string) => {
    const blocks = (text + chunk).split('\n\n');
    text = blocks.pop()!;
    for (const block of blocks) if (block.includes('event: case')) heard(block.slice(4, block.indexOf('\n')));
  });
  answer.on('error', () => undefined);
  return () => answer.destroy();
};

/** From the moment an event is offered until the lists show it, and until a listener hears of it. */
export const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minqing-lag-'));
  try {
    await writeCountyLog(folder, CASES);
    const { address, events, readModels, close } = await openStation(folder);
    const decided = await casesIn(events);
    const lags = new Lags();
    const cookie = await logIn(address);
    const leave = await Promise.all(
      Array.from({ length: LISTENERS }, (_, index) =>
        listen(address, cookie, (position) => (index === 0 ? lags.streamed(position) : undefined)),
      ),
    );
    const shown = new Map(PROJECTIONS.map(({ name }) => [name, '']));
    readModels.onApplied(({ projection, position }) => {
      shown.set(projection, position);
      lags.listed([...shown.values()].reduce((lowest, other) => (other < lowest ? other : lowest)));
    });

    let begun = 0;
    const begin = () => tellerOf(events, repeated(decided[(begun += 1) % decided.length]!));
    const idle = Array.from({ length: UNDER_WAY }, begin);
    const offer = async (offeredAt: number): Promise<void> => {
      const teller = idle.shift() ?? begin();
      lags.appended(await teller.next(), offeredAt);
      idle.push(teller.isOver ? begin() : teller);
    };
    /** On the minute, whatever becomes of the ones before. */
    const slice = async (deadline: number): Promise<number> => {
      const under: Promise<void>[] = [];
      const start = performance.now();
      while (performance.now() < deadline) {
        const due = Math.floor(((performance.now() - start) * OFFERED) / 1_000);
        while (under.length < due) under.push(offer(start + (under.length * 1_000) / OFFERED));
        await pause(1);
      }
      await Promise.all(under);
      for (const until = performance.now() + 10_000; lags.waiting > 0 && performance.now() < until;) await pause(5);
      await pause(LIMIT_MS);
      return under.length;
    };
    await measure({ slice }, SLICE_MS / 2);
    const measured: Record<'othersCpu' | 'cpuMsPerUnit' | 'lists' | 'stream' | 'half' | 'heard', number>[] = [];
    for (let n = 0; n < SLICES; n += 1) {
      lags.clear();
      const { othersCpu, cpuMsPerUnit } = await measure({ slice }, SLICE_MS);
      if (lags.stream.length < SLICE_MS / 2) throw new Error(`only ${lags.stream.length} events were heard of`);
      const seen = { lists: p99(lags.lists), stream: p99(lags.stream) };
      measured.push({ othersCpu, cpuMsPerUnit, ...seen, half: median(lags.lists), heard: lags.stream.length });
    }
    for (const each of leave) each();
    await close();
    const othersCpu = median(measured.map((each) => each.othersCpu));
    const row = (what: string, values: readonly number[], counts: Row['counts']): Row => ({
      clients: LISTENERS,
      what,
      ours: spread(values),
      limit: { median: LIMIT_MS, min: LIMIT_MS, max: LIMIT_MS },
      ratio: LIMIT_MS / median(values),
      reach: 1,
      cpuMsPerUnit: median(measured.map((each) => each.cpuMsPerUnit)),
      othersCpu,
      judged: othersCpu <= QUIET_SHARE,
      ...(counts && { counts }),
    });
    return {
      name: 'lag',
      unit: `ms, 99th percentile at ${OFFERED} events/s offered`,
      rows: [
        row(
          'in all read models',
          measured.map(({ lists }) => lists),
          { 'median ms': median(measured.map(({ half }) => half)) },
        ),
        row(
          'in the event stream',
          measured.map(({ stream }) => stream),
          { 'events heard of': measured.at(-1)!.heard },
        ),
      ],
      notes: [
        'limit: 250 ms; ratio: limit ÷ ours. Counted from the instant an event was to be offered, not from when it was',
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
