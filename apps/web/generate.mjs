/**
 * `npm run generate`: the types of what a running station answers (`MINQING_ADDRESS`), from its own OpenAPI document.
 * With `-- --check` nothing is written: it fails where the types are not those of the station.
 * Problems are left out: they are the same everywhere and have a type of their own (`src/api/problem.ts`).
 */
import { readFile, writeFile } from 'node:fs/promises';
import openapi, { astToString } from 'openapi-typescript';

const address = process.env.MINQING_ADDRESS ?? 'http://127.0.0.1:8080';
// The order of a union is that in which the compiler came upon its members: it may differ from build to build.
const inOrder = (key, value) => (key === 'enum' ? value.toSorted() : value);
const document = JSON.parse(await (await fetch(`${address}/api/docs-json`)).text(), inOrder);

// Routes of rehearsals are there only where the clock is virtual.
const paths = Object.entries(document.paths).filter(([path]) => !path.startsWith('/api/rehearsal'));
const withoutProblems = (operation) => ({
  ...operation,
  responses: Object.fromEntries(Object.entries(operation.responses).filter(([status]) => status < 400)),
});
document.paths = Object.fromEntries(
  paths.map(([path, operations]) => [
    path,
    Object.fromEntries(Object.entries(operations).map(([method, operation]) => [method, withoutProblems(operation)])),
  ]),
);

/** What is spoken of, and what that speaks of; the rest belongs to routes that were left out. */
const { schemas } = document.components;
const spokenOf = (part, names = new Set()) => {
  for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (names.has(name)) continue;
    names.add(name);
    spokenOf(schemas[name], names);
  }
  return names;
};
const kept = spokenOf(document.paths);
document.components.schemas = Object.fromEntries(Object.entries(schemas).filter(([name]) => kept.has(name)));

const types = astToString(await openapi(document, { defaultNonNullable: false }));
const file = new URL('src/generated/api.d.ts', import.meta.url);
const text = `/** Written by \`npm run generate\`; not to be changed by hand. */\n${types}`;
if (!process.argv.includes('--check')) await writeFile(file, text);
else if ((await readFile(file, 'utf8')) !== text)
  throw new Error('The types of the pages are not those of the API: npm run generate -w apps/web.');
