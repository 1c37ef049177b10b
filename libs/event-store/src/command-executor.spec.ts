import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandRejected, type Command, type Context, type Decider, type Event, reject, SYSTEM } from '#kernel';
import {
  CommandExecutor,
  type CommandEnvelope,
  createUpcasters,
  type Execution,
  SqliteEventStore,
  streamIdFromCommand,
} from '#event-store';

type Opened = Event<'WindowOpened', { readonly window: string; readonly note?: string | undefined }>;
type Served = Event<'ResidentServed', { readonly number: number }>;
type WindowEvent = Opened | Served;
type WindowCommand = Command<'OpenWindow', { note?: string }> | Command<'Serve', { times: number }>;
interface Window {
  readonly open: boolean;
  readonly served: number;
  readonly fields: readonly string[];
}

const window: Decider<Window, WindowCommand, WindowEvent> = {
  initialState: { open: false, served: 0, fields: [] },
  decide: (command, state, { now }) => {
    if (command.type === 'OpenWindow') {
      return state.open
        ? reject('WINDOW_OPEN')
        : [{ type: 'WindowOpened', occurredAt: now, data: { window: 'w1', note: command.data.note } }];
    }
    if (!state.open) return reject('WINDOW_CLOSED');
    return Array.from({ length: command.data.times }, (_, i) => ({
      type: 'ResidentServed' as const,
      occurredAt: now,
      data: { number: state.served + i + 1 },
    }));
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'WindowOpened':
        return { ...state, open: true, fields: Object.keys(event.data) };
      case 'ResidentServed':
        return { ...state, served: event.data.number };
      default:
        return state;
    }
  },
};

const clock = { now: () => 1_771_000_000_000 };
const envelope = (commandId: string, more: Partial<CommandEnvelope> = {}): CommandEnvelope => ({
  commandId,
  requestHash: `body of ${commandId}`,
  actor: SYSTEM,
  ...more,
});
type WindowExecution = Execution<Window, WindowCommand, WindowEvent, Context>;
const asking = (command: WindowCommand, by: CommandEnvelope, more: Partial<WindowExecution> = {}): WindowExecution => ({
  decider: window,
  stream: 'window-1',
  command,
  envelope: by,
  context: (_, base) => base,
  policyVersion: () => 3,
  ...more,
});
const open: WindowCommand = { type: 'OpenWindow', data: {} };
const serve = (times = 1): WindowCommand => ({ type: 'Serve', data: { times } });

describe('the way into an aggregate', () => {
  let folder: string;
  let store: SqliteEventStore;
  let other: SqliteEventStore;
  let executor: CommandExecutor;
  let elsewhere: CommandExecutor;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'executor-'));
    store = SqliteEventStore.open(join(folder, 'log.db'), { clock });
    other = SqliteEventStore.open(join(folder, 'log.db'), { clock });
    executor = new CommandExecutor(store, clock);
    elsewhere = new CommandExecutor(other, clock);
  });
  afterEach(async () => {
    await store.close();
    await other.close();
    rmSync(folder, { recursive: true });
  });

  it('founds the aggregate and says where it stands', async () => {
    const answer = await executor.execute(asking(open, envelope('k1')));
    expect(answer).toMatchObject({ revision: 0, repeated: false, state: { open: true } });
    expect(answer.position).toBe(await store.head());
    expect(answer.events).toEqual(await store.readStream('window-1'));
  });

  it('tells how long each command took that was carried out, and nothing of the others', async () => {
    const times: number[] = [];
    const watched = new CommandExecutor(store, clock, { took: (milliseconds) => times.push(milliseconds) });
    await watched.execute(asking(open, envelope('k1')));
    await expect(watched.execute(asking(open, envelope('k2')))).rejects.toThrow(CommandRejected);
    expect(times).toEqual([expect.any(Number)]);
    expect(times[0]).toBeGreaterThan(0);
  });

  it('writes down who asked for what, under which policy and in which schema', async () => {
    const upcasters = createUpcasters([{ type: 'WindowOpened', from: 1, upcast: (event) => event }]);
    const versioned = new CommandExecutor(store, clock, { upcasters });
    const { events } = await versioned.execute(
      asking(open, envelope('k1', { causationId: 'order 7', traceparent: '00-ab-cd-01' })),
    );
    expect(events[0]?.metadata).toMatchObject({
      commandId: 'k1',
      requestHash: 'body of k1',
      actor: SYSTEM,
      correlationId: 'k1',
      causationId: 'order 7',
      policyVersion: 3,
      schemaVersion: 2,
      traceparent: '00-ab-cd-01',
    });
  });

  it('keeps the events of one command together', async () => {
    await executor.execute(asking(open, envelope('k1')));
    const { events, revision } = await executor.execute(asking(serve(3), envelope('k2')));
    expect(revision).toBe(3);
    expect(events.map(({ metadata }) => metadata.commandId)).toEqual(['k2', 'k2', 'k2']);
  });

  it('answers a retry with what the command got the first time', async () => {
    const first = await executor.execute(asking(open, envelope('k1')));
    await executor.execute(asking(serve(2), envelope('k2')));
    const again = await executor.execute(asking(open, envelope('k1')));
    expect(again).toEqual({ ...first, repeated: true });
    expect(await elsewhere.execute(asking(open, envelope('k1')))).toEqual(again);
  });

  it('answers a retry although the actor has seen an older revision', async () => {
    await executor.execute(asking(open, envelope('k1')));
    await executor.execute(asking(serve(), envelope('k2', { ifMatch: 0 })));
    expect((await executor.execute(asking(serve(), envelope('k2', { ifMatch: 0 })))).repeated).toBe(true);
  });

  it('refuses the same key with another body', async () => {
    await executor.execute(asking(open, envelope('k1')));
    await expect(executor.execute(asking(serve(), envelope('k1', { requestHash: 'other' })))).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('refuses a key that another stream has used', async () => {
    await executor.execute(asking(open, envelope('k1')));
    await expect(executor.execute(asking(open, envelope('k1'), { stream: 'window-2' }))).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await store.readStream('window-2')).toEqual([]);
  });

  it('refuses what was decided on an older revision than the one there is', async () => {
    await executor.execute(asking(open, envelope('k1')));
    await executor.execute(asking(serve(), envelope('k2')));
    await expect(executor.execute(asking(serve(), envelope('k3', { ifMatch: 0 })))).rejects.toMatchObject({
      code: 'REVISION_CHANGED',
      detail: { expected: 0, revision: 1 },
    });
  });

  it('answers a command that changes nothing with the current revision', async () => {
    await executor.execute(asking(open, envelope('k1')));
    expect(await executor.execute(asking(serve(0), envelope('k2')))).toMatchObject({ revision: 0, events: [] });
  });

  it('decides again when another process was faster', async () => {
    await executor.execute(asking(open, envelope('k1')));
    await elsewhere.execute(asking(serve(4), envelope('k2')));
    const answer = await executor.execute(asking(serve(), envelope('k3')));
    expect(answer).toMatchObject({ revision: 5, state: { served: 5 } });
  });

  it('refuses only on the newest state, whatever memory says', async () => {
    await expect(executor.execute(asking(serve(), envelope('k1')))).rejects.toThrow('WINDOW_CLOSED');
    expect((await executor.load(window, 'window-1')).revision).toBe(-1);
    await elsewhere.execute(asking(open, envelope('k2')));
    expect((await executor.execute(asking(serve(), envelope('k3')))).revision).toBe(1);
    await elsewhere.execute(asking(serve(), envelope('k4')));
    expect((await executor.execute(asking(serve(), envelope('k4')))).repeated).toBe(true);
  });

  it('gives up after three more tries', async () => {
    await executor.execute(asking(open, envelope('k1')));
    let decided = 0;
    const overtaken = asking(serve(), envelope('k2'), {
      context: async (_, base) => {
        await elsewhere.execute(asking(serve(), envelope(`faster ${(decided += 1)}`)));
        return base;
      },
    });
    await expect(executor.execute(overtaken)).rejects.toMatchObject({ name: 'WrongExpectedRevision' });
    expect(decided).toBe(4);
  });

  it('takes the commands of one process on one stream in turn', async () => {
    await executor.execute(asking(open, envelope('k0')));
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => executor.execute(asking(serve(), envelope(`many ${i}`)))),
    );
    expect(answers.map(({ revision }) => revision)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });

  it('carries a doubled click out once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => executor.execute(asking(open, envelope('k1')))));
    expect(answers.map(({ repeated }) => repeated)).toEqual([false, true, true]);
    expect(await store.readStream('window-1')).toHaveLength(1);
  });

  it('seals after deciding, each event at its own place', async () => {
    await executor.execute(asking(open, envelope('k1')));
    const places: string[] = [];
    const { state } = await executor.execute(
      asking(serve(2), envelope('k2'), {
        seal: async (event, { stream, revision }) => {
          places.push(`${stream}@${revision}`);
          return event.type === 'ResidentServed' ? { ...event, data: { number: event.data.number * 100 } } : event;
        },
      }),
    );
    expect(places).toEqual(['window-1@1', 'window-1@2']);
    expect(state.served).toBe(200);
  });

  it('holds in memory what a reader of the log would fold', async () => {
    const hot = await executor.execute(asking(open, envelope('k1')));
    const cold = await elsewhere.load(window, 'window-1');
    expect(hot.state).toEqual(cold.state);
    expect(cold.state.fields).toEqual(['window']);
  });

  it('refuses text that is not Unicode, and a decider its own way', async () => {
    await expect(
      executor.execute(asking({ type: 'OpenWindow', data: { note: '半\ud83d' } }, envelope('k1'))),
    ).rejects.toEqual(new CommandRejected('TEXT_NOT_UNICODE', { field: '/note' }));
    await executor.execute(asking(open, envelope('k2')));
    await expect(executor.execute(asking(open, envelope('k3')))).rejects.toThrow('WINDOW_OPEN');
  });

  it('forgets aggregates used long ago and reads them again', async () => {
    const small = new CommandExecutor(store, clock, { hotAggregates: 2 });
    for (const stream of ['a', 'b', 'c']) await small.execute(asking(open, envelope(stream), { stream }));
    for (const stream of ['a', 'b', 'c']) await small.execute(asking(serve(), envelope(`${stream}2`), { stream }));
    expect((await small.load(window, 'a')).state.served).toBe(1);
  });

  it('gives a founding command always the same id', () => {
    expect(streamIdFromCommand('k1')).toBe(streamIdFromCommand('k1'));
    expect(streamIdFromCommand('k1')).not.toBe(streamIdFromCommand('k2'));
  });
});
