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

/** Resolves when every reader of the log has written down that it has seen its end. */
export const caughtUp = async (data: string, withinMs: number): Promise<void> => {
  const log = new DatabaseSync(join(data, 'log.db'), { readOnly: true, timeout: 5_000 });
  try {
    log.exec(`attach '${join(data, 'read.db')}' as lists; attach '${join(data, 'process.db')}' as waits`);
    const behind = log.prepare(
      `select count(*) as n from
         (select position from lists.checkpoints union all select position from waits.checkpoints)
       where cast(position as integer) < (select max(position) from event)`,
    );
    for (const until = Date.now() + withinMs; (behind.get() as { n: number }).n > 0; await pause(100))
      if (Date.now() > until) throw new Error(`${data}: not all readers came to the end of the log`);
  } finally {
    log.close();
  }
};
