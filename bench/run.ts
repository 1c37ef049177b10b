import { readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isMainThread, Worker, type ResourceLimits } from 'node:worker_threads';
import { wantProfile, writeProfile } from './profile.js';
import type { Bench, BenchResult, Row, Spread } from './harness.js';

const figures = (): string[] =>
  readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.bench.js'))
    .map((file) => file.replace('.bench.js', ''));

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
const range = ({ median, min, max }: Spread): string => `${number(median)} (${number(min)}–${number(max)})`;

const verdict = ({ ratio, reach, judged, othersCpu }: Row): string => {
  if (reach === undefined) return '';
  if (!judged) return `not judged: others take ${Math.round(othersCpu * 100)} % of the machine`;
  return ratio >= reach ? `reached (≥ ${reach})` : `missed (≥ ${reach})`;
};

const print = ({ name, unit, rows, notes = [] }: BenchResult): void => {
  console.log(`${name}, ${unit}: median (min–max)`);
  const table = rows.map((row) => ({
    ...(row.what !== undefined && { what: row.what }),
    clients: row.clients,
    ours: range(row.ours),
    limit: range(row.limit),
    ...(row.unit !== undefined && { unit: row.unit }),
    ratio: row.ratio.toFixed(2),
    'CPU ms/unit': [row.cpuMsPerUnit, row.limitCpuMsPerUnit ?? NaN]
      .filter((value) => !Number.isNaN(value))
      .map(number)
      .join(' / '),
    verdict: verdict(row),
  }));
  console.table(table);
  for (const { what, clients, counts } of rows)
    if (counts)
      console.log(
        `${what ?? clients}: ${Object.entries(counts)
          .map(([name, value]) => `${name} ${number(value)}`)
          .join(', ')}`,
      );
  for (const note of notes) console.log(note);
};

interface Figure {
  readonly bench: Bench;
  /** It wants a thread of its own, with so much memory. */
  readonly thread?: ResourceLimits;
}

/** This very program once more; resolves with its exit code. */
const inThread = (resourceLimits: ResourceLimits): Promise<number> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { argv: process.argv.slice(2), resourceLimits });
    worker.once('error', reject).once('exit', resolve);
  });

const main = async (): Promise<void> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' }, profile: { type: 'string' } },
  });
  const [name] = positionals;
  if (name === undefined || !figures().includes(name)) {
    console.error(`usage: bench NAME [--json FILE] [--profile FILE.cpuprofile], NAME one of: ${figures().join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const { bench, thread } = (await import(`./${name}.bench.js`)) as Figure;
  if (thread && isMainThread) {
    process.exitCode = await inThread(thread);
    return;
  }
  if (values.profile !== undefined) wantProfile();
  const result = await bench();
  print(result);
  if (values.profile !== undefined) await writeProfile(values.profile);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
};

await main();
