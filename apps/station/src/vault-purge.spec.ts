import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore } from '#event-store';
import { IdentityVault } from '#identity-vault';
import { SYSTEM } from '#kernel';
import { VirtualClock } from '#platform';
import { purgeVault } from './vault-purge.js';

const HOUR = 3_600_000;

describe('purging the vault', () => {
  let folder: string;
  let clock: VirtualClock;
  let events: SqliteEventStore;
  let vault: IdentityVault;
  let pagesRead: number;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'minqing-purge-'));
    clock = new VirtualClock(Date.parse('2026-03-02T09:00+08:00'));
    events = SqliteEventStore.open(join(folder, 'log.db'), { clock });
    vault = new IdentityVault({ database: join(folder, 'vault.db'), keys: join(folder, 'keys') }, clock);
    pagesRead = 0;
    const readAll = events.readAll.bind(events);
    events.readAll = (...page) => {
      pagesRead += 1;
      return readAll(...page);
    };
  });
  afterEach(async () => {
    vault.close();
    await events.close();
    rmSync(folder, { recursive: true });
  });

  const store = (commandId: string): Promise<string> => vault.storePerson(commandId, { name: `张某${commandId}` });
  const append = (commandId: string): Promise<unknown> => {
    const event = { type: 'CaseRegistered', occurredAt: clock.now(), data: {} };
    const about = { commandId, requestHash: '', actor: SYSTEM, correlationId: commandId, causationId: commandId };
    const metadata = { ...about, eventId: `event-of-${commandId}`, policyVersion: 1, schemaVersion: 1 };
    return events.append({
      stream: `case-${commandId}`,
      expectedRevision: 'no-stream',
      previousHash: '',
      events: [{ event, metadata }],
    });
  };
  const purge = (): Promise<number> => purgeVault({ vault, events, clock });

  it('takes what no event names after a day, and nothing else', async () => {
    const [lost, kept] = [await store('never-appended'), await store('appended')];
    await append('appended');
    clock.moveTo(clock.now() + 12 * HOUR);
    const young = await store('on-its-way');
    clock.moveTo(clock.now() + 13 * HOUR);

    expect(await purge()).toBe(1);
    expect([...vault.read([lost, kept, young]).keys()]).toEqual([kept, young]);
  });

  it('reads the log only where there is something to ask it, and then once', async () => {
    expect(await purge()).toBe(0);
    expect(pagesRead).toBe(0);
    await Promise.all(['one', 'two', 'three'].map(store));
    await append('one');
    clock.moveTo(clock.now() + 25 * HOUR);
    expect(await purge()).toBe(2);
    expect(pagesRead).toBe(2); // the events, and that there are no more
    expect(await purge()).toBe(0);
    expect(pagesRead).toBe(2);
  });
});
