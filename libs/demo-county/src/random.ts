/** Seed of the demo county (`docs/domain.md §2.3`). */
export const SEED = 20060101;

/** A row of numbers that is the same wherever it is drawn with the same seed. */
export interface Random {
  /** Whole number from 0 to below `bound`. */
  below(bound: number): number;
  /** From `least` to `most`, both possible. */
  between(least: number, most: number): number;
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  shuffled<T>(items: readonly T[]): T[];
  hex(digits: number): string;
}

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

/** sfc32 (Chris Doty-Humphrey, public domain): small, fast, passes PractRand. */
class Row implements Random {
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 0;

  constructor(
    private readonly purpose: string,
    private readonly seed: number,
  ) {}

  below(bound: number): number {
    return Math.floor((this.next() / 0x1_0000_0000) * bound);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  chance(share: number): boolean {
    return this.next() / 0x1_0000_0000 < share;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }

  shuffled<T>(items: readonly T[]): T[] {
    const copy = [...items];
    for (let last = copy.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      [copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
    }
    return copy;
  }

  hex(digits: number): string {
    let text = '';
    while (text.length < digits) text += this.next().toString(16).padStart(8, '0');
    return text.slice(0, digits);
  }

  private next(): number {
    // many a row is laid out for what then needs no chance
    if (this.counter === 0) this.begin();
    const result = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + result) | 0;
    return result >>> 0;
  }

  private begin(): void {
    const hash = fnv1a(this.purpose);
    this.a = this.seed | 0;
    this.b = hash;
    this.c = fnv1a(`:${this.seed}`, hash);
    this.counter = 1;
    for (let warmUp = 0; warmUp < 15; warmUp += 1) this.next();
  }
}

/** Each purpose draws its own row, so that a change to one leaves the others as they were. */
export const randomFor = (purpose: string, seed: number = SEED): Random => new Row(purpose, seed);
