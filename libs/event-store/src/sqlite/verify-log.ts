import { createHash } from 'node:crypto';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Instant } from '#kernel';
import type { EventMetadata, GlobalPosition } from '../event-store.js';
import { chainHash } from '../hash-chain.js';
import { COLUMNS, type EventRow, toChainLink, toPosition } from './rows.js';

export interface LogFault {
  readonly fault: 'POSITION' | 'REVISION' | 'HASH' | 'CLOCK' | 'EVENT_ID';
  readonly position: GlobalPosition;
  readonly stream: string;
  readonly revision: number;
}

export interface LogVerdict {
  readonly events: number;
  readonly streams: number;
  readonly head: GlobalPosition;
  /** SHA-256 over the hashes of all events in log order: two logs with the same one hold the same events. */
  readonly digest: string;
  readonly faults: readonly LogFault[];
}

const PAGE = 1_000;
const NO_STREAM = { revision: -1, hash: '' };

/**
 * Reads a log file and proves it against itself: no gap in positions and revisions, every hash right, no clock that
 * went back. That the end was not cut off, or the whole rewritten, only an anchor kept elsewhere can tell.
 */
export const verifyLog = (file: string): LogVerdict => {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    const page = db.prepare(`SELECT ${COLUMNS}, event_id FROM log WHERE position > ? ORDER BY position LIMIT ${PAGE}`, {
      returnArrays: true,
    });
    return verifyPages((after) => page.all(after) as (readonly [...EventRow, string])[]);
  } finally {
    db.close();
  }
};

const verifyPages = (pageAfter: (position: number) => (readonly [...EventRow, string])[]): LogVerdict => {
  const heads = new Map<string, { revision: number; hash: string }>();
  const digest = createHash('sha256');
  const faults: LogFault[] = [];
  let [events, position, clock]: [number, number, Instant] = [0, 0, -Infinity];
  for (let rows = pageAfter(0); rows.length > 0; rows = pageAfter(position)) {
    for (const [...row] of rows) {
      const eventId = row.pop() as string;
      const link = toChainLink(row as unknown as EventRow);
      const { stream, revision, recordedAt, hash } = link;
      const head = heads.get(stream) ?? NO_STREAM;
      const at = { position: toPosition(row[0]), stream, revision };
      if (row[0] !== position + 1) faults.push({ fault: 'POSITION', ...at });
      if (revision !== head.revision + 1) faults.push({ fault: 'REVISION', ...at });
      if (hash !== chainHash(head.hash, link)) faults.push({ fault: 'HASH', ...at });
      if (recordedAt < clock) faults.push({ fault: 'CLOCK', ...at });
      if ((JSON.parse(link.metadata) as EventMetadata).eventId !== eventId) faults.push({ fault: 'EVENT_ID', ...at });
      heads.set(stream, { revision, hash });
      digest.update(hash);
      [events, position, clock] = [events + 1, row[0], Math.max(clock, recordedAt)];
    }
  }
  return { events, streams: heads.size, head: toPosition(position), digest: digest.digest('hex'), faults };
};
