import { hash, verify } from '@node-rs/argon2';
import { CommandRejected } from '#kernel';
import { loginPolicy } from './login-policy.js';

export interface Argon2Cost {
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

/** Passwords as argon2id hashes. */
export class Passwords {
  /** Verified where there is no account, so that a wrong name takes as long as a wrong password. */
  readonly #nobody: Promise<string>;

  constructor(private readonly cost: Argon2Cost = loginPolicy.argon2) {
    this.#nobody = hash('nobody has this password', cost);
  }

  /** @throws CommandRejected `PASSWORD_TOO_SHORT`, `PASSWORD_TOO_LONG` */
  async hash(password: string): Promise<string> {
    const { least, most } = loginPolicy.password;
    if ([...password].length < least) throw new CommandRejected('PASSWORD_TOO_SHORT', { field: 'password', least });
    if (password.length > most) throw new CommandRejected('PASSWORD_TOO_LONG', { field: 'password' });
    return hash(password.normalize('NFC'), this.cost);
  }

  async verify(password: string, hashed: string | undefined): Promise<boolean> {
    const matches = await verify(hashed ?? (await this.#nobody), password.normalize('NFC'));
    return matches && hashed !== undefined;
  }

  /** Whether a hash was made at another cost than today's. */
  isOutdated(hashed: string): boolean {
    const { memoryCost, timeCost, parallelism } = this.cost;
    return !hashed.startsWith('$argon2id$') || !hashed.includes(`$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
  }
}
