/**
 * `npm start`: from a fresh clone to a running station. Installs and builds what is missing, then becomes the station:
 * options, signals and the exit code are the station's own.
 *
 * Only Node's own modules until everything is there.
 */
import { ensureBuilt } from './ensure-built.mjs';

try {
  ensureBuilt({ say: (line) => console.log(line) });
} catch (fault) {
  console.error(fault.message);
  process.exit(1);
}
import('../dist/apps/station/src/main.js');
