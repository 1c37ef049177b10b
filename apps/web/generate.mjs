/**
 * `npm run generate`: the types of what a running station answers (`MINQING_ADDRESS`), from its own OpenAPI document.
 * Problems are left out: they are the same everywhere and have a type of their own (`src/api/problem.ts`).
 */
import { writeFile } from 'node:fs/promises';
import openapi, { astToString } from 'openapi-typescript';

const address = process.env.MINQING_ADDRESS ?? 'http://127.0.0.1:8080';
const document = await (await fetch(`${address}/api/docs-json`)).json();

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
const types = astToString(await openapi(document, { defaultNonNullable: false }));
await writeFile(
  new URL('src/generated/api.d.ts', import.meta.url),
  `/** Written by \`npm run generate\`; not to be changed by hand. */\n${types}`,
);
