import type { WORDS } from './words.js';

export type FindingCode = keyof typeof WORDS;

/** `note`: worth knowing, and in order or mended by the next start alone. */
export type Severity = 'well' | 'note' | 'wrong';

/** One thing that the doctor found; the catalogue has the words for it. */
export interface Finding {
  readonly severity: Severity;
  readonly code: FindingCode;
  /** What the words leave open, by name. */
  readonly facts: Readonly<Record<string, string | number>>;
}

type Facts = Finding['facts'];

export const well = (code: FindingCode, facts: Facts = {}): Finding => ({ severity: 'well', code, facts });
export const note = (code: FindingCode, facts: Facts = {}): Finding => ({ severity: 'note', code, facts });
export const wrong = (code: FindingCode, facts: Facts = {}): Finding => ({ severity: 'wrong', code, facts });

const SHOWN = 5;

/** The first few, for a line that stays readable. */
export const someOf = (names: readonly string[]): string =>
  names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ', …' : '');
