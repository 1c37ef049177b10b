/**
 * All tests, one suite after another: `npm test` or, for some of them, `npm test -- SUITE…`. The last line is the sum of all:
 * `N passed, N failed`. A suite that finds nothing to run has failed, for nobody would notice when its files moved away.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { clearInterval, setInterval, setTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';

const root = resolve(fileURLToPath(new URL('..', import.meta.url)));

/** Folders of specs are run by Jest; the rest are programs whose last line is `N passed, N failed`. */
const suites = {
  'units and contexts': { specs: ['libs', 'apps', 'workflows', 'bench'] },
  'store contract': { specs: ['test/store-contract'] },
  architecture: { program: 'test/architecture/check.mjs' },
  replay: { specs: ['test/replay'] },
  api: { specs: ['test/api'] },
  station: { specs: ['test/station'] },
  acceptance: { specs: ['test/acceptance'] },
  browser: { specs: ['test/browser'] },
};

const node = (args, onLine = () => {}, watch = () => {}) =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    watch(child);
    let last = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      process.stdout.write(text);
      last = (last + text).slice(-10_000);
    });
    child.on('error', fail).on('close', (status) => {
      onLine(last.trimEnd().split('\n').at(-1));
      done(status);
    });
  });

const GRACE_MS = 30_000;

/** Something left open must not keep everybody waiting once the results are there: it is named, and ended. */
const endOnceWritten = (file) => (child) => {
  let writtenAt;
  const watch = setInterval(() => {
    if (!existsSync(file)) return;
    writtenAt ??= Date.now();
    if (Date.now() - writtenAt < GRACE_MS) return;
    clearInterval(watch);
    console.log(`The specs are done, yet something of theirs is still open after ${GRACE_MS / 1000} s; ending it.`);
    child.kill('SIGUSR2');
    setTimeout(() => {
      child.kill('SIGKILL');
      // What it started may still hold its output.
      child.stdout.destroy();
    }, 2_000);
  }, 500);
  child.on('exit', () => clearInterval(watch));
};

async function runSpecs(folders) {
  const outputFile = 'dist/.test-results.json';
  const results = resolve(root, outputFile);
  rmSync(results, { force: true });
  const status = await node(
    [
      ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
      ...['--import', new URL('tell-what-is-open.mjs', import.meta.url).href],
      resolve(root, 'node_modules/jest/bin/jest.js'),
      ...['--ci', '--json', '--outputFile', outputFile, '--passWithNoTests'],
      ...(process.stdout.isTTY ? ['--colors'] : []),
      ...folders.flatMap((folder) => ['--roots', `<rootDir>/${folder}`]),
    ],
    undefined,
    endOnceWritten(results),
  );
  if (!existsSync(results)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(readFileSync(results, 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const unsaid = result.success ? 0 : 1;
  return {
    passed: result.numPassedTests,
    failed: (status ?? 0) !== 0 && failed === 0 ? 1 : Math.max(failed, unsaid),
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

async function runProgram(program) {
  let line = '';
  const status = await node([resolve(root, program)], (last) => (line = last));
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(line) ?? [null, 0, 1];
  return { passed: Number(passed), failed: status !== 0 && Number(failed) === 0 ? 1 : Number(failed), skipped: 0 };
}

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`There is no suite ${unknown.join(', ')}; there are: ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}

try {
  ensureBuilt();
} catch (fault) {
  console.error(fault.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const results = [];
for (const [name, { specs, program }] of Object.entries(suites)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n── ${name}`);
  const began = Date.now();
  const { passed, failed, skipped } = await (specs ? runSpecs(specs) : runProgram(program));
  const empty = passed + failed === 0;
  if (empty) console.log('No test ran.');
  results.push({ name, passed, failed: empty ? 1 : failed, skipped, seconds: (Date.now() - began) / 1000 });
}

console.log('');
for (const { name, passed, failed, skipped, seconds } of results) {
  const left = skipped > 0 ? `, ${skipped} skipped` : '';
  console.log(
    `${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed${left} (${seconds.toFixed(0)} s)`,
  );
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
