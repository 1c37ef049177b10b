import { configure } from 'safe-stable-stringify';

/** A value without an RFC 8785 form: a number that is not finite, half a surrogate pair, a function, a Date. */
export class NotCanonical extends Error {
  override readonly name = 'NotCanonical';
  constructor(
    readonly reason: 'NUMBER' | 'TEXT' | 'TYPE',
    readonly path: string,
  ) {
    super(`no canonical JSON for the value at ${path || 'the root'} (${reason})`);
  }
}

export interface CanonicalJson {
  readonly text: string;
  /** False where reading the text back gives another value than the one written: an `undefined` field, a class. */
  readonly plain: boolean;
}

const sortedText = configure({ circularValue: Error, bigint: false, deterministic: true });

/**
 * RFC 8785 text of a value: keys in order of their UTF-16 code units, numbers and texts as ECMAScript writes them. The
 * log stores and hashes exactly this text.
 *
 * @throws NotCanonical
 */
export const canonicalJson = (value: unknown): CanonicalJson => {
  const traits = inspect(value, '');
  // The engine's own writer is the faster one, where there is nothing to sort.
  const text = (traits & UNSORTED) === 0 ? JSON.stringify(value) : sortedText(value);
  if (text === undefined) throw new NotCanonical('TYPE', '');
  // JSON escapes a surrogate only where its other half is missing, so the slow look is rarely taken.
  if (text.includes('\\ud')) refuseHalfSurrogates(value, '');
  return { text, plain: (traits & LOSSY) === 0 };
};

/** Bits of what `inspect` finds. */
const LOSSY = 1;
const UNSORTED = 2;

const inspect = (value: unknown, path: string): number => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return 0;
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonical('NUMBER', path);
      return Object.is(value, -0) ? LOSSY : 0;
    case 'object':
      if (value === null) return 0;
      return Array.isArray(value) ? inspectItems(value, path) : inspectFields(value, path);
    default:
      throw new NotCanonical('TYPE', path);
  }
};

const inspectItems = (items: readonly unknown[], path: string): number => {
  let traits = 0;
  for (let i = 0; i < items.length; i++) traits |= inspect(items[i], path);
  return traits;
};

const inspectFields = (value: object, path: string): number => {
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') throw new NotCanonical('TYPE', path);
  if (value instanceof Map || value instanceof Set || ArrayBuffer.isView(value)) throw new NotCanonical('TYPE', path);
  let traits = isPlain(value) ? 0 : LOSSY;
  let before = '';
  const fields = value as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    const field = fields[key];
    if (key < before) traits |= UNSORTED;
    before = key;
    if (field === undefined) traits |= LOSSY;
    else traits |= typeof field === 'string' ? 0 : inspect(field, `${path}/${key}`);
  }
  return traits;
};

/** An object literal, of whatever realm: its prototype is the end of the chain. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const HALF_SURROGATE = /\p{Surrogate}/u;

const refuseHalfSurrogates = (value: unknown, path: string): void => {
  if (typeof value === 'string' && HALF_SURROGATE.test(value)) throw new NotCanonical('TEXT', path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, field] of Object.entries(value)) {
    if (HALF_SURROGATE.test(key)) throw new NotCanonical('TEXT', path);
    refuseHalfSurrogates(field, `${path}/${key}`);
  }
};
