import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Append,
  type Appended,
  chainLinkOf,
  createUpcasters,
  type EventStore,
  START,
  type StoredEvent,
  type Upcasters,
  verifyStreamChain,
  WrongExpectedRevision,
} from '#event-store';
import { SYSTEM } from '#kernel';

export interface StoreOptions {
  readonly clock: { now(): number };
  readonly upcasters?: Upcasters;
}

/** A log of its own for each test; every `open` gives another client of the same log. */
export interface LogUnderTest {
  readonly open: (options: StoreOptions) => Promise<EventStore>;
  readonly dispose: () => Promise<void>;
}

export interface Promises {
  /** Refuses an event id that is in the log already, in whatever stream. */
  readonly uniqueEventIds: boolean;
  /** `recordedAt` never falls from one position to the next (else only within a stream). */
  readonly oneClock: boolean;
}

interface Known {
  readonly revision: number;
  readonly hash: string;
}
const NOTHING: Known = { revision: -1, hash: '' };

let ids = 0;

const appendTo = (
  stream: string,
  known: Known,
  ...events: readonly { type?: string; data?: unknown; eventId?: string }[]
): Append => ({
  stream,
  expectedRevision: known.revision < 0 ? 'no-stream' : known.revision,
  previousHash: known.hash,
  events: events.map(({ type = 'CaseRegistered', data = { words: '路灯坏了' }, eventId = `event-${(ids += 1)}` }) => ({
    event: { type, occurredAt: 1_771_000_000_000, data },
    metadata: {
      eventId,
      commandId: `command-${ids}`,
      requestHash: 'r',
      actor: SYSTEM,
      correlationId: 'c',
      causationId: 'c',
      policyVersion: 1,
      schemaVersion: 1,
    },
  })),
});

const knownFrom = ({ revision, events }: Appended): Known => ({ revision, hash: events.at(-1)?.hash ?? '' });
const revisionsOf = (events: readonly StoredEvent[]): number[] => events.map(({ revision }) => revision);
const positionsOf = (events: readonly StoredEvent[]): string[] => events.map(({ position }) => position);
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** Takes batches until `count` events have come. */
const take = async (
  batches: AsyncIterable<readonly StoredEvent[]>,
  count: number,
  stop: AbortController,
): Promise<StoredEvent[]> => {
  const taken: StoredEvent[] = [];
  for await (const batch of batches) {
    taken.push(...batch);
    if (taken.length >= count) stop.abort();
  }
  return taken;
};

const readOn = async (store: EventStore): Promise<StoredEvent[]> => {
  const all: StoredEvent[] = [];
  for (
    let page = await store.readAll(START, 100);
    page.length > 0;
    page = await store.readAll(all.at(-1)?.position ?? START, 100)
  ) {
    all.push(...page);
  }
  return all;
};

/** What every event store must hold, said once and run against each adapter. */
export const storeContract = (name: string, makeLog: () => Promise<LogUnderTest>, promises: Promises): void =>
  describe(`the log in ${name}`, () => {
    let log: LogUnderTest;
    let store: EventStore;
    let now: number;
    const clock = { now: () => now };
    const opened: EventStore[] = [];
    const open = async (options: Partial<StoreOptions> = {}): Promise<EventStore> => {
      const another = await log.open({ clock, ...options });
      opened.push(another);
      return another;
    };

    beforeEach(async () => {
      now = 1_771_000_000_000;
      log = await makeLog();
      store = await open();
    });
    afterEach(async () => {
      for (const each of opened.splice(0)) await each.close();
      await log.dispose();
    });

    /** Appends one event after the other and says where the stream stands. */
    const write = async (
      stream: string,
      count: number,
      from: Known = NOTHING,
      by: EventStore = store,
    ): Promise<Known> => {
      let known = from;
      for (let i = 0; i < count; i++) known = knownFrom(await by.append(appendTo(stream, known, {})));
      return known;
    };

    describe('writing', () => {
      it('begins empty', async () => {
        expect(await store.head()).toBe(START);
        expect(await store.readAll(START, 10)).toEqual([]);
        expect(await store.readStream('case-1')).toEqual([]);
      });

      it('founds a stream once', async () => {
        const answer = await store.append(appendTo('case-1', NOTHING, {}));
        expect(answer.revision).toBe(0);
        await expect(store.append(appendTo('case-1', NOTHING, {}))).rejects.toBeInstanceOf(WrongExpectedRevision);
        expect(await store.readStream('case-1')).toHaveLength(1);
      });

      it('answers with what a reader will find', async () => {
        const odd = {
          emoji: '🎋',
          zero: '\u0000',
          '10': 'ten',
          '9': 'nine',
          nested: { b: [1.5, -1e-7, 1e21, null, true], a: {} },
        };
        const answer = await store.append(
          appendTo('case-1', NOTHING, { data: odd }, { data: { gone: undefined, kept: 1 } }),
        );
        expect(answer.events[0]?.event.data).toEqual(odd);
        expect(answer.events[1]?.event.data).toStrictEqual({ kept: 1 });
        expect(await store.readStream('case-1')).toStrictEqual(answer.events);
        expect(await store.readAll(START, 10)).toStrictEqual(answer.events);
        expect(await store.head()).toBe(answer.position);
      });

      it('refuses a revision that is not the last one, whether passed or not reached', async () => {
        const known = await write('case-1', 3);
        for (const revision of [0, 1, 3, 7]) {
          const stale = appendTo('case-1', { revision, hash: known.hash }, {});
          await expect(store.append(stale)).rejects.toBeInstanceOf(WrongExpectedRevision);
        }
        await expect(store.append(appendTo('case-2', { revision: 0, hash: '' }, {}))).rejects.toThrow(
          WrongExpectedRevision,
        );
        expect(revisionsOf(await store.readStream('case-1'))).toEqual([0, 1, 2]);
        expect(await store.readStream('case-2')).toEqual([]);
      });

      it('refuses to fork the chain: the right revision after another event', async () => {
        const known = await write('case-1', 2);
        const forked = appendTo('case-1', { ...known, hash: 'f'.repeat(64) }, {});
        await expect(store.append(forked)).rejects.toBeInstanceOf(WrongExpectedRevision);
        await expect(store.append(appendTo('case-1', { ...known, hash: '' }, {}))).rejects.toThrow(
          WrongExpectedRevision,
        );
        expect(await store.readStream('case-1')).toHaveLength(2);
      });

      it('lets the first of two appends in the same breath win, and the second be decided again', async () => {
        const known = await write('case-1', 1);
        const [first, second] = await Promise.allSettled([
          store.append(appendTo('case-1', known, {})),
          store.append(appendTo('case-1', known, {})),
        ]);
        expect(first.status).toBe('fulfilled');
        expect(second).toMatchObject({ status: 'rejected', reason: { name: 'WrongExpectedRevision', expected: 0 } });
      });

      it('lets a conflict fail alone', async () => {
        await write('case-7', 1);
        const answers = await Promise.allSettled(
          upTo(20).map((n) => store.append(appendTo(`case-${n}`, NOTHING, {}, {}))),
        );
        expect(answers.map(({ status }) => status)).toEqual(upTo(20).map((n) => (n === 7 ? 'rejected' : 'fulfilled')));
        expect(await readOn(store)).toHaveLength(39);
      });

      it('refuses what has no canonical form, and nothing else with it', async () => {
        const [bad, good] = await Promise.allSettled([
          store.append(appendTo('case-1', NOTHING, {}, { data: { amount: NaN } })),
          store.append(appendTo('case-2', NOTHING, {})),
        ]);
        expect(bad).toMatchObject({ status: 'rejected', reason: { name: 'NotCanonical' } });
        expect(good.status).toBe('fulfilled');
        expect(await store.readStream('case-1')).toEqual([]);
      });

      it('takes many events in one append, or none of them', async () => {
        const answer = await store.append(appendTo('case-1', NOTHING, ...upTo(600).map(() => ({}))));
        expect(answer.revision).toBe(599);
        expect(revisionsOf(await store.readStream('case-1'))).toEqual(upTo(600));
      });

      (promises.uniqueEventIds ? it : it.skip)(
        'refuses an event it holds already, and all that came with it',
        async () => {
          const known = knownFrom(await store.append(appendTo('case-1', NOTHING, { eventId: 'e1' })));
          const [doubled, other, within] = await Promise.allSettled([
            store.append(appendTo('case-2', NOTHING, {}, {}, { eventId: 'e1' })),
            store.append(appendTo('case-1', known, {})),
            store.append(appendTo('case-3', NOTHING, { eventId: 'e2' }, { eventId: 'e2' })),
          ]);
          expect(doubled).toMatchObject({ status: 'rejected', reason: { name: 'DuplicateEvent' } });
          expect(other.status).toBe('fulfilled');
          expect(within).toMatchObject({ status: 'rejected', reason: { name: 'DuplicateEvent' } });
          expect((await readOn(store)).map(({ stream }) => stream)).toEqual(['case-1', 'case-1']);
          await expect(store.append(appendTo('case-3', NOTHING, { eventId: 'e2' }))).resolves.toMatchObject({
            revision: 0,
          });
        },
      );

      it('takes nothing after it was closed, and writes down what it had taken', async () => {
        const taken = upTo(10).map((n) => store.append(appendTo(`case-${n}`, NOTHING, {})));
        await store.close();
        expect(await Promise.all(taken)).toHaveLength(10);
        await expect(store.append(appendTo('case-x', NOTHING, {}))).rejects.toMatchObject({
          name: 'EventStoreUnavailable',
        });
        expect(await readOn(await open())).toHaveLength(10);
      });
    });

    describe('reading', () => {
      it('gives a stream from any revision on', async () => {
        await write('case-1', 5);
        await write('case-2', 2);
        expect(revisionsOf(await store.readStream('case-1', 3))).toEqual([3, 4]);
        expect(await store.readStream('case-1', 5)).toEqual([]);
      });

      it('gives the whole log in pages, every event once, in an order positions can be compared in', async () => {
        await Promise.all(upTo(12).map((n) => write(`case-${n}`, 10)));
        const all: StoredEvent[] = [];
        for (;;) {
          const page = await store.readAll(all.at(-1)?.position ?? START, 7);
          expect(page.length).toBeLessThanOrEqual(7);
          if (page.length === 0) break;
          all.push(...page);
        }
        expect(all).toHaveLength(120);
        const positions = positionsOf(all);
        expect([...new Set(positions)].sort()).toEqual(positions);
        expect(positions.every((position) => position > START)).toBe(true);
        expect(await store.head()).toBe(positions.at(-1));
        expect(all.filter(({ stream }) => stream === 'case-3')).toEqual(await store.readStream('case-3'));
      });

      it('is all there after the store was opened again, and goes on from there', async () => {
        const known = await write('case-1', 3);
        const before = await readOn(store);
        await store.close();
        const again = await open();
        expect(await readOn(again)).toEqual(before);
        const { position } = await again.append(appendTo('case-1', known, {}));
        expect(position > (before.at(-1)?.position ?? '')).toBe(true);
      });

      it('lifts old events to the schema of today, and lets unknown ones through', async () => {
        await store.append(
          appendTo('case-1', NOTHING, { data: { village: 'V07' } }, { type: 'FromTheFuture', data: [1] }),
        );
        const upcasters = createUpcasters([
          { type: 'CaseRegistered', from: 1, upcast: ({ type, data }) => ({ type, data: { place: data } }) },
        ]);
        const lifting = await open({ upcasters });
        const data = [{ place: { village: 'V07' } }, [1]];
        expect((await lifting.readStream('case-1')).map(({ event }) => event.data)).toEqual(data);
        expect((await lifting.readAll(START, 5)).map(({ event }) => event.data)).toEqual(data);
      });
    });

    describe('the chain and the clock', () => {
      it('chains every event of a stream to the one before', async () => {
        const known = await write('case-1', 4);
        await store.append(appendTo('case-1', known, {}, {}, {}));
        const events = await store.readStream('case-1');
        expect(new Set(events.map(({ hash }) => hash)).size).toBe(7);
        expect(verifyStreamChain(events.map(chainLinkOf))).toBeUndefined();
      });

      it('never records an event before the one ahead of it, though the clock goes back', async () => {
        let known = NOTHING;
        for (const step of [0, 5, -3_600_000, 1, -10, 7_200_000]) {
          now += step;
          known = await write('case-1', 1, known);
        }
        const recorded = (await store.readStream('case-1')).map(({ recordedAt }) => recordedAt);
        expect(recorded).toEqual([...recorded].sort((a, b) => a - b));
        expect(recorded.at(-1)).toBe(now);
      });

      (promises.oneClock ? it : it.skip)('keeps one clock for all its writers', async () => {
        const slow = await open({ clock: { now: () => now - 60_000 } });
        for (const n of upTo(20)) {
          now += 1;
          await write(`case-${n}`, 1, NOTHING, n % 2 === 0 ? store : slow);
        }
        const recorded = (await readOn(store)).map(({ recordedAt }) => recordedAt);
        expect(recorded).toEqual([...recorded].sort((a, b) => a - b));
      });
    });

    describe('several clients at once', () => {
      it('has one winner for each expected revision, and every read is a prefix of the end', async () => {
        const [clients, appends, streams] = [4, 500, 5];
        const second = await open();
        const won = new Map<string, number>();
        const reads: (readonly StoredEvent[])[] = [];
        const client = async (id: number): Promise<void> => {
          const mine = id % 2 === 0 ? store : second;
          for (let n = 0; n < appends; n++) {
            const stream = `case-${(id + n) % streams}`;
            const seen = await mine.readStream(stream);
            if (n % 25 === 0) reads.push(seen);
            const last = seen.at(-1);
            // Meanwhile the others go on, so that many expectations are wrong.
            if (n % 3 === id % 3) await new Promise(setImmediate);
            try {
              const { revision } = await mine.append(appendTo(stream, last ?? NOTHING, { data: { by: id } }));
              const place = `${stream}@${revision}`;
              won.set(place, (won.get(place) ?? 0) + 1);
            } catch (error) {
              if (!(error instanceof WrongExpectedRevision)) throw error;
            }
          }
        };
        await Promise.all(upTo(clients).map(client));
        let inLog = 0;
        for (const stream of upTo(streams).map((n) => `case-${n}`)) {
          const end = await store.readStream(stream);
          inLog += end.length;
          expect(revisionsOf(end)).toEqual(upTo(end.length));
          expect(verifyStreamChain(end.map(chainLinkOf))).toBeUndefined();
          for (const read of reads.filter(([first]) => first?.stream === stream)) {
            expect(positionsOf(read)).toEqual(positionsOf(end.slice(0, read.length)));
          }
        }
        expect([...won.values()].every((winners) => winners === 1)).toBe(true);
        expect(won.size).toBe(inLog);
        expect(won.size).toBeGreaterThan(appends);
        expect(won.size).toBeLessThan(clients * appends);
      }, 60_000);

      it('shows a client at once what another has written', async () => {
        const second = await open();
        let known = NOTHING;
        for (const n of upTo(10)) {
          known = await write('case-1', 1, known, n % 2 === 0 ? store : second);
          expect(await (n % 2 === 0 ? second : store).head()).toBe(await store.head());
        }
        await expect(second.append(appendTo('case-1', { ...known, revision: 3 }, {}))).rejects.toThrow(
          WrongExpectedRevision,
        );
      });
    });

    describe('a subscription', () => {
      const stop = (): AbortController => new AbortController();

      it('first gives what is there, in batches, then what comes', async () => {
        const known = await write('case-1', 25);
        const end = stop();
        const sizes: number[] = [];
        const seen: StoredEvent[] = [];
        const following = (async () => {
          for await (const batch of store.subscribe({ after: START, batchSize: 10 }, end.signal)) {
            sizes.push(batch.length);
            seen.push(...batch);
            if (seen.length === 30) end.abort();
          }
        })();
        await new Promise((resolve) => setTimeout(resolve, 30));
        expect(sizes).toEqual([10, 10, 5]);
        await write('case-1', 5, known);
        await following;
        expect(seen).toEqual(await store.readStream('case-1'));
      });

      it('starts after any position', async () => {
        await write('case-1', 10);
        const all = await readOn(store);
        const end = stop();
        const after = all[6]?.position ?? START;
        expect(await take(store.subscribe({ after }, end.signal), 3, end)).toEqual(all.slice(7));
      });

      it('misses nothing and doubles nothing while several clients write', async () => {
        const second = await open();
        const ends = [stop(), stop()];
        const followers = [store, second].map((by, n) =>
          take(
            by.subscribe({ after: START, batchSize: 16 }, ends[n]?.signal ?? AbortSignal.abort()),
            400,
            ends[n] ?? stop(),
          ),
        );
        await Promise.all(upTo(8).map((n) => write(`case-${n}`, 50, NOTHING, n % 2 === 0 ? store : second)));
        const all = positionsOf(await readOn(store));
        for (const seen of await Promise.all(followers)) expect(positionsOf(seen)).toEqual(all);
      });

      it('hears of another process by itself', async () => {
        const second = await open();
        const end = stop();
        const following = take(store.subscribe({ after: START }, end.signal), 1, end);
        await new Promise((resolve) => setTimeout(resolve, 20));
        await write('case-1', 1, NOTHING, second);
        expect(await following).toHaveLength(1);
      });

      it('waits for whoever is slow', async () => {
        await write('case-1', 20);
        const end = stop();
        const batches = store.subscribe({ after: START, batchSize: 5 }, end.signal)[Symbol.asyncIterator]();
        const first: readonly StoredEvent[] = ((await batches.next()) as IteratorYieldResult<readonly StoredEvent[]>)
          .value;
        await write('case-2', 3);
        expect(revisionsOf(first)).toEqual([0, 1, 2, 3, 4]);
        const next: readonly StoredEvent[] = ((await batches.next()) as IteratorYieldResult<readonly StoredEvent[]>)
          .value;
        expect(revisionsOf(next)).toEqual([5, 6, 7, 8, 9]);
        end.abort();
        expect((await batches.next()).done).toBe(true);
      });

      it('ends when it is told to, when it was told before, and when the store closes', async () => {
        const end = stop();
        const idle = take(store.subscribe({ after: START }, end.signal), 1, stop());
        setTimeout(() => end.abort(), 10);
        expect(await idle).toEqual([]);
        expect(await take(store.subscribe({ after: START }, AbortSignal.abort()), 1, stop())).toEqual([]);
        const closing = take(store.subscribe({ after: START }, stop().signal), 1, stop());
        setTimeout(() => void store.close(), 10);
        expect(await closing).toEqual([]);
      });
    });
  });
