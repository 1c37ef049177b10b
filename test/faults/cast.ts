import { setTimeout as pause } from 'node:timers/promises';
import { liveCase, liveDispute, stopOf, type Cast } from './case-life.js';
import { Dispute } from './dispute-life.js';
import { passwordsOf, Person } from './people.js';

const VILLAGES = ['T01-V07', 'T01-V08'];

/** The people of the demo county who take part. */
export const castOf = async (base: string, data: string, acknowledged: string): Promise<Cast> => {
  const passwords = passwordsOf(data);
  const person = (login: string) => new Person(base, login, passwords[login]!, acknowledged);
  const cadres = new Map<string, Person>();
  const instructors = new Map<string, string>();
  for (const village of VILLAGES) {
    const instructor = person(`instructor.${village.toLowerCase()}`);
    instructors.set(village, await instructor.id());
    cadres.set(await instructor.id(), instructor);
  }
  return {
    clerk: person('clerk.t01'),
    director: person('director.rural.t01'),
    callback: person('callback.t01'),
    cadres,
    instructors,
    centre: {
      clerk: person('clerk.x03'),
      director: person('director.x03'),
      handlers: new Map(
        ['X03-V07', 'X03-V08'].map((village) => [village, person(`instructor.${village.toLowerCase()}`)]),
      ),
      mediators: [person('mediator.x03'), person('mediator2.x03')],
    },
    talks: [],
  };
};

/** Clients side by side, each taking one case after the other along its way; resolves with the number of cases. */
export const work = async (
  cast: Cast,
  { clients, prefix = 'c' }: { readonly clients: number; readonly prefix?: string },
  working: { readonly go: boolean },
): Promise<number> => {
  let cases = 0;
  let disputes = 0;
  const client = async (number: number): Promise<void> => {
    for (let turn = 0; working.go; turn += 1) {
      cases += 1;
      const id = `${prefix}${number}-${turn}`;
      const stop = stopOf(number, turn);
      if (stop === 'mediated') await liveDispute(cast, id, (disputes += 1));
      else await liveCase(cast, id, VILLAGES[(number + turn) % VILLAGES.length]!, stop);
      await pause(100);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return cases;
};

/** Some disputes as far as their first session, which is fixed for the earliest instant that may be. */
export const prepareTalks = async (cast: Cast, talks: number, now: number): Promise<void> => {
  for (let number = 0; number < talks; number += 1) {
    const dispute = await Dispute.opened(cast.centre, `talk${number}`, number);
    await dispute.prepared(now);
    cast.talks.push(dispute);
  }
};
