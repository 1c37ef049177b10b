import { isStaff } from '#access/domain';
import { CommandRejected } from '#kernel';
import type { Clock } from '#platform';
import type { AccessFile } from './access-file.js';
import type { Passwords } from './passwords.js';

/** One person of the staff as the login knows him; his name is in the vault. */
export interface Account {
  readonly login: string;
  /** Cadre id. */
  readonly actorId: string;
  readonly role: string;
  /** `/county/T01/T01-V07` */
  readonly path: string;
  /** `T01-STABILITY_MEDIATION` */
  readonly unit?: string;
  readonly disabled: boolean;
}

export interface NewAccount extends Omit<Account, 'disabled'> {
  readonly password: string;
}

interface Row {
  readonly login: string;
  readonly actor_id: string;
  readonly role: string;
  readonly path: string;
  readonly unit: string | null;
  readonly disabled: number;
  readonly password_hash: string;
}

const LOGIN = /^[a-z0-9._-]{3,64}$/;
const PATH = /^\/county(\/[A-Za-z0-9_-]+){0,2}$/;

export const accountOf = (row: Omit<Row, 'password_hash'>): Account => ({
  login: row.login,
  actorId: row.actor_id,
  role: row.role,
  path: row.path,
  ...(row.unit !== null && { unit: row.unit }),
  disabled: row.disabled === 1,
});

/** Local accounts. A change of post, a new password and disabling end every session of the account. */
export class Accounts {
  constructor(
    private readonly file: AccessFile,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  /** @throws CommandRejected `LOGIN_NAME_INVALID`, `LOGIN_NAME_TAKEN`, `ROLE_WITHOUT_ACCOUNT`, `PATH_UNKNOWN`, or of the password */
  async create({ login, password, actorId, role, path, unit }: NewAccount): Promise<Account> {
    if (!LOGIN.test(login)) throw new CommandRejected('LOGIN_NAME_INVALID', { field: 'login' });
    checkPost(role, path);
    const hashed = await this.passwords.hash(password);
    const { changes } = this.file.database
      .prepare(
        `INSERT INTO account (login, actor_id, role, path, unit, password_hash, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      )
      .run(login, actorId, role, path, unit ?? null, hashed, this.clock.now());
    if (Number(changes) === 0) throw new CommandRejected('LOGIN_NAME_TAKEN', { field: 'login' });
    return { login, actorId, role, path, ...(unit !== undefined && { unit }), disabled: false };
  }

  find(login: string): Account | undefined {
    const row = this.#row(login);
    return row && accountOf(row);
  }

  all(): readonly Account[] {
    return (this.file.database.prepare('SELECT * FROM account ORDER BY login').all() as Row[]).map(accountOf);
  }

  /** Takes equally long whether or not there is such an account. */
  async authenticate(login: string, password: string): Promise<Account | undefined> {
    const row = this.#row(login);
    const matches = await this.passwords.verify(password, row?.password_hash);
    if (!row || !matches || row.disabled === 1) return undefined;
    if (this.passwords.isOutdated(row.password_hash)) {
      const hashed = await this.passwords.hash(password);
      this.file.database.prepare('UPDATE account SET password_hash = ? WHERE login = ?').run(hashed, login);
    }
    return accountOf(row);
  }

  /** @throws CommandRejected `NO_SUCH_ACCOUNT`, or of the password */
  async setPassword(login: string, password: string): Promise<void> {
    const hashed = await this.passwords.hash(password);
    this.#change(login, 'password_hash = ?', hashed);
  }

  /** @throws CommandRejected `NO_SUCH_ACCOUNT`, `ROLE_WITHOUT_ACCOUNT`, `PATH_UNKNOWN` */
  changePost(login: string, { role, path, unit }: Pick<Account, 'role' | 'path' | 'unit'>): void {
    checkPost(role, path);
    this.#change(login, 'role = ?, path = ?, unit = ?', role, path, unit ?? null);
  }

  /** @throws CommandRejected `NO_SUCH_ACCOUNT` */
  disable(login: string): void {
    this.#change(login, 'disabled = 1');
  }

  /** @throws CommandRejected `NO_SUCH_ACCOUNT` */
  enable(login: string): void {
    this.#change(login, 'disabled = 0');
  }

  #row(login: string): Row | undefined {
    return this.file.database.prepare('SELECT * FROM account WHERE login = ?').get(login) as Row | undefined;
  }

  #change(login: string, assignments: string, ...values: readonly (string | null)[]): void {
    const { database } = this.file;
    const { changes } = database.prepare(`UPDATE account SET ${assignments} WHERE login = ?`).run(...values, login);
    if (Number(changes) === 0) throw new CommandRejected('NO_SUCH_ACCOUNT', { field: 'login' });
    database.prepare('DELETE FROM session WHERE login = ?').run(login);
  }
}

const checkPost = (role: string, path: string): void => {
  if (!isStaff(role)) throw new CommandRejected('ROLE_WITHOUT_ACCOUNT', { field: 'role' });
  if (!PATH.test(path)) throw new CommandRejected('PATH_UNKNOWN', { field: 'path' });
};
