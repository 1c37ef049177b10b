import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lifecycle, openCounty } from './county.js';
import { clientsDoing, compare, type Bench, type Row, type Side } from './harness.js';
import { bareLifecycles } from './lifecycle.bare.js';

const REACH = 0.5;

/** Case lifecycles a second through the command handlers against the bare loop of the same decisions. */
export const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minqing-lifecycle-'));
  try {
    const { county, memory, close } = await openCounty(folder);
    const rows: Row[] = [];
    let cases = 0;
    for (const clients of [1, 32]) {
      const ours: Side = { slice: clientsDoing(clients, () => lifecycle(county, (cases += 1))) };
      const bare = bareLifecycles(join(folder, `bare-${clients}.db`), clients, memory);
      rows.push(await compare({ clients, ours, limit: bare.side, reach: REACH }));
      bare.close();
    }
    await close();
    return {
      name: 'lifecycle',
      unit: 'lifecycles/s',
      rows,
      notes: [
        'limit: load, fold, decide, append on SQLite alone: the same decisions and event data, one commit a transition',
        '(1 client) or group commit; no vault, no authorisation, no case number, no command id, no hash chain',
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
