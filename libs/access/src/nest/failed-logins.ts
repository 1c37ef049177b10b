import type { Instant } from '#kernel';
import type { Clock } from '#platform';
import type { AccessFile } from './access-file.js';
import { loginPolicy } from './login-policy.js';

const { freePerAccount, freePerAddress, longest, forgottenAfter } = loginPolicy.delay;
const SECOND = 1_000;

/** How long one waits after so many failures: nothing at first, then twice as long each time. Nobody is locked out. */
export const delayAfter = (failures: number, free: number): number =>
  failures < free ? 0 : Math.min(longest, SECOND * 2 ** Math.min(failures - free, 30));

/** Failures by account and address, and by address alone. Counts the same for accounts that do not exist. */
export class FailedLogins {
  readonly #read;
  readonly #count;
  readonly #forget;
  readonly #takeBack;

  constructor(
    private readonly file: AccessFile,
    private readonly clock: Clock,
  ) {
    this.#read = file.database.prepare('SELECT failures, last_at FROM failed_login WHERE source = ?');
    this.#forget = file.database.prepare('DELETE FROM failed_login WHERE source = ? OR last_at < ?');
    this.#takeBack = file.database.prepare('UPDATE failed_login SET failures = failures - 1 WHERE source = ?');
    this.#count = file.database.prepare(`
      INSERT INTO failed_login (source, failures, last_at) VALUES (?1, 1, ?2)
      ON CONFLICT (source) DO UPDATE
      SET failures = CASE WHEN last_at < ?3 THEN 1 ELSE failures + 1 END, last_at = ?2
    `);
  }

  /** Milliseconds until the next attempt is heard; 0 when it is heard now. */
  wait(login: string, address: string): number {
    const now = this.clock.now();
    return Math.max(
      0,
      this.#heardAt(pair(login, address), freePerAccount) - now,
      this.#heardAt(alone(address), freePerAddress) - now,
    );
  }

  /** Counted before the password is looked at, so that guesses sent at once do not overtake the delay. */
  attempted(login: string, address: string): void {
    const now = this.clock.now();
    this.file.together(() => {
      for (const source of [pair(login, address), alone(address)]) this.#count.run(source, now, now - forgottenAfter);
    });
  }

  /** The attempt was the right one after all. */
  succeeded(login: string, address: string): void {
    const old = this.clock.now() - forgottenAfter;
    this.file.together(() => {
      this.#forget.run(pair(login, address), old);
      this.#takeBack.run(alone(address));
    });
  }

  #heardAt(source: string, free: number): Instant {
    const row = this.#read.get(source) as { failures: number; last_at: Instant } | undefined;
    if (!row || row.last_at < this.clock.now() - forgottenAfter) return 0;
    return row.last_at + delayAfter(row.failures, free);
  }
}

const pair = (login: string, address: string): string => `${address} ${login}`;
const alone = (address: string): string => address;
