import type { Gender } from '#cadres/domain';
import { randomFor } from './random.js';

/** Who somebody is; goes to the identity vault and nowhere else. All invented. */
export interface DemoPerson {
  /** Party id in the vault; commands carry this alone. */
  readonly ref: string;
  /** Id of the command that names him. */
  readonly commandId: string;
  readonly name: string;
  readonly phone: string;
}

const SURNAMES = [...'李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];

export interface Identity {
  readonly name: string;
  readonly phone: string;
  readonly gender: Gender;
}

/** `李某0231`, `000-nnnn-nnnn`: no label and no phone twice. */
export const identities = (count: number, seed: number): Identity[] => {
  const random = randomFor('people', seed);
  const numbers = random.shuffled(Array.from({ length: count }, (_, index) => index + 1));
  const phones = new Set<string>();
  while (phones.size < count) {
    const digits = String(random.below(100_000_000)).padStart(8, '0');
    phones.add(`000-${digits.slice(0, 4)}-${digits.slice(4)}`);
  }
  return [...phones].map((phone, index) => ({
    name: `${random.pick(SURNAMES)}某${String(numbers[index]).padStart(4, '0')}`,
    phone,
    gender: random.chance(0.4) ? 'FEMALE' : 'MALE',
  }));
};

/** Somebody who comes to a counter: not of the staff, so numbered behind them. */
export interface Resident {
  readonly name: string;
  readonly phone: string;
}

const FIRST_RESIDENT = 5_000;

/** `王某5017`, `000-nnnn-nnnn`: no label twice, and none that the staff bears. */
export const residents = (count: number, seed: number): Resident[] => {
  const random = randomFor('residents', seed);
  return Array.from({ length: count }, (_, index) => {
    const digits = String(random.below(100_000_000)).padStart(8, '0');
    const name = `${random.pick(SURNAMES)}某${FIRST_RESIDENT + index + 1}`;
    return { name, phone: `000-${digits.slice(0, 4)}-${digits.slice(4)}` };
  });
};
