import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** Milliseconds until the station answered that it is ready. */
export const ready = async (base: string, withinMs: number): Promise<number> => {
  const begun = Date.now();
  while (Date.now() - begun < withinMs) {
    const response = await fetch(`${base}/health/ready`).catch(() => undefined);
    if (response?.ok) return Date.now() - begun;
    await pause(50);
  }
  throw new Error(`${base} was not ready within ${withinMs} ms`);
};

/** Milliseconds until every reader of the log has written down that it has seen its end, and no workflow is to be built anew. */
export const caughtUp = async (data: string, withinMs: number): Promise<number> => {
  const begun = Date.now();
  const log = new DatabaseSync(join(data, 'log.db'), { readOnly: true, timeout: 5_000 });
  try {
    log.exec(`attach '${join(data, 'read.db')}' as lists; attach '${join(data, 'process.db')}' as waits;
      attach '${join(data, 'outbox.db')}' as told`);
    const behind = log.prepare(
      `select reader, position from
         (select projection as reader, position from lists.checkpoints
          union all select name as reader, position from waits.checkpoints
          union all select 'notices' as reader, value as position from told.fact where name = 'checkpoint')
       where cast(position as integer) < (select max(position) from event)
       union all select 'workflows', value from waits.facts where name = 'rebuilding-after' and value <> 'done'`,
    );
    for (; ; await pause(100)) {
      const readers = behind.all() as { readonly reader: string; readonly position: string }[];
      if (readers.length === 0) return Date.now() - begun;
      if (Date.now() - begun <= withinMs) continue;
      const named = readers.map(({ reader, position }) => `${reader} at ${position}`).join(', ');
      const { head } = log.prepare('select max(position) as head from event').get() as { head: number };
      throw new Error(`${data}: the log ends at ${head}; after ${withinMs} ms there are still ${named}`);
    }
  } finally {
    log.close();
  }
};
