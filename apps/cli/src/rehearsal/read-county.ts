import { CURRENT_POLICY, ROLES } from '#policy';
import type { InlineCadre, InlineCounty, PersonSelector, Scenario } from './scenario.js';
import type { Cursor } from './yaml-cursor.js';

const SKILLS: readonly string[] = Object.keys(CURRENT_POLICY.skills);

export const readCounty = (cursor: Cursor | undefined): Scenario['county'] => {
  if (!cursor) return 'demo';
  if (!cursor.isMap) {
    cursor.oneOf(['demo'], 'county');
    return 'demo';
  }
  const fields = cursor.map();
  const townships = fields
    .needed('townships')
    .list()
    .map((item) => {
      const township = item.map();
      const code = township.needed('code').text();
      const villages = township.needed('villages').number();
      township.done();
      if (!/^[A-Z]\d{2}$/.test(code)) item.fault('a township code is a letter and two digits, as T01');
      return { code, villages };
    });
  const cadres = fields
    .needed('cadres')
    .list()
    .map((item) => readCadre(item));
  fields.done();
  return { townships, cadres };
};

const readCadre = (item: Cursor): InlineCadre => {
  const fields = item.map();
  const id = fields.needed('id').text();
  const role = fields.needed('role').oneOf(Object.keys(ROLES), 'role');
  const at = fields.needed('at').text();
  const skills = Object.fromEntries(
    (fields.optional('skills')?.map().all() ?? []).map((one) => {
      if (!SKILLS.includes(one.name)) one.fault('unknown skill');
      return [one.name, one.number()];
    }),
  );
  fields.done();
  return { id, role, at, skills };
};

/** Names for cadres; those of an inline county go by their id already. */
export const readPeople = (cursor: Cursor | undefined, county: 'demo' | InlineCounty): Scenario['people'] => {
  const inline: Record<string, PersonSelector> = Object.fromEntries(
    county === 'demo' ? [] : county.cadres.map(({ id }) => [id, { id, nth: 1 }]),
  );
  const named = (cursor?.map().all() ?? []).map((person) => {
    if (!/^[A-Za-z][\w-]*$/.test(person.name)) person.fault('a name is letters, digits, - and _');
    return [person.name, readSelector(person)] as const;
  });
  return { ...inline, ...Object.fromEntries(named) };
};

const readSelector = (person: Cursor): PersonSelector => {
  const fields = person.map();
  const id = fields.optional('id')?.text();
  const role = fields.optional('role')?.oneOf(Object.keys(ROLES), 'role');
  const at = fields.optional('at')?.text();
  const skill = fields.optional('skill')?.oneOf(SKILLS, 'skill');
  const nth = fields.optional('nth')?.number() ?? 1;
  fields.done();
  if (id === undefined && role === undefined) person.fault('needs a `role` or an `id`');
  return {
    ...(id !== undefined && { id }),
    ...(role !== undefined && { role }),
    ...(at !== undefined && { at }),
    ...(skill !== undefined && { skill }),
    nth,
  };
};
