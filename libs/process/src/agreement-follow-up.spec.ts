import { describe, expect, it } from '@jest/globals';
import { SqliteEventStore } from '#event-store';
import { at, followUp, mediations, perform, term } from '../../mediation/src/domain/mediation.fixture.js';
import { agreementFollowUp } from './agreement-follow-up.js';
import { caseHandling } from './case-handling.js';
import { ProcessMemory } from './process-memory.js';
import { metadataOf } from './testing/errand-log.js';

type Walk = ReturnType<typeof mediations.none>;

/** The processes that the log holds when just this has been written of a mediation. */
const foldedFrom = async (walk: Walk) => {
  const clock = { now: () => walk.history().at(-1)?.occurredAt ?? 0 };
  const events = SqliteEventStore.open(':memory:', { clock });
  try {
    await events.append({
      stream: 'mediation-c1-m1',
      expectedRevision: 'no-stream',
      previousHash: '',
      events: walk.history().map((event, n) => ({ event, metadata: metadataOf(`walk-${n}`) })),
    });
    const memory = new ProcessMemory(events, [caseHandling, agreementFollowUp]);
    const { process, processId } = memory.ownerOf('mediation-c1-m1')!;
    const folded = await memory.recall(process, processId);
    return folded && { processId, ...folded.agenda, openedAt: folded.openedAt };
  } finally {
    await events.close();
  }
};

describe('the process of an agreement', () => {
  const agreed = () => mediations.agreedOrally(term({ dueOn: '2026-03-20' }));

  it('is none while the parties are still talking', async () => {
    expect(await foldedFrom(mediations.drafted())).toBeUndefined();
  });

  it('opens as the agreement takes effect, over the stream of the mediation', async () => {
    expect(await foldedFrom(agreed())).toEqual({
      ...{ processId: 'followup:c1-m1', stage: 'PERFORMING', closed: false, openedAt: at('03-12 15:40') },
      rungs: [{ round: 1, step: 'performance', attempt: 1, level: 'URGE', at: at('03-20 17:30') }],
    });
    expect(agreementFollowUp.streamOf('followup:c1-m1')).toBe('mediation-c1-m1');
  });

  it('is over when all is done, or broken', async () => {
    const done = agreed().after(perform(1), { now: at('03-20 10:00') });
    expect(await foldedFrom(done)).toMatchObject({ stage: 'FULFILLED', rungs: [], closed: true });
    const urged = agreed().after(followUp('URGE', '03-20 17:30'), { now: at('03-20 17:30') });
    expect(await foldedFrom(urged)).toMatchObject({ closed: false, rungs: [{ level: 'BREACH' }] });
    const broken = urged.after(followUp('BREACH', '03-27 17:30'), { now: at('03-27 17:30') });
    expect(await foldedFrom(broken)).toMatchObject({ stage: 'BREACHED', closed: true });
  });
});
