import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { WayOut, type Outcome, type Outgoing } from './way-out.js';

/**
 * Text messages (or calls) as files for another program to take: a modem, a gateway, a person. One file each, named by
 * its key: a repeat is the same file, so whoever has not taken it yet sees it once. It says that it is a spool: nothing
 * here knows whether a message reached anybody. Phones and texts lie in plain text, so the folder is the operator's to
 * name and to guard, outside the data folder.
 */
export class SmsSpool extends WayOut {
  constructor(
    private readonly folder: string,
    private readonly kind: 'SMS' | 'CALL',
  ) {
    super();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  async send({ key, address, text }: Outgoing): Promise<Outcome> {
    const name = createHash('sha256').update(`${this.kind} ${key}`).digest('hex').slice(0, 32);
    const line = JSON.stringify({ kind: this.kind, to: address, text, sentBy: 'spool' });
    const file = await open(join(this.folder, `${name}.json`), 'w', 0o600);
    try {
      await file.writeFile(`${line}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    return { is: 'SENT' };
  }
}
