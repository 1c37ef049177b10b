/**
 * The gate before every push: types, lint, format, dependency rules with their fixture, dead code. All are run, so that one
 * round shows everything; the last line says how many of them hold.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(new URL('..', import.meta.url)));
const bin = (path) => [process.execPath, resolve(root, 'node_modules', path)];
const gates = [
  ['types', [...bin('typescript/bin/tsc'), '--incremental', '--tsBuildInfoFile', 'dist/.check.tsbuildinfo']],
  ['types of the pages', [...bin('vue-tsc/bin/vue-tsc.js'), '--noEmit', '-p', 'apps/web/tsconfig.json']],
  ['lint', [...bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']],
  ['format', [...bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['dependency rules', [process.execPath, resolve(root, 'test/architecture/check.mjs')]],
  ['dead code', bin('knip/bin/knip.js')],
];

const failed = gates.filter(([name, [program, ...args]]) => {
  const began = Date.now();
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  const held = status === 0;
  console.log(`${held ? '✓' : '✗'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  if (!held) console.log(`${stdout}${stderr}`.trimEnd().replace(/^✓.*\n/gm, ''));
  return !held;
});

console.log(`${gates.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
