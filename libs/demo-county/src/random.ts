/** Seed of the demo county (`docs/domain.md §2.3`). */
export const SEED = 20060101;

/** A row of numbers that is the same wherever it is drawn with the same seed. */
export interface Random {
  /** Whole number from 0 to below `bound`. */
  readonly below: (bound: number) => number;
  /** From `least` to `most`, both possible. */
  readonly between: (least: number, most: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly shuffled: <T>(items: readonly T[]) => T[];
  readonly hex: (digits: number) => string;
}

/** sfc32 (Chris Doty-Humphrey, public domain): small, fast, passes PractRand. */
const sfc32 = (seeds: readonly [number, number, number]): (() => number) => {
  let [a, b, c, counter] = [...seeds, 1];
  const next = (): number => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return result >>> 0;
  };
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next();
  return next;
};

const OFFSET_BASIS = 0x811c9dc5 | 0;

/** @param from the hash of what stands before the text */
const fnv1a = (text: string, from: number = OFFSET_BASIS): number => {
  let hash = from;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.codePointAt(index)!;
    if (character > 0xffff) index += 1;
    hash = Math.imul(hash ^ character, 0x01000193);
  }
  return hash;
};

/** Each purpose draws its own row, so that a change to one leaves the others as they were. */
export const randomFor = (purpose: string, seed: number = SEED): Random => {
  const hash = fnv1a(purpose);
  const next = sfc32([seed | 0, hash, fnv1a(`:${seed}`, hash)]);
  const below = (bound: number): number => Math.floor((next() / 0x1_0000_0000) * bound);
  const shuffled = <T>(items: readonly T[]): T[] => {
    const copy = [...items];
    for (let last = copy.length - 1; last > 0; last -= 1) {
      const other = below(last + 1);
      [copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
    }
    return copy;
  };
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (share) => next() / 0x1_0000_0000 < share,
    pick: <T>(from: readonly T[]) => from[below(from.length)] as T,
    shuffled,
    hex: (digits) => {
      let text = '';
      while (text.length < digits) text += next().toString(16).padStart(8, '0');
      return text.slice(0, digits);
    },
  };
};
