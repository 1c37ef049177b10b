import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandExecutor, SqliteEventStore, START } from '#event-store';
import { IdentityVault, type PersonEntry } from '#identity-vault';
import { VirtualClock } from '#platform';
import { CURRENT_POLICY } from '#policy';
import { loadDemoCounty, type LoadedDemoCounty } from './load-demo-county.js';

const FOUNDED = Date.parse('2026-07-06T10:00+08:00');
const PEOPLE = 752 + 345 * 3;

describe('loading the demo county', () => {
  let folder: string;
  let clock: VirtualClock;
  let store: SqliteEventStore;
  let executor: CommandExecutor;
  let stored: Map<string | undefined, PersonEntry>;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'minqing-'));
    clock = new VirtualClock(FOUNDED);
    store = SqliteEventStore.open(join(folder, 'log.db'), { clock });
    executor = new CommandExecutor(store, clock);
    stored = new Map();
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const load = (onProgress?: (done: number, all: number) => void): Promise<LoadedDemoCounty> =>
    loadDemoCounty({
      executor,
      policy: CURRENT_POLICY,
      storePeople: async (entries) => entries.forEach((entry) => stored.set(entry.person.partyId, entry)),
      ...(onProgress && { onProgress }),
    });

  const eventsInLog = async (): Promise<string[]> => {
    const types: string[] = [];
    for (let after = START; ;) {
      const page = await store.readAll(after, 1_000);
      types.push(...page.map(({ event }) => event.type));
      const last = page.at(-1);
      if (!last) return types;
      after = last.position;
    }
  };

  it('enters by commands, says how far it is, and a second time changes nothing', async () => {
    const steps: number[] = [];
    const first = await load((done, all) => steps.push(done / all));
    expect(first.loaded).toBe(true);
    expect(steps.at(-1)).toBe(1);
    expect(stored.size).toBeGreaterThan(PEOPLE);

    const types = await eventsInLog();
    expect(types.filter((type) => type === 'UnitCreated')).toHaveLength(1 + 29 + 20 + 105 + 345 + 160);
    expect(types.filter((type) => type === 'CadreRegistered')).toHaveLength(stored.size);

    const head = await store.head();
    clock.moveTo(FOUNDED + 40 * 86_400_000);
    const second = await load();
    expect(second).toEqual({ ...first, loaded: false });
    expect(await store.head()).toBe(head);
  }, 60_000);

  it('interrupted, goes on later where it stopped and ends with the same county', async () => {
    const broken = load((done) => {
      if (done === 1_500) throw new Error('power cut');
    });
    await expect(broken).rejects.toThrow('power cut');
    const before = await eventsInLog();
    expect(before.length).toBeGreaterThan(1_500);

    clock.moveTo(FOUNDED + 3 * 86_400_000);
    executor = new CommandExecutor(store, clock);
    const { commands } = await load();
    const types = await eventsInLog();
    const founding = types.filter((type) => type === 'UnitCreated' || type === 'CadreRegistered');
    expect(founding).toHaveLength(commands);
  }, 60_000);
});

it('people of the demo county are stored in the vault once, under the ids that the commands name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minqing-'));
  const clock = new VirtualClock(FOUNDED);
  const store = SqliteEventStore.open(join(folder, 'log.db'), { clock });
  const vault = new IdentityVault({ database: join(folder, 'vault.db'), keys: join(folder, 'keys') }, clock);
  try {
    const { accounts } = await loadDemoCounty({
      executor: new CommandExecutor(store, clock),
      policy: CURRENT_POLICY,
      storePeople: (entries) => vault.storePeople(entries),
    });
    const refs = accounts.map(({ personRef }) => personRef);
    const people = vault.read(refs);
    expect(people.size).toBe(accounts.length);
    expect(people.get(refs[0] ?? '')).toMatchObject({
      name: expect.stringMatching(/^.某\d{4}$/) as unknown,
      phone: expect.stringMatching(/^000-/) as unknown,
    });
  } finally {
    vault.close();
    await store.close();
    rmSync(folder, { recursive: true });
  }
}, 60_000);
