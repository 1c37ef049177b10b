import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, GlobalPosition, StoredEvent } from '#event-store';
import { reasonOf, type ProcessLog } from './process-log.js';

const BATCH = 500;
const PAUSE_MS = 1_000;

/**
 * Gives every event after a position to `take`, in log order, until the signal aborts. Whatever fails (the store, the
 * taking) is told and tried again from the last batch taken whole: nothing is skipped.
 */
export const followLog = async (
  events: EventStore,
  from: GlobalPosition,
  signal: AbortSignal,
  log: ProcessLog,
  take: (batch: readonly StoredEvent[]) => Promise<void>,
): Promise<void> => {
  let after = from;
  while (!signal.aborted) {
    try {
      for await (const batch of events.subscribe({ after, batchSize: BATCH }, signal)) {
        await take(batch);
        after = batch.at(-1)?.position ?? after;
        if (signal.aborted) return;
      }
    } catch (error) {
      if (signal.aborted) return;
      log.error('Reading the log failed; tried again.', { reason: reasonOf(error) });
    }
    if (!signal.aborted) await pause(PAUSE_MS, undefined, { signal }).catch(() => undefined);
  }
};
