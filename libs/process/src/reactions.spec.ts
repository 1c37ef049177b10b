import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore } from '#event-store';
import { CommandRejected } from '#kernel';
import { ProcessStore } from './process-store.js';
import { Reactions, type IssuedReaction, type Reaction } from './reactions.js';
import { ErrandLog } from './testing/errand-log.js';
import { eventually } from './testing/eventually.js';

const T0 = Date.parse('2026-02-13T09:00:00+08:00');
const quiet = { log: () => undefined, warn: () => undefined, error: () => undefined };
const whenAskedThenThank: Reaction = {
  name: 'when-asked-then-thank',
  on: {
    ErrandAsked: (_event, { stream }) => ({ stream: `thanks-${stream}`, command: { type: 'Thank', data: {} } }),
  },
};

let folder: string;
let events: SqliteEventStore;
let store: ProcessStore;
let errands: ErrandLog;
const running: Reactions[] = [];

const started = async (issue: (reaction: IssuedReaction) => Promise<void>): Promise<Reactions> => {
  const reactions = new Reactions({ events, store, issue, reactions: [whenAskedThenThank], log: quiet });
  running.push(reactions);
  await reactions.start();
  return reactions;
};
const ask = (id: string) => errands.append(id, { type: 'ErrandAsked', occurredAt: T0, data: { due: T0 } });
const caughtUp = (reactions: Reactions) =>
  eventually(async () => reactions.positions.delivered === (await events.head()), { withinMs: 15_000 });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minqing-reactions-'));
  events = SqliteEventStore.open(join(folder, 'log.db'), { clock: { now: () => T0 } });
  store = new ProcessStore(join(folder, 'process.db'), T0);
  errands = new ErrandLog(events, () => T0);
});
afterEach(async () => {
  for (const reactions of running.splice(0)) await reactions.stop();
  store.close();
  await events.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a reaction', () => {
  it('issues a command whose id follows from the event', async () => {
    const issued: IssuedReaction[] = [];
    await ask('a');
    await caughtUp(await started(async (each) => void issued.push(each)));
    const [{ metadata } = { metadata: { eventId: '', correlationId: '' } }] = await errands.stored('a');
    expect(issued).toEqual([
      {
        stream: 'thanks-case-a',
        command: { type: 'Thank', data: {} },
        commandId: `when-asked-then-thank:${metadata.eventId}`,
        causationId: metadata.eventId,
        correlationId: metadata.correlationId,
      },
    ]);
  });

  it('is tried until it succeeds; other streams do not wait for it', async () => {
    const issued: string[] = [];
    let failures = 0;
    await ask('slow');
    await ask('quick');
    const reactions = await started(async ({ stream }) => {
      if (stream === 'thanks-case-slow' && (failures += 1) <= 2) throw new Error('busy');
      issued.push(stream);
    });
    await eventually(() => issued.includes('thanks-case-quick'));
    expect(reactions.positions.delivered).toBe('');
    await caughtUp(reactions);
    expect(issued).toEqual(['thanks-case-quick', 'thanks-case-slow']);
  });

  it('is done with when it is refused', async () => {
    await ask('a');
    const reactions = await started(() => Promise.reject(new CommandRejected('ALREADY_THANKED')));
    await caughtUp(reactions);
    expect(reactions.metrics).toMatchObject({ refused: 1, issued: 0, backlog: 0 });
  });

  it('is taken up again after a stop in the middle', async () => {
    await ask('a');
    const first = await started(() => Promise.reject(new Error('down')));
    await eventually(() => first.metrics.errors > 0);
    await first.stop();
    const issued: string[] = [];
    await caughtUp(await started(async ({ commandId }) => void issued.push(commandId)));
    expect(issued).toHaveLength(1);
  });
});
