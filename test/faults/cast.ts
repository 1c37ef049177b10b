import { setTimeout as pause } from 'node:timers/promises';
import { liveCase, stopOf, type Cast } from './case-life.js';
import { passwordsOf, Person } from './people.js';

const VILLAGES = ['T01-V07', 'T01-V08'];

/** The people of the demo county who take part. */
export const castOf = async (base: string, data: string, acknowledged: string): Promise<Cast> => {
  const passwords = passwordsOf(data);
  const person = (login: string) => new Person(base, login, passwords[login]!, acknowledged);
  const instructors = ['instructor.t01-v07', 'instructor.t01-v08'].map(person);
  const cadres = new Map<string, Person>();
  for (const instructor of instructors) {
    const { body } = await instructor.get('/api/session');
    cadres.set(body['actorId'] as string, instructor);
  }
  return {
    clerk: person('clerk.t01'),
    director: person('director.rural.t01'),
    mediationDirector: person('director.t01'),
    callback: person('callback.t01'),
    cadres,
  };
};

/** Clients side by side, each taking one case after the other along its way; resolves with the number of cases. */
export const work = async (
  cast: Cast,
  { clients, prefix = 'c' }: { readonly clients: number; readonly prefix?: string },
  working: { readonly go: boolean },
): Promise<number> => {
  let cases = 0;
  const client = async (number: number): Promise<void> => {
    for (let turn = 0; working.go; turn += 1) {
      cases += 1;
      const village = VILLAGES[(number + turn) % VILLAGES.length]!;
      await liveCase(cast, `${prefix}${number}-${turn}`, village, stopOf(number, turn));
      await pause(100);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return cases;
};
