import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import { IdentityVault, VaultLocked } from '#identity-vault';
import { VirtualClock } from '#platform';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 1, 10);
const li = { name: '李某0231', phone: '000-1234-5678', address: '云坪镇上垟村7号' };
const place = { stream: 'case-c1', revision: 0, field: 'summary' };

let folder: string;
let clock: VirtualClock;
let vault: IdentityVault;

const open = () => new IdentityVault({ database: join(folder, 'vault.db'), keys: join(folder, 'keys') }, clock);
const reopen = () => {
  vault.close();
  vault = open();
};
const bytesOnDisk = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('');
const latin1 = (text: string) => Buffer.from(text).toString('latin1');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vault-'));
  clock = new VirtualClock(START);
  vault = open();
});
afterEach(() => {
  vault.close();
  rmSync(folder, { recursive: true });
});

describe('people in the vault', () => {
  it('are read back by the party id that follows from the command', async () => {
    const partyId = await vault.storePerson('cmd-1', li);
    reopen();
    expect(vault.read([partyId, 'unknown'])).toEqual(new Map([[partyId, { partyId, ...li }]]));
  });

  it('keep one id and their first words however often the command is retried', async () => {
    const first = await vault.storePerson('cmd-1', li);
    expect(await vault.storePerson('cmd-1', { name: '王某0001' })).toBe(first);
    expect(vault.read([first]).get(first)).toMatchObject({ name: '李某0231' });
    expect(await vault.storePerson('cmd-1', li, 1)).not.toBe(first);
    expect(await vault.storePerson('cmd-2', li)).not.toBe(first);
  });

  it('are corrected by a later command that names them', async () => {
    const partyId = await vault.storePerson('cmd-1', li);
    await vault.storePerson('cmd-2', { partyId, name: '李某0231', phone: '000-9999-0000' });
    expect(vault.read([partyId]).get(partyId)).toEqual({ partyId, name: '李某0231', phone: '000-9999-0000' });
  });

  it('never lie in plain text on disk', async () => {
    await vault.storePerson('cmd-1', li);
    for (const text of [li.name, li.phone, li.address]) expect(bytesOnDisk()).not.toContain(latin1(text));
  });

  it('enter by thousands in one transaction', async () => {
    const entries = Array.from({ length: 2_200 }, (_, n) => ({
      commandId: `cadre-${n}`,
      person: { name: `王某${String(n).padStart(4, '0')}`, phone: `000-0000-${String(n).padStart(4, '0')}` },
    }));
    const began = performance.now();
    const ids = await vault.storePeople(entries);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(new Set(ids).size).toBe(2_200);
    expect(vault.read([ids[2_199] as string]).get(ids[2_199] as string)).toMatchObject({ name: '王某2199' });
  });

  it('share one commit when many callers store at once', async () => {
    const ids = await Promise.all(
      Array.from({ length: 32 }, (_, n) =>
        Promise.all([vault.storePerson(`cmd-${n}`, li), vault.openSubjectKey(`case:${n}`, `cmd-${n}`)]),
      ),
    );
    expect(vault.read(ids.map(([id]) => id)).size).toBe(32);
  });
});

describe('free text', () => {
  beforeEach(() => vault.openSubjectKey('case:c1', 'cmd-1'));

  it('opens at its own place, also after a restart', () => {
    const sealed = vault.seal('case:c1', place, '李某家门口积水');
    expect(sealed).toMatch(/^v1\.[A-Za-z0-9_-]+$/);
    reopen();
    expect(vault.unseal('case:c1', place, sealed)).toBe('李某家门口积水');
  });

  it('is refused elsewhere: another event, field or subject', async () => {
    await vault.openSubjectKey('case:c2', 'cmd-2');
    const sealed = vault.seal('case:c1', place, 'x');
    for (const elsewhere of [
      { ...place, stream: 'case-c2' },
      { ...place, revision: 1 },
      { ...place, field: 'note' },
    ]) {
      expect(() => vault.unseal('case:c1', elsewhere, sealed)).toThrow(/changed or moved/);
    }
    expect(() => vault.unseal('case:c2', place, sealed)).toThrow(/changed or moved/);
  });

  it('is refused when one bit was flipped, and when it is no ciphertext', () => {
    const bytes = Buffer.from(vault.seal('case:c1', place, 'abc').slice(3), 'base64url');
    bytes[bytes.length >> 1]! ^= 1;
    for (const broken of [`v1.${bytes.toString('base64url')}`, 'v1.', 'abc']) {
      expect(() => vault.unseal('case:c1', place, broken)).toThrow(/changed or moved/);
    }
  });

  it('needs a key first, and one key stays whatever command asks for it', async () => {
    expect(() => vault.seal('case:none', place, 'x')).toThrow(/holds no key/);
    const sealed = vault.seal('case:c1', place, 'x');
    await vault.openSubjectKey('case:c1', 'cmd-9');
    expect(vault.unseal('case:c1', place, sealed)).toBe('x');
  });

  it('cannot name its place in two ways', () => {
    expect(() => vault.seal('case:c1', { ...place, field: 'a|b' }, 'x')).toThrow(RangeError);
  });
});

describe('erasure', () => {
  it('destroys the key for good and may be repeated', async () => {
    const partyId = await vault.storePerson('cmd-1', li);
    await vault.erase(partyId);
    await vault.erase(partyId);
    expect(vault.read([partyId]).get(partyId)).toEqual({ partyId, erased: true });
    reopen();
    expect(vault.read([partyId]).get(partyId)).toEqual({ partyId, erased: true });
    expect(await vault.storePerson('cmd-1', li)).toBe(partyId);
    expect(vault.read([partyId]).get(partyId)).toEqual({ partyId, erased: true });
    await expect(vault.storePerson('cmd-2', { partyId, ...li })).rejects.toMatchObject({ code: 'PERSON_ERASED' });
  });

  it('leaves text sealed for ever', async () => {
    await vault.openSubjectKey('case:c1', 'cmd-1');
    const sealed = vault.seal('case:c1', place, 'x');
    await vault.erase('case:c1');
    expect(() => vault.unseal('case:c1', place, sealed)).toThrow(/destroyed on request/);
    await expect(vault.openSubjectKey('case:c1', 'cmd-1')).rejects.toMatchObject({ code: 'SUBJECT_ERASED' });
  });

  it('is applied again to a database restored from before', async () => {
    const partyId = await vault.storePerson('cmd-1', li);
    vault.close();
    const backup = readFileSync(join(folder, 'vault.db'));
    vault = open();
    await vault.erase(partyId);
    vault.close();
    writeFileSync(join(folder, 'vault.db'), backup);
    const subjects = () => {
      const reader = new DatabaseSync(join(folder, 'vault.db'));
      const row: unknown = reader.prepare('SELECT count(*) AS n FROM subject').get();
      reader.close();
      return row;
    };
    expect(subjects()).toEqual({ n: 1 });
    vault = open();
    expect(vault.read([partyId]).get(partyId)).toEqual({ partyId, erased: true });
    expect(subjects()).toEqual({ n: 0 });
  });

  it('leaves no wrapped key behind in the files', async () => {
    const partyId = await vault.storePerson('cmd-1', li);
    const reader = new DatabaseSync(join(folder, 'vault.db'));
    const { wrapped_key: wrapped } = reader.prepare('SELECT wrapped_key FROM subject').get() as {
      wrapped_key: Uint8Array;
    };
    reader.close();
    const needle = Buffer.from(wrapped).toString('latin1');
    expect(bytesOnDisk()).toContain(needle);
    await vault.erase(partyId);
    expect(bytesOnDisk()).not.toContain(needle);
  });
});

describe('what never reached the log', () => {
  const known = (...ids: string[]) => {
    return async (id: string) => ids.includes(id);
  };

  it('is purged with its key once it is old enough', async () => {
    const lost = await vault.storePerson('lost', li);
    const kept = await vault.storePerson('kept', li);
    clock.moveTo(START + DAY);
    const young = await vault.storePerson('young', li);
    clock.moveTo(START + DAY + HOUR);
    expect(await vault.purgeUnused(clock.now() - DAY, known('kept'))).toBe(1);
    expect([...vault.read([lost, kept, young]).keys()]).toEqual([kept, young]);
    expect(await vault.purgeUnused(clock.now() + DAY, known('young'))).toBe(0);
  });

  it('takes a lost correction back, not the person', async () => {
    const partyId = await vault.storePerson('cmd-1', li);
    await vault.markUsed(['cmd-1']);
    await vault.storePerson('lost', { partyId, name: '张某0001' });
    await vault.purgeUnused(START + DAY, known());
    expect(vault.read([partyId]).get(partyId)).toMatchObject({ name: '李某0231' });
  });

  it('leaves a key that another command has a stake in', async () => {
    await vault.openSubjectKey('case:c1', 'lost');
    await vault.openSubjectKey('case:c1', 'kept');
    const sealed = vault.seal('case:c1', place, 'x');
    await vault.purgeUnused(START + DAY, known('kept'));
    reopen();
    expect(vault.unseal('case:c1', place, sealed)).toBe('x');
  });

  it('is spared when its command comes again before the purge', async () => {
    const partyId = await vault.storePerson('late', li);
    clock.moveTo(START + 2 * DAY);
    await vault.purgeUnused(START + DAY, async () => {
      await vault.storePerson('late', li);
      return false;
    });
    expect(vault.read([partyId]).size).toBe(1);
  });
});

describe('the master key', () => {
  const file = () => join(folder, 'keys', 'master.key');

  it('is made on the first run, readable by its owner only', () => {
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('is not replaced when it is missing beside a vault with content', () => {
    rmSync(file());
    expect(() => open()).toThrow(/is missing, but the vault has content/);
    expect(existsSync(file())).toBe(false);
  });

  it('is refused when others may read it, and when it is not this vault’s', () => {
    chmodSync(file(), 0o644);
    expect(() => open()).toThrow(/chmod 600/);
    rmSync(file());
    const stranger = new IdentityVault({ database: join(folder, 'other.db'), keys: join(folder, 'keys') }, clock);
    stranger.close();
    expect(() => open()).toThrow(VaultLocked);
  });

  it('keys the hash of a request, so that a short text cannot be guessed from it', () => {
    const other = new IdentityVault({ database: join(folder, 'o.db'), keys: join(folder, 'other-keys') }, clock);
    expect(vault.requestHash('POST /x {}')).toBe(vault.requestHash('POST /x {}'));
    expect(vault.requestHash('POST /x {}')).not.toBe(other.requestHash('POST /x {}'));
    expect(vault.requestHash('POST /x {}')).toMatch(/^[0-9a-f]{64}$/);
    other.close();
  });
});
