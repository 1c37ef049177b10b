import type { Limit, Unit } from '#working-time';
import type { CommandStep } from './scenario.js';
import { namesIn } from './names-in.js';
import { COMMANDS, shapeOf, type Field, type FieldKind } from './vocabulary.js';
import type { Cursor, Fields } from './yaml-cursor.js';

/** `by`, `do`, `with`, `refused` of a step; nothing where the step only looks. */
export const readCommand = (step: Fields, caseName: string, known: Set<string>): CommandStep | undefined => {
  const [by, todo, given, to] = [step.optional('by'), step.optional('do'), step.optional('with'), step.optional('to')];
  const refused = step.optional('refused');
  if (!todo) {
    for (const alone of [by, given, to, refused]) alone?.fault('stands only beside `do`');
    return undefined;
  }
  const type = todo.text();
  const shape = shapeOf(type);
  if (!shape) return todo.fault(`unknown command ${type}; known: ${Object.keys(COMMANDS).join(', ')}`);
  if (!by) todo.fault('`by` is missing: who does it');
  else if (!known.has(by.text())) by.fault(`nobody is called ${by.text()}; see \`people\``);
  const data = readWith(given, todo, shape.fields, known);
  if (type === 'RegisterCase') known.add(caseName);
  for (const name of namesIn(data)) if (!known.has(name)) (given ?? todo).fault(`nobody is called $${name} up to here`);
  if (shape.target === 'cadre' && !to) todo.fault('`to` is missing: the cadre it is about');
  if (shape.target !== 'cadre') to?.fault(`${type} goes to the case; \`to\` is for cadres`);
  if (to && !known.has(to.text())) to.fault(`nobody is called ${to.text()}; see \`people\``);
  return {
    by: by?.text() ?? '',
    type,
    target: to?.text() ?? caseName,
    data,
    ...(refused && { refused: readRefusal(refused) }),
  };
};

const readRefusal = (cursor: Cursor): NonNullable<CommandStep['refused']> => {
  if (!cursor.isMap) return { code: cursor.text(), detail: {} };
  const fields = cursor.map();
  const code = fields.needed('code').text();
  const detail = fields.all().filter(({ name }) => name !== 'code');
  return { code, detail: Object.fromEntries(detail.map((one) => [one.name, one.plain()])) };
};

const readWith = (
  given: Cursor | undefined,
  todo: Cursor,
  shape: Readonly<Record<string, Field>>,
  known: Set<string>,
): Record<string, unknown> => {
  const fields = given?.map();
  const data = Object.entries(shape).flatMap(([name, { kind, fallback }]): [string, unknown][] => {
    const cursor = fields?.optional(name);
    if (cursor) return [[name, READ[kind](cursor, known)]];
    if (fallback === undefined) (given ?? todo).fault(`\`${name}\` is missing in \`with\``);
    return fallback === null || fallback === undefined ? [] : [[name, fallback]];
  });
  fields?.done();
  return Object.fromEntries(data);
};

const UNITS: readonly string[] = ['m', 'h', 'WH', 'WD', 'CD'] satisfies Unit[];

const limit = (cursor: Cursor): Limit | undefined => {
  const [, n, unit = ''] = /^(\d+) ?(\w+)$/.exec(cursor.text()) ?? [];
  if (!UNITS.includes(unit)) return cursor.fault(`expected a limit as 7 WD; units: ${UNITS.join(', ')}`);
  return { unit: unit as Unit, n: Number(n) };
};

const named = (cursor: Cursor): string => {
  const name = cursor.text();
  if (name !== '' && !name.startsWith('$')) cursor.fault(`people are written with a $, as $${name}`);
  return name;
};

/** Naming somebody among the parties introduces him. */
const parties = (cursor: Cursor, known: Set<string>): unknown =>
  cursor.list().map((item) => {
    const fields = item.map();
    const resident = fields.needed('resident').text();
    known.add(resident);
    const side = fields.optional('side')?.oneOf(['REPORTER', 'APPLICANT', 'RESPONDENT', 'OTHER'], 'side');
    const vulnerable = fields.optional('vulnerable')?.flag();
    const householdId = fields.optional('householdId')?.text();
    fields.done();
    return {
      resident,
      side: side ?? 'REPORTER',
      vulnerable: vulnerable ?? false,
      ...(householdId !== undefined && { householdId }),
    };
  });

const signs = (cursor: Cursor): unknown => {
  const fields = cursor.map();
  const [violence, gathered, relapses] = ['violence', 'gathered', 'relapses'].map((name) =>
    fields.optional(name)?.number(),
  );
  const [threatToLife, weapon] = ['threatToLife', 'weapon'].map((name) => fields.optional(name)?.flag());
  fields.done();
  return Object.fromEntries(
    Object.entries({ violence, gathered, relapses, threatToLife, weapon }).filter(([, value]) => value !== undefined),
  );
};

const complaint = (cursor: Cursor): unknown => {
  const fields = cursor.map();
  const targets = fields.optional('targets')?.list().map(named) ?? [];
  const centres =
    fields
      .optional('centres')
      ?.list()
      .map((one) => one.text()) ?? [];
  fields.done();
  return { targets, centres };
};

/** Terms of an agreement, numbered as they stand. */
const terms = (cursor: Cursor): unknown =>
  cursor.list().map((item, index) => {
    const fields = item.map();
    const obligor = named(fields.needed('obligor'));
    const amount = fields.optional('amount')?.number();
    const dueOn = fields.needed('dueOn').text();
    fields.done();
    return { term: index + 1, obligor, ...(amount !== undefined && { amount }), dueOn };
  });

/** Who is on call, and who stands in for him. */
const shifts = (cursor: Cursor): unknown =>
  cursor.list().map((item) => {
    const fields = item.map();
    const shift = {
      post: fields.needed('post').text(),
      from: fields.needed('from').instant(),
      to: fields.needed('to').instant(),
      cadreId: named(fields.needed('cadreId')),
      substitute: named(fields.needed('substitute')),
    };
    fields.done();
    return shift;
  });

const READ: Readonly<Record<FieldKind, (cursor: Cursor, known: Set<string>) => unknown>> = {
  text: (cursor) => cursor.text(),
  code: (cursor) => cursor.text(),
  codes: (cursor) => cursor.list().map((item) => item.text()),
  number: (cursor) => cursor.number(),
  flag: (cursor) => cursor.flag(),
  instant: (cursor) => cursor.instant(),
  limit,
  person: named,
  people: (cursor) => cursor.list().map(named),
  party: named,
  parties,
  signs,
  complaint,
  terms,
  shifts,
  case: named,
};
