/** The vault cannot take or give anything just now (busy, disk full); the same call may be retried. */
export class VaultUnavailable extends Error {
  override readonly name = 'VaultUnavailable';
  readonly retryAfterSeconds = 2;
}

/** The vault must not open: its key is missing, is another vault's, or lies open to other accounts of the machine. */
export class VaultLocked extends Error {
  override readonly name = 'VaultLocked';
}

export type SealFault = 'TAMPERED' | 'NO_KEY' | 'ERASED';

const explain: Readonly<Record<SealFault, string>> = {
  TAMPERED: 'the ciphertext was changed or moved from its place',
  NO_KEY: 'the vault holds no key of this subject',
  ERASED: 'the key of this subject was destroyed on request',
};

/** Sealed text cannot be opened or made. `place` names stream, revision, field and subject, never content. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  constructor(
    readonly fault: SealFault,
    readonly place: string,
  ) {
    super(`${explain[fault]} (${place})`);
  }
}
