import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import { CommandRejected, type Instant } from '#kernel';
import type { Clock } from '#platform';
import { ErasureRegister } from './erasure-register.js';
import { GroupCommit } from './group-commit.js';
import { KeyCache } from './key-cache.js';
import { type MasterKeys, masterKeys } from './master-key.js';
import type { ErasedPerson, Person, PersonEntry, StoredPerson } from './person.js';
import { associatedData, decrypt, encrypt, fromText, type Place, toText } from './sealing.js';
import { SealBroken, VaultLocked } from './vault-errors.js';
import { SCHEMA_VERSION, VaultTables } from './vault-tables.js';

export interface VaultOptions {
  /** Path of `vault.db`. */
  readonly database: string;
  /** Folder of `master.key` and `erased.log`; kept and backed up apart from the database. */
  readonly keys: string;
  /** Opened keys held in memory. */
  readonly cachedKeys?: number;
}

const PARTY_NAMESPACE = '3c1d6bb8-2a2e-5d0c-9d5e-6f1a0c6f2b71';
const CACHED_KEYS = 20_000;
const PURGED_AT_ONCE = 500;
/** 36 bits: among all words of a county two hardly ever meet, and no word is known by its hash alone. */
const WORD_LENGTH = 6;

/** The id of a command's n-th person: the same for every retry. */
export const partyIdOf = (commandId: string, ordinal: number): string =>
  uuidv5(`${commandId}:${ordinal}`, PARTY_NAMESPACE);

/**
 * Where names, phones, addresses and id numbers live, and the keys of all free text. Each subject (a person, a case)
 * has a key of its own, wrapped by the master key; to erase is to destroy that key (`docs/domain.md §4.5`).
 *
 * The vault is written before the log. Every write is idempotent by its command id; what no event ever named is purged.
 */
export class IdentityVault {
  readonly #tables: VaultTables;
  readonly #master: MasterKeys;
  readonly #register: ErasureRegister;
  readonly #commits: GroupCommit;
  readonly #keys: KeyCache;

  /**
   * Opens the vault, makes its master key on the first run and applies the register of erasures again.
   * @throws VaultLocked when the master key is missing, open to others, or another vault's.
   */
  constructor(
    { database, keys, cachedKeys = CACHED_KEYS }: VaultOptions,
    private readonly clock: Clock,
  ) {
    this.#tables = new VaultTables(database);
    try {
      this.#master = this.#unlock(keys);
      this.#register = new ErasureRegister(keys);
    } catch (error) {
      this.#tables.database.close();
      throw error;
    }
    this.#commits = new GroupCommit(this.#tables.database);
    this.#keys = new KeyCache(cachedKeys);
    this.#eraseAgain();
  }

  /** Stores or corrects one person. @returns the `partyId`, the same for a retry. */
  async storePerson(commandId: string, person: PersonEntry['person'], ordinal = 0): Promise<string> {
    const [partyId] = await this.storePeople([{ commandId, ordinal, person }]);
    return partyId as string;
  }

  /**
   * Stores many people in one transaction.
   * @throws CommandRejected `PERSON_ERASED` where data are given for somebody whose key was destroyed.
   * @throws VaultUnavailable when nothing was stored and the same call may be repeated.
   */
  async storePeople(entries: readonly PersonEntry[]): Promise<readonly string[]> {
    for (const { person } of entries) {
      if (person.partyId !== undefined && this.#register.has(person.partyId)) {
        throw new CommandRejected('PERSON_ERASED', { partyId: person.partyId });
      }
    }
    const at = this.clock.now();
    return this.#commits.run(() => entries.map((entry) => this.#store(entry, at)));
  }

  /** Who these are. Ids the vault does not know are left out. */
  read(partyIds: Iterable<string>): Map<string, StoredPerson | ErasedPerson> {
    const people = new Map<string, StoredPerson | ErasedPerson>();
    for (const partyId of partyIds) {
      if (this.#register.has(partyId)) people.set(partyId, { partyId, erased: true });
      else {
        const person = this.#person(partyId);
        if (person) people.set(partyId, { ...person, partyId });
      }
    }
    return people;
  }

  /**
   * Destroys the key of a person or a case, and what lay under it; nobody can undo it. May be repeated.
   * The caller appends `SubjectErased` afterwards.
   */
  async erase(subject: string): Promise<void> {
    this.#register.enter(subject, this.clock.now());
    this.#keys.forget(subject);
    const found = await this.#commits.run(() => this.#tables.destroy(subject));
    this.#keys.forget(subject);
    if (found) this.#tables.truncateLog();
  }

  isErased(subject: string): boolean {
    return this.#register.has(subject);
  }

  /**
   * Makes the key of a subject (`case:{caseId}`), or finds it made. Resolves when the key is durable, so that no event
   * is ever sealed under a key that a crash could lose.
   * @throws CommandRejected `SUBJECT_ERASED`
   */
  async openSubjectKey(subject: string, commandId: string): Promise<void> {
    const at = this.clock.now();
    const key = await this.#commits.run(() => {
      if (this.#register.has(subject)) throw new CommandRejected('SUBJECT_ERASED', { subject });
      const opened = this.#key(subject) ?? this.#newKey(subject);
      this.#tables.claim(subject, commandId, at, null);
      return opened;
    });
    if (!this.#register.has(subject)) this.#keys.keep(subject, key);
  }

  /** `v1.…`, which opens at this place only. @throws SealBroken `NO_KEY`, `ERASED` */
  seal(subject: string, place: Place, text: string): string {
    const aad = associatedData(subject, place);
    return toText(encrypt(this.#mustHaveKey(subject, aad), Buffer.from(text), aad));
  }

  /** @throws SealBroken `TAMPERED` for text changed or moved, `NO_KEY`, `ERASED` */
  unseal(subject: string, place: Place, sealed: string): string {
    const aad = associatedData(subject, place);
    const bytes = fromText(sealed);
    const plain = bytes && decrypt(this.#mustHaveKey(subject, aad), bytes, aad);
    if (!plain) throw new SealBroken('TAMPERED', aad);
    return plain.toString();
  }

  /** Keyed hash of a request's canonical text; stands in event metadata, where a plain hash could be guessed. */
  requestHash(canonical: string): string {
    return createHmac('sha256', this.#master.requests).update(canonical).digest('hex');
  }

  /**
   * A word as it may stand in a read model: six characters, the same for the same word of the same kind, of which
   * nobody without the master key can say what it was (`docs/decisions/0020`).
   */
  blindIndex(kind: string, word: string): string {
    return createHmac('sha256', this.#master.words).update(`${kind}|${word}`).digest('base64url').slice(0, WORD_LENGTH);
  }

  /** These commands are in the log: what they stored stays. */
  async markUsed(commandIds: Iterable<string>): Promise<void> {
    const ids = [...commandIds];
    await this.#commits.run(() => this.#tables.useOf(ids));
  }

  /**
   * Purges what commands stored before `olderThan` that never reached the log. `isKnown` asks the log.
   * @returns the number of commands purged.
   */
  async purgeUnused(olderThan: Instant, isKnown: (commandId: string) => Promise<boolean>): Promise<number> {
    const purged = new Set<string>();
    for (;;) {
      const claims = this.#tables.unused(olderThan, PURGED_AT_ONCE);
      if (claims.length === 0) break;
      const known = new Map<string, boolean>();
      for (const { commandId } of claims) {
        if (!known.has(commandId)) known.set(commandId, await isKnown(commandId));
      }
      const orphans = await this.#commits.run(() =>
        claims.map((claim) => {
          if (!known.get(claim.commandId)) return this.#tables.dropUnused(claim, olderThan);
          this.#tables.use(claim);
          return undefined;
        }),
      );
      for (const subject of orphans) if (subject !== undefined) this.#keys.forget(subject);
      for (const [commandId, reached] of known) if (!reached) purged.add(commandId);
    }
    if (purged.size > 0) this.#tables.truncateLog();
    return purged.size;
  }

  close(): void {
    if (!this.#tables.database.isOpen) return;
    this.#commits.flush();
    // Prepared statements keep the file open after close, with its write-ahead log: what is left there is moved now.
    this.#tables.truncateLog();
    this.#tables.database.close();
  }

  #unlock(folder: string): MasterKeys {
    const identity = this.#tables.identity();
    if (identity && identity.version > SCHEMA_VERSION) {
      throw new VaultLocked(`the vault is of version ${identity.version}; this Minqing knows ${SCHEMA_VERSION}`);
    }
    const master = masterKeys(folder, identity !== undefined);
    if (!identity) this.#tables.setIdentity(master.fingerprint);
    else if (identity.keyFingerprint !== master.fingerprint) {
      throw new VaultLocked('the master key belongs to another vault');
    }
    return master;
  }

  /** A restored backup brings destroyed keys back: they go again before anything is served. */
  #eraseAgain(): void {
    const { database } = this.#tables;
    database.exec('BEGIN IMMEDIATE');
    let destroyed = false;
    for (const subject of this.#register.all()) destroyed = this.#tables.destroy(subject) || destroyed;
    database.exec('COMMIT');
    if (destroyed) this.#tables.truncateLog();
  }

  #store(
    { commandId, ordinal = 0, person: { partyId = partyIdOf(commandId, ordinal), ...person } }: PersonEntry,
    at: Instant,
  ): string {
    // A retry of a command whose person was erased meanwhile is still that command: it learns its id and no more.
    if (this.#register.has(partyId)) return partyId;
    const key = this.#key(partyId) ?? this.#newKey(partyId);
    const content = encrypt(key, Buffer.from(JSON.stringify(person)), personPlace(partyId, commandId));
    this.#tables.claim(partyId, commandId, at, content);
    return partyId;
  }

  #person(partyId: string): Person | undefined {
    const found = this.#tables.content(partyId);
    if (!found) return undefined;
    const aad = personPlace(partyId, found.commandId);
    const plain = decrypt(this.#mustHaveKey(partyId, aad), found.content, aad);
    if (!plain) throw new SealBroken('TAMPERED', aad);
    return JSON.parse(plain.toString()) as Person;
  }

  /** Inside a transaction; kept in memory only after the commit, by the next reader. */
  #newKey(subject: string): KeyObject {
    const bytes = randomBytes(32);
    this.#tables.insertSubject(subject, encrypt(this.#master.wrapping, bytes, `key|${subject}`));
    return createSecretKey(bytes);
  }

  #key(subject: string): KeyObject | undefined {
    const wrapped = this.#tables.wrappedKey(subject);
    if (!wrapped) return undefined;
    const bytes = decrypt(this.#master.wrapping, wrapped, `key|${subject}`);
    if (!bytes) throw new SealBroken('TAMPERED', `key|${subject}`);
    return createSecretKey(bytes);
  }

  #mustHaveKey(subject: string, place: string): KeyObject {
    if (this.#register.has(subject)) throw new SealBroken('ERASED', place);
    const cached = this.#keys.get(subject);
    if (cached) return cached;
    const key = this.#key(subject);
    if (!key) throw new SealBroken('NO_KEY', place);
    this.#keys.keep(subject, key);
    return key;
  }
}

const personPlace = (partyId: string, commandId: string): string =>
  associatedData(partyId, { stream: 'vault', revision: 0, field: `person:${commandId}` });
