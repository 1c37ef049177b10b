import { describe, expect, it } from '@jest/globals';
import { SqliteEventStore } from '#event-store';
import { SYSTEM } from '#kernel';
import { at, mediations, term } from '../../../../../libs/mediation/src/domain/mediation.fixture.js';
import { PROCESSES } from '../../../../worker/src/processes.js';
import { foldProcesses, lookAtProcesses } from './processes.js';

const metadataOf = (commandId: string) => ({
  ...{ eventId: commandId, commandId, requestHash: '', actor: SYSTEM, correlationId: commandId },
  ...{ causationId: commandId, policyVersion: 1, schemaVersion: 1 },
});

/** A log with one mediation that is still talked about and one that came to an agreement. */
const folded = async () => {
  const log = SqliteEventStore.open(':memory:', { clock: { now: () => at('03-12 17:00') } });
  const walks = { 'mediation-a-m1': mediations.drafted(), 'mediation-b-m1': mediations.agreedOrally(term()) };
  try {
    for (const [stream, walk] of Object.entries(walks))
      await log.append({
        ...{ stream, expectedRevision: 'no-stream', previousHash: '' },
        events: walk.history().map((event, n) => ({ event, metadata: metadataOf(`${stream}-${n}`) })),
      });
    return await foldProcesses(log, PROCESSES);
  } finally {
    await log.close();
  }
};

describe('the doctor, who tells the processes from the log alone', () => {
  it('knows of agreements that are to be performed, and of none where there is no agreement', async () => {
    expect([...(await folded()).processes.keys()]).toEqual(['followup:b-m1']);
  });

  it('finds a term that nobody looked at', async () => {
    const look = async (now: number) =>
      lookAtProcesses(await folded(), { atWork: true, now }).map(({ code, severity }) => [code, severity]);
    expect(await look(at('03-20 17:30'))).toEqual([['PROCESSES_WELL', 'well']]);
    expect(await look(at('03-20 17:33'))).toEqual([['OVERDUE', 'wrong']]);
  });
});
