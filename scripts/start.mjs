/**
 * `npm start`: from a fresh clone to a running station. Installs and builds what is missing, then becomes the station:
 * options, signals and the exit code are the station's own.
 *
 * Only Node's own modules until everything is there.
 */
import module from 'node:module';
import { ensureBuilt } from './ensure-built.mjs';

try {
  ensureBuilt({ say: (line) => console.log(line) });
} catch (fault) {
  console.error(fault.message);
  process.exit(1);
}
// Node 22 and newer keep what they have compiled: the next start loads faster.
module.enableCompileCache?.();
import('../dist/apps/station/packed/main.js');
