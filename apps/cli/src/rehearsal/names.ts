import { choosePerson, personOf, type CountyPlan, type Person } from './county-plan.js';
import type { Scenario } from './scenario.js';

const SYSTEM_PERSON: Person = { id: 'system', role: 'SYSTEM', path: '/county', unitId: 'county' };

/** Whom the names of a scenario stand for in one run. `handler` is whoever has the case at that moment. */
export class Names {
  private readonly people = new Map<string, Person>();
  private readonly ids = new Map<string, string>([['system', SYSTEM_PERSON.id]]);

  /** @throws NobodyFits */
  constructor(
    { people }: Pick<Scenario, 'people'>,
    private readonly plan: CountyPlan,
  ) {
    for (const [name, selector] of Object.entries(people)) {
      const person = choosePerson(plan, name, selector);
      this.people.set(name, person);
      this.ids.set(name, person.id);
    }
  }

  learn(name: string, id: string): void {
    this.ids.set(name, id);
  }

  /** Who acts: someone of the county, or a resident. */
  actor(name: string, handler: string | undefined): Person {
    if (name === 'system') return SYSTEM_PERSON;
    const known = this.people.get(name);
    if (known) return known;
    const id = name === 'handler' ? handler : this.ids.get(name);
    const cadre = this.plan.cadres.find(({ cadreId }) => cadreId === id);
    return cadre ? personOf(cadre) : { id: id ?? name, role: 'RESIDENT', path: '/county', unitId: '' };
  }

  /** The value with every `$name` replaced by its id, however deep. */
  resolved<T>(value: T, handler: string | undefined): T {
    const resolve = (one: unknown): unknown => {
      if (typeof one === 'string' && one.startsWith('$')) return this.idOf(one.slice(1), handler) ?? one;
      if (Array.isArray(one)) return one.map(resolve);
      if (one === null || typeof one !== 'object') return one;
      return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, resolve(inner)]));
    };
    return resolve(value) as T;
  }

  idOf(name: string, handler?: string): string | undefined {
    return name === 'handler' ? handler : this.ids.get(name);
  }

  /** Names by id, the one given last where somebody has several. */
  byId(): ReadonlyMap<string, string> {
    return new Map([...this.ids].map(([name, id]) => [id, name]));
  }
}
