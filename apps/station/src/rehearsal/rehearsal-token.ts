import { randomBytes, timingSafeEqual } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';

/** A secret that only those who may read the data folder know: a new one at each start. */
export class RehearsalToken {
  readonly #secret: Buffer;

  private constructor(secret: string) {
    this.#secret = Buffer.from(secret);
  }

  static leftIn(file: string): RehearsalToken {
    const secret = randomBytes(32).toString('base64url');
    rmSync(file, { force: true });
    writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
    return new RehearsalToken(secret);
  }

  is(shown: string | undefined): boolean {
    const bytes = Buffer.from(shown ?? '');
    return bytes.length === this.#secret.length && timingSafeEqual(bytes, this.#secret);
  }
}
