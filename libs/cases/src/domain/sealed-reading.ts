import type { Command, Context, Decider, Event, Instant } from '#kernel';
import type { CadreId, CaseId } from './case-types.js';

/**
 * Somebody has read a sealed case (`docs/domain.md §4.5`). It changes nothing of the case, so it stands in a stream
 * beside it: whoever works on the case is not told that it has changed because another read it.
 */
export type SealedCaseRead = Event<'SealedCaseRead', { readonly caseId: CaseId; readonly reader: CadreId }>;
export type NoteSealedReading = Command<'NoteSealedReading', { readonly caseId: CaseId; readonly reader: CadreId }>;

/** Of each reader, when he last read it. */
export type SealedReadings = Readonly<Record<CadreId, Instant>>;

const MINUTE = 60_000;

/** Once a reader and minute: a page asks for the same case several times as it opens. */
export const sealedReadings: Decider<SealedReadings, NoteSealedReading, SealedCaseRead, Context> = {
  initialState: {},
  decide: ({ data: { caseId, reader } }, readings, { now }) => {
    const last = readings[reader];
    if (last !== undefined && Math.floor(last / MINUTE) === Math.floor(now / MINUTE)) return [];
    return [{ type: 'SealedCaseRead', occurredAt: now, data: { caseId, reader } }];
  },
  evolve: (readings, event) =>
    event.type === 'SealedCaseRead' ? { ...readings, [event.data.reader]: event.occurredAt } : readings,
};
