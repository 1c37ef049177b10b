import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import { AccessFile } from '#access/nest';
import { CommandExecutor, SqliteEventStore, verifyLog } from '#event-store';
import { IdentityVault } from '#identity-vault';
import { subjectDecider, subjectStream } from '#identity-vault/domain';
import { SYSTEM } from '#kernel';
import { Outbox } from '#notifications';
import { SystemClock } from '#platform';
import { DataFolder } from '../../../../station/src/data-folder.js';
import { backUp } from './back-up.js';
import { restore } from './restore.js';

const NOW = Date.UTC(2026, 4, 11, 2);
const clock = new SystemClock();

/** What a station keeps, as far as a backup asks for it. */
const openParts = (folder: DataFolder) => {
  const vault = new IdentityVault({ database: folder.file('vault.db'), keys: folder.file('keys') }, clock);
  const events = SqliteEventStore.open(folder.file('log.db'), { clock });
  const access = new AccessFile(folder.file('access.db'));
  const outbox = new Outbox(folder.file('outbox.db'));
  const close = async (): Promise<void> => {
    outbox.close();
    access.close();
    await events.close();
    vault.close();
  };
  return { vault, events, close };
};
/** An event in the log; which one does not matter to its file. */
const happens = (events: SqliteEventStore, subject: string) =>
  new CommandExecutor(events, clock).execute({
    decider: subjectDecider,
    stream: subjectStream(subject),
    command: { type: 'EraseSubject', data: { subject, reason: 'asked for' } },
    envelope: { commandId: `happens:${subject}`, requestHash: '', actor: SYSTEM },
    context: (_, base) => base,
    policyVersion: () => 1,
  });

describe('a backup', () => {
  let place: string;
  let folder: DataFolder;
  let parts: ReturnType<typeof openParts>;
  let anna: string;
  const backup = () => join(place, 'backup');
  const taken = (withKey = true) => backUp(folder, backup(), { now: NOW, withKey });
  const back = (options: { keys?: string; replace?: boolean } = {}, data = join(place, 'again')) =>
    restore(backup(), data, { now: NOW, keys: options.keys, replace: options.replace ?? false });
  const opened = async (data: string) => {
    const found = openParts(DataFolder.open(data, 'real'));
    const people = found.vault.read([anna]);
    const events = await found.events.readAll('', 100);
    await found.close();
    return { anna: people.get(anna), streams: events.map(({ stream }) => stream) };
  };

  beforeEach(async () => {
    place = mkdtempSync(join(tmpdir(), 'minqing-backup-'));
    folder = DataFolder.open(join(place, 'data'), 'real');
    parts = openParts(folder);
    anna = await parts.vault.storePerson('register-anna', { name: '李某0231', phone: '000-1234-5678' });
    await happens(parts.events, 'party-1');
  });
  afterEach(async () => {
    await parts.close();
    rmSync(place, { recursive: true });
  });

  it('brings back what was written until it was taken, and nothing that was written later', async () => {
    const { log } = await taken();
    await happens(parts.events, 'party-2');
    await back();
    expect(log).toMatchObject({ events: 1, streams: 1 });
    expect(await opened(join(place, 'again'))).toEqual({
      anna: { partyId: anna, name: '李某0231', phone: '000-1234-5678' },
      streams: [subjectStream('party-1')],
    });
  });

  it('is of one moment, whoever writes meanwhile', async () => {
    const written = Promise.all(Array.from({ length: 200 }, (_, n) => happens(parts.events, `busy-${n}`)));
    const { log } = await taken();
    await written;
    expect(verifyLog(join(backup(), 'log.db'))).toMatchObject({ ...log, faults: [] });
  });

  it('opens with its own master key only, wherever that is kept', async () => {
    await taken(false);
    expect(existsSync(join(backup(), 'keys'))).toBe(false);
    await expect(back()).rejects.toThrow('has no master key');
    const other = DataFolder.open(join(place, 'other'), 'real');
    await openParts(other).close();
    await expect(back({ keys: other.file('keys') })).rejects.toThrow('None of the master keys');
    await back({ keys: folder.file('keys') });
    expect((await opened(join(place, 'again'))).anna).toMatchObject({ name: '李某0231' });
  });

  it('does not bring back who was erased since', async () => {
    await taken();
    await parts.vault.erase(anna);
    await parts.close();
    const { setAside } = await back({ replace: true }, folder.path);
    expect(existsSync(join(setAside ?? '', 'log.db'))).toBe(true);
    expect((await opened(folder.path)).anna).toEqual({ partyId: anna, erased: true });
    parts = openParts(DataFolder.open(folder.path, 'real'));
  });

  it('lets nobody stay logged in', async () => {
    const access = new AccessFile(folder.file('access.db'));
    access.database.exec(`PRAGMA foreign_keys = OFF;
      INSERT INTO session (id_hash, login, opened_at, seen_at) VALUES (x'00', 'anna', 1, 1)`);
    access.close();
    await taken();
    await back();
    const again = new DatabaseSync(join(place, 'again', 'access.db'), { readOnly: true });
    expect(again.prepare('SELECT count(*) AS n FROM session').get()).toEqual({ n: 0 });
    again.close();
  });

  const flipped = (bytes: Buffer): Buffer => {
    bytes[bytes.length >> 1]! ^= 0xff;
    return bytes;
  };
  const halved = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length >> 1);
  it.each([
    ['log.db', 'is not as it was written', flipped],
    ['vault.db', 'is not as it was written', flipped],
    ['outbox.db', 'is not as it was written', halved],
    ['manifest.json', 'is damaged', halved],
  ])('is refused where %s was changed, and nothing is made', async (name, why, changed) => {
    await taken();
    writeFileSync(join(backup(), name), changed(readFileSync(join(backup(), name))));
    await expect(back()).rejects.toThrow(why);
    expect(readdirSync(place).sort()).toEqual(['backup', 'data']);
  });

  it('is refused where a file is missing, or where there is none at all', async () => {
    await taken();
    rmSync(join(backup(), 'access.db'));
    await expect(back()).rejects.toThrow('is missing');
    await expect(restore(place, join(place, 'again'), { now: NOW, replace: false })).rejects.toThrow('is no backup');
  });

  it('is refused where its manifest speaks of another log', async () => {
    await taken();
    const file = join(backup(), 'manifest.json');
    const { log } = JSON.parse(readFileSync(file, 'utf8')) as { log: { digest: string } };
    writeFileSync(file, readFileSync(file, 'utf8').replace(log.digest, '0'.repeat(64)));
    await expect(back()).rejects.toThrow('is not the one its manifest speaks of');
    expect(readdirSync(place).sort()).toEqual(['backup', 'data']);
  });

  it('overwrites nothing', async () => {
    await taken();
    await expect(taken()).rejects.toThrow('is not empty');
    await expect(back({}, folder.path)).rejects.toThrow('is not empty');
    const unlock = folder.lock();
    await expect(back({ replace: true }, folder.path)).rejects.toThrow('Another station works');
    unlock();
  });

  it('is not taken of a log that is damaged', async () => {
    await parts.close();
    const log = new DatabaseSync(folder.file('log.db'));
    log.exec(`UPDATE event SET data = '{}' WHERE position = 1`);
    log.close();
    await expect(taken()).rejects.toThrow('The log is damaged');
    expect(readdirSync(place)).toEqual(['data']);
    parts = openParts(folder);
  });
});
