import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { SqliteLogReader } from '#event-store';
import { IdentityVault } from '#identity-vault';
import { SystemClock } from '#platform';
import { openSqliteShadow, rebuild } from '#projections';
import type { BuildOrder } from './build-aside.js';
import { projectionsWith } from './projections.js';

const { log, readModels, vault: vaultFile, keys, names } = workerData as BuildOrder;
const clock = new SystemClock();
// Whoever writes goes first. Linux takes this for the thread that asks; elsewhere the whole station would step back.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const vault = new IdentityVault({ database: vaultFile, keys }, clock);
const store = new SqliteLogReader(log);
try {
  const built = await rebuild({
    store,
    shadow: await openSqliteShadow(readModels),
    projections: projectionsWith(vault).filter(({ name }) => names.includes(name)),
    now: () => clock.now(),
  });
  parentPort?.postMessage(built);
} finally {
  await store.close();
  vault.close();
}
