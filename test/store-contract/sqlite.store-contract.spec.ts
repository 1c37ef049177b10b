import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore } from '#event-store';
import { storeContract } from './store-contract.js';

storeContract(
  'SQLite',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'log-'));
    return {
      open: async (options) => SqliteEventStore.open(join(folder, 'log.db'), { pollInterval: 20, ...options }),
      dispose: async () => rmSync(folder, { recursive: true }),
    };
  },
  { uniqueEventIds: true, oneClock: true },
);
