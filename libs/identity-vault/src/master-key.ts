import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { VaultLocked } from './vault-errors.js';

/** The keys of a running vault, each for one use only; all derived from the one in `keys/master.key`. */
export interface MasterKeys {
  /** Wraps the key of each subject. */
  readonly wrapping: KeyObject;
  /** Hashes request bodies: a plain hash of a short text could be guessed. */
  readonly requests: KeyObject;
  /** Makes the words of search tables: whoever has the tables alone cannot guess a word. */
  readonly words: KeyObject;
  /** Tells whether a vault was written under this master key. */
  readonly fingerprint: string;
}

const HEADER = 'minqing-master-key-v1';
const KEY_BYTES = 32;
const PRIVATE = 0o600;

/**
 * Reads `keys/master.key`, or makes one where the vault is still empty.
 * @throws VaultLocked when the file is missing beside a vault with content, is readable by others, or is no key.
 */
export const masterKeys = (folder: string, vaultHasContent: boolean): MasterKeys => {
  const file = join(folder, 'master.key');
  if (!existsSync(file)) {
    if (vaultHasContent) {
      throw new VaultLocked(`${file} is missing, but the vault has content: put the key back from its backup`);
    }
    create(folder, file);
  }
  const mode = statSync(file).mode & 0o777;
  if ((mode & 0o077) !== 0) {
    throw new VaultLocked(`${file} has mode ${mode.toString(8)}, others may read it: run "chmod 600" on it`);
  }
  return derive(parse(file));
};

/** Of the master key in a folder. @throws VaultLocked as `masterKeys` */
export const keyFingerprint = (folder: string): string => masterKeys(folder, true).fingerprint;

const create = (folder: string, file: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const handle = openSync(file, 'wx', PRIVATE);
  try {
    writeSync(handle, `${HEADER}\n${randomBytes(KEY_BYTES).toString('base64url')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  chmodSync(file, PRIVATE);
  syncFolder(folder);
};

/** A new file is only there after a power cut once its folder is on disk too. */
export const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const parse = (file: string): Buffer => {
  const [header, text = ''] = readFileSync(file, 'utf8').split('\n');
  const secret = Buffer.from(text, 'base64url');
  if (header !== HEADER || secret.length !== KEY_BYTES) throw new VaultLocked(`${file} is not a master key`);
  return secret;
};

const derive = (secret: Buffer): MasterKeys => {
  const bytes = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `minqing vault ${use} v1`, KEY_BYTES));
  return {
    wrapping: createSecretKey(bytes('wrapping')),
    requests: createSecretKey(bytes('requests')),
    words: createSecretKey(bytes('words')),
    fingerprint: bytes('fingerprint').subarray(0, 8).toString('hex'),
  };
};
