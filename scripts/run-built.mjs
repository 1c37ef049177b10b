/** Runs one program of the tree, built first if needed: `node scripts/run-built.mjs bench/run.js ARGUMENTS…`. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';

try {
  ensureBuilt();
} catch (fault) {
  console.error(fault.message);
  process.exit(1);
}
const [, , name] = process.argv;
const program = resolve(fileURLToPath(new URL('../dist', import.meta.url)), name);
if (!existsSync(program)) {
  console.error(`There is no program ${name.replace(/\.js$/, '.ts')}.`);
  process.exit(1);
}
// The program sees its own name and arguments, as if it had been started directly.
process.argv.splice(1, 2, program);
await import(pathToFileURL(program).href);
