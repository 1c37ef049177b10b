import type { Instant } from '#kernel';
import { namesIn } from './names-in.js';
import { readCommand } from './read-command.js';
import { readCounty, readPeople } from './read-county.js';
import type { ExpectedEvent, ExpectedFigures, Ratio, Scenario, Step } from './scenario.js';
import { EVENT_TYPES, LEVEL_NAMES, STEP_NAMES } from './vocabulary.js';
import { YamlFile, type Cursor } from './yaml-cursor.js';

/** The only case of a scenario that names none. */
const THE_CASE = 'case';
/** Names that stand for whoever it is at that moment. */
const LIVE_NAMES = ['handler', 'system'];
const FIGURES = ['M02', 'M07', 'M09', 'M10', 'M28'];

/** @throws InvalidScenario listing every fault with its line */
export const readScenario = (path: string, source: string): Scenario => {
  const file = new YamlFile(path, source);
  const fields = file.root().map();
  const title = fields.needed('title').text();
  const at = fields.needed('at').instant();
  const county = readCounty(fields.optional('county'));
  const people = readPeople(fields.optional('people'), county);
  const reviewDraw = fields.optional('reviewDraw')?.number() ?? 0;
  const ignore = readTypes(fields.optional('ignore'));
  const known = new Set([...LIVE_NAMES, ...Object.keys(people)]);
  let last = at;
  const steps = fields
    .needed('steps')
    .list()
    .map((cursor): Step => {
      const step = readStep(cursor, last, known);
      if (step.at < last) cursor.fault('lies before the step above it');
      last = step.silent?.until ?? Math.max(last, step.at);
      return step;
    });
  fields.done();
  file.check();
  return { file: path, title, at, county, people, reviewDraw, ignore, steps };
};

const readTypes = (cursor: Cursor | undefined): readonly string[] =>
  cursor?.list().map((item) => item.oneOf(EVENT_TYPES, 'event')) ?? [];

const readStep = (cursor: Cursor, last: Instant, known: Set<string>): Step => {
  const fields = cursor.map();
  const ownAt = fields.optional('at')?.instant();
  const from = ownAt ?? last;
  const caseName = fields.optional('case')?.text() ?? THE_CASE;
  const command = readCommand(fields, caseName, known);
  const expect = (fields.optional('expect')?.list() ?? []).map((item) => readExpected(item, from, known));
  // whoever only looks waits until all he expects has happened
  const at = ownAt ?? (command ? last : Math.max(last, ...expect.map((one) => one.at)));
  const dues = fields.optional('dues');
  const rungs = fields.optional('rungs');
  const state = fields.optional('state');
  const figures = fields.optional('figures');
  const silent = fields.optional('silent');
  const remember = fields.optional('remember');
  const step: Step = {
    line: cursor.line,
    at,
    caseName,
    ...(command && { command }),
    expect,
    ...(dues && { dues: readInstants(dues, STEP_NAMES, 'step') }),
    ...(rungs && {
      rungs: Object.fromEntries(
        rungs
          .map()
          .all()
          .map((one) => [stepName(one), readInstants(one, LEVEL_NAMES, 'rung')]),
      ),
    }),
    ...(state && { state: readData(state, known) }),
    ...(figures && { figures: readFigures(figures) }),
    ...(silent && { silent: readSilence(silent, at) }),
    remember: remember ? readRemembered(remember, known) : {},
  };
  fields.done();
  return step;
};

const stepName = (cursor: Cursor): string => {
  if (!STEP_NAMES.includes(cursor.name)) cursor.fault(`unknown step; known: ${STEP_NAMES.join(', ')}`);
  return cursor.name;
};

const readInstants = (cursor: Cursor, known: readonly string[], what: string): Record<string, Instant> =>
  Object.fromEntries(
    cursor
      .map()
      .all()
      .map((one) => {
        if (!known.includes(one.name)) one.fault(`unknown ${what}; known: ${known.join(', ')}`);
        return [one.name, one.instant()];
      }),
  );

const readSilence = (cursor: Cursor, at: Instant): NonNullable<Step['silent']> => {
  const fields = cursor.map();
  const until = fields.needed('until').instant();
  const except = readTypes(fields.optional('except'));
  fields.done();
  if (until < at) cursor.fault('`until` lies before the step');
  return { until, except };
};

const readRemembered = (cursor: Cursor, known: Set<string>): Record<string, string> => {
  const names = cursor
    .map()
    .all()
    .map((one) => [one.name, one.text()] as const);
  names.forEach(([name]) => known.add(name));
  return Object.fromEntries(names);
};

/** `- CaseAssigned`, `- StepWarned: {step: accept}`, `- {at: …, case: …, StepWarned: {…}}`. */
const readExpected = (cursor: Cursor, at: Instant, known: Set<string>): ExpectedEvent => {
  const { line } = cursor;
  if (!cursor.isMap) return { line, at, type: cursor.oneOf(EVENT_TYPES, 'event'), data: {} };
  const fields = cursor.map();
  const when = fields.optional('at')?.instant() ?? at;
  const caseName = fields.optional('case')?.text();
  const [event, ...more] = fields.all().filter(({ name }) => name !== 'at' && name !== 'case');
  if (!event) cursor.fault('names no event');
  else if (!EVENT_TYPES.includes(event.name)) event.fault(`unknown event; known: ${EVENT_TYPES.join(', ')}`);
  more.forEach((one) => one.fault('an item names one event only'));
  const data = event?.node && event.plain() !== null ? readData(event, known) : {};
  return { line, at: when, type: event?.name ?? '', ...(caseName !== undefined && { caseName }), data };
};

const readData = (cursor: Cursor, known: ReadonlySet<string>): Record<string, unknown> => {
  const data = Object.fromEntries(
    cursor
      .map()
      .all()
      .map((one) => [one.name, one.plain()]),
  );
  for (const name of namesIn(data)) if (!known.has(name)) cursor.fault(`nobody is called $${name} up to here`);
  return data;
};

const readFigures = (cursor: Cursor): ExpectedFigures =>
  Object.fromEntries(
    cursor
      .map()
      .all()
      .map((one) => {
        if (!FIGURES.includes(one.name)) one.fault(`unknown figure; known: ${FIGURES.join(', ')}`);
        return [one.name, one.isMap ? readParts(one) : readRatio(one)];
      }),
  );

const readParts = (cursor: Cursor): Record<string, Ratio | number> =>
  Object.fromEntries(
    cursor
      .map()
      .all()
      .map((one) => [one.name, readRatio(one)]),
  );

/** `1/3`, or a count. */
const readRatio = (cursor: Cursor): Ratio | number => {
  const [, good, of] = /^(\d+)(?:\/(\d+))?$/.exec(cursor.text()) ?? [];
  if (good === undefined) cursor.fault('expected a count as 3 or a share as 1/3');
  return of === undefined ? Number(good) : { good: Number(good), of: Number(of) };
};
