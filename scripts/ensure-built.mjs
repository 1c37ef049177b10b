/**
 * Brings a fresh or changed clone to where its programs can run: packages as the lockfile says, `dist`, the packed station,
 * the workflow bundle and the web page. What is up to date is left alone, so that every command may begin with it.
 *
 * Only Node's own modules here: this runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(new URL('..', import.meta.url)));
const at = (...parts) => join(root, ...parts);
const stampFile = at('dist', '.built.json');

/**
 * @param {{ say?: (line: string) => void }} [options] `say` gets one line for each step that takes time.
 * @throws {Error} with one sentence for a person when Node is too old, packages cannot be installed or the build fails.
 */
export function ensureBuilt({ say = (line) => console.error(line) } = {}) {
  refuseOldNode();
  installPackages(say);
  if (newWork().length > 0) alone(say, () => newWork().forEach(({ step, stamp }) => build(step, stamp, say)));
}

function refuseOldNode() {
  const { engines } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const [wanted, found] = [engines.node, process.versions.node].map((text) => text.match(/\d+/g).map(Number));
  const older = found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < (wanted[1] ?? 0));
  if (older) {
    throw new Error(
      `Node ${process.versions.node} is too old: Minqing needs ${engines.node}. Install a newer Node and try again.`,
    );
  }
}

function installPackages(say) {
  const lockFile = at('package-lock.json');
  const installedFile = at('node_modules', '.package-lock.json');
  if (existsSync(installedFile)) {
    if (statSync(installedFile).mtimeMs >= statSync(lockFile).mtimeMs) return;
    if (holdsAll(lockFile, installedFile)) {
      utimesSync(installedFile, new Date(), new Date());
      return;
    }
  }
  say('Installing packages from the lockfile (a few minutes the first time) …');
  run(
    'npm',
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    'The packages could not be installed',
  );
}

/** A lockfile that is newer but asks for nothing new (a fresh checkout, a merge) is no reason to install again. */
function holdsAll(lockFile, installedFile) {
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packages(installedFile);
  return Object.entries(packages(lockFile)).every(
    ([path, wanted]) =>
      !path.includes('node_modules/') ||
      (wanted.link ?? false) ||
      (installed[path] ? installed[path].version === wanted.version : Boolean(wanted.optional || wanted.devOptional)),
  );
}

const code = (path) => /\.(ts|mts|json)$/.test(path) && !path.endsWith('.spec.ts');
const compiled = ['apps', 'libs', 'workflows', 'test', 'bench'];
const inputs = {
  tree: () => [
    ...compiled.flatMap((folder) => files(folder, (path) => code(path) && !path.startsWith('apps/web/'))),
    ...['package.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'scripts/compile.mjs'],
  ],
  station: () => [...inputs.tree(), 'package-lock.json', 'scripts/pack-station.mjs'],
  workflows: () => [
    ...files('workflows', code),
    ...files('libs', (path) => code(path) && /^libs\/(kernel|working-time|policy|[^/]+\/src\/domain)\//.test(path)),
    'scripts/bundle-workflows.mjs',
  ],
  web: () =>
    existsSync(at('apps/web/index.html'))
      ? files('apps/web', (path) => !/\.(spec|test)\.ts$|README/.test(path) && !path.startsWith('apps/web/dist/'))
      : [],
};

const steps = [
  {
    name: 'tree',
    makes: 'dist/.tsbuildinfo',
    line: 'Compiling …',
    run: () => run(process.execPath, [at('scripts/compile.mjs')], 'The sources do not compile'),
  },
  {
    name: 'station',
    makes: 'dist/apps/station/packed/main.js',
    line: 'Packing the station …',
    run: () => run(process.execPath, [at('scripts/pack-station.mjs')], 'The station could not be packed'),
  },
  {
    name: 'workflows',
    makes: 'dist/workflows/bundle.js',
    line: 'Bundling the workflows …',
    run: () => run(process.execPath, [at('scripts/bundle-workflows.mjs')], 'The workflows could not be bundled'),
  },
  {
    name: 'web',
    makes: 'apps/web/dist/index.html',
    line: 'Building the web page …',
    run: () => run('npm', ['run', 'build', '--silent', '-w', 'apps/web'], 'The web page could not be built'),
  },
];

/** The steps whose sources changed since they last ran, with the stamp of those sources. */
function newWork() {
  const stamps = readStamps();
  return steps.flatMap((step) => {
    const sources = inputs[step.name]();
    const stamp = stampOf(sources);
    const fresh = stamps[step.name] === stamp && existsSync(at(step.makes));
    return fresh || sources.length === 0 ? [] : [{ step, stamp }];
  });
}

function build(step, stamp, say) {
  say(step.line);
  // Without its stamp nobody knows what a half-finished run left behind: start from nothing.
  if (step.name === 'tree' && readStamps().tree === undefined) rmSync(at('dist/.tsbuildinfo'), { force: true });
  step.run();
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(stampFile, JSON.stringify({ ...readStamps(), [step.name]: stamp }));
}

function readStamps() {
  return existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
}

function stampOf(sources) {
  const hash = createHash('sha256');
  for (const path of sources) {
    const { mtimeMs, size } = statSync(at(path));
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

function files(folder, wanted) {
  if (!existsSync(at(folder))) return [];
  return readdirSync(at(folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory())
        return ['node_modules', 'dist', 'fixture'].includes(entry.name) ? [] : files(path, wanted);
      return wanted(path) ? [path] : [];
    });
}

/** Two commands started at once must not build into the same folder: the second waits for the first. */
function alone(say, work) {
  const lock = at('node_modules', '.minqing-building');
  let waited = false;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (fault) {
      if (fault.code !== 'EEXIST') throw fault;
      if (!isRunning(Number(readFileSync(lock, { encoding: 'utf8', flag: 'a+' })))) rmSync(lock, { force: true });
      if (!waited) say('Waiting for another build …');
      waited = true;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return pid > 0;
  } catch {
    return false;
  }
}

function run(program, args, failure) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && program === 'npm',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  if (error || status !== 0) throw new Error(`${failure}${error ? `: ${error.message}` : ''}. See the lines above.`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    ensureBuilt();
  } catch (fault) {
    console.error(fault.message);
    process.exitCode = 1;
  }
}
