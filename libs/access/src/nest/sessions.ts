import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '#platform';
import type { AccessFile } from './access-file.js';
import { type Account, accountOf } from './accounts.js';
import { loginPolicy } from './login-policy.js';

const ID_BYTES = 32;
const { idle, absolute, touchEvery } = loginPolicy.session;
/** Sessions kept in mind; a township has some dozens of people at work. */
const KNOWN = 2_000;

const hashOf = (id: string): Buffer => createHash('sha256').update(id).digest();

/** Opaque sessions of 256 bits. Only the hash of an id is kept: who reads the file cannot log in with it. */
export class Sessions {
  readonly #clear;
  readonly #open;
  readonly #find;
  readonly #touch;
  readonly #close;
  readonly #written;
  readonly #elsewhere;
  /** By id, as the file had them when it was in `#state`. */
  readonly #known = new Map<string, Known>();
  #state = '';
  /** Whether the file was looked at in this turn of the event loop: what arrived together is answered alike. */
  #looked = false;

  constructor(
    private readonly file: AccessFile,
    private readonly clock: Clock,
  ) {
    const { database } = file;
    this.#clear = database.prepare('DELETE FROM session WHERE seen_at < ? OR opened_at < ?');
    this.#open = database.prepare('INSERT INTO session (id_hash, login, opened_at, seen_at) VALUES (?, ?, ?, ?)');
    this.#find = database.prepare(`
      SELECT session.opened_at, session.seen_at, account.login, actor_id, role, path, unit, disabled
      FROM session JOIN account USING (login) WHERE id_hash = ?
    `);
    this.#touch = database.prepare('UPDATE session SET seen_at = ? WHERE id_hash = ?');
    this.#close = database.prepare('DELETE FROM session WHERE id_hash = ?');
    this.#written = database.prepare('SELECT total_changes() AS here');
    this.#elsewhere = database.prepare('PRAGMA data_version');
  }

  /** @returns the id, told to the browser and to nobody else. */
  open(login: string): string {
    const now = this.clock.now();
    const id = randomBytes(ID_BYTES).toString('base64url');
    this.file.together(() => {
      this.#clear.run(now - idle, now - absolute);
      this.#open.run(hashOf(id), login, now, now);
    });
    return id;
  }

  /** Without keeping it alive. */
  isAlive(id: string): boolean {
    const known = this.#session(id);
    return known !== undefined && !isOver(known.row, this.clock.now());
  }

  /** Whose session it is, if it is still alive; being asked keeps it alive. */
  find(id: string): Account | undefined {
    const known = this.#session(id);
    if (!known) return undefined;
    const { row, account } = known;
    const now = this.clock.now();
    if (isOver(row, now)) {
      this.close(id);
      return undefined;
    }
    if (now - row.seen_at >= touchEvery) {
      this.#touch.run(now, hashOf(id));
      this.#looked = false;
    }
    return account;
  }

  close(id: string): void {
    this.#close.run(hashOf(id));
    this.#looked = false;
  }

  /** Read anew once anything was written to the file, here or by another process: who was shut out is out at once. */
  #session(id: string): Known | undefined {
    if (!this.#looked) this.#look();
    const known = this.#known.get(id);
    if (known) return known;
    const row = this.#find.get(hashOf(id)) as Row | undefined;
    if (!row) return undefined;
    const found = { row, account: accountOf(row) };
    this.#known.set(id, found);
    return found;
  }

  #look(): void {
    const { here } = this.#written.get() as { here: number };
    const { data_version: elsewhere } = this.#elsewhere.get() as { data_version: number };
    const state = `${here}/${elsewhere}`;
    if (state !== this.#state || this.#known.size >= KNOWN) this.#known.clear();
    this.#state = state;
    this.#looked = true;
    setImmediate(() => (this.#looked = false));
  }
}

interface Known {
  readonly row: Row;
  readonly account: Account;
}

type Row = Parameters<typeof accountOf>[0] & { readonly opened_at: number; readonly seen_at: number };

const isOver = ({ opened_at, seen_at, disabled }: Row, now: number): boolean =>
  now - seen_at >= idle || now - opened_at >= absolute || disabled === 1;
