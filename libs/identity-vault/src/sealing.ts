import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto';

/** Where a ciphertext belongs. It opens at this place only: moved to another event or field it is refused. */
export interface Place {
  readonly stream: string;
  readonly revision: number;
  readonly field: string;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;
const IVS_AT_ONCE = 256;

/** Asking the system for chance costs more than the cipher itself: it is asked for many at once, each given out once. */
const ivs = Buffer.alloc(IV_BYTES * IVS_AT_ONCE);
let ivsGiven = IVS_AT_ONCE;

const freshIv = (): Buffer => {
  if (ivsGiven === IVS_AT_ONCE) {
    randomFillSync(ivs);
    ivsGiven = 0;
  }
  const from = IV_BYTES * ivsGiven;
  ivsGiven += 1;
  return Buffer.from(ivs.subarray(from, from + IV_BYTES));
};

/** The associated data of a ciphertext: `stream|revision|field|subject`. */
export const associatedData = (subject: string, { stream, revision, field }: Place): string => {
  const parts = [stream, String(revision), field, subject];
  // Two different places must never spell the same string.
  if (parts.some((part) => part.includes('|'))) throw new RangeError('a place is named without "|"');
  return parts.join('|');
};

/** AES-256-GCM: iv, ciphertext and tag in one buffer. */
export const encrypt = (key: KeyObject, plain: Buffer, aad: string): Buffer => {
  const iv = freshIv();
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(aad));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** The plain bytes, or `undefined` where key, place or content do not belong together. */
export const decrypt = (key: KeyObject, sealed: Uint8Array, aad: string): Buffer | undefined => {
  if (sealed.length < IV_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(aad));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, sealed.length - TAG_BYTES)), decipher.final()]);
  } catch {
    // Node throws one unspecific error for every failed authentication; the caller names the place.
    return undefined;
  }
};

const PREFIX = 'v1.';

export const toText = (sealed: Buffer): string => PREFIX + sealed.toString('base64url');

export const fromText = (text: string): Buffer | undefined =>
  text.startsWith(PREFIX) ? Buffer.from(text.slice(PREFIX.length), 'base64url') : undefined;

/** Whether a text is one that the vault has sealed. */
export const isSealed = (text: string): boolean => /^v1\.[A-Za-z0-9_-]{38,}$/.test(text);
