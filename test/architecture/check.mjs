/**
 * The dependency rules hold for the tree, and each of them catches what it is there for: every file of the fixture names in
 * its first line the rules it breaks. Prints one line a rule and, last, `N passed, N failed`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import rules from '../../.dependency-cruiser.js';

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const fixture = resolve(root, 'test/architecture/fixture');
const folders = ['apps', 'libs', 'workflows', 'test', 'bench'];

const violationsIn = async (folder) => {
  const { enhancedResolveOptions, ...options } = rules.options;
  process.chdir(folder);
  const { output } = await cruise(
    folders,
    { ...options, ruleSet: { forbidden: rules.forbidden }, validate: true, enhancedResolveOptions },
    { ...enhancedResolveOptions, bustTheCache: true },
  );
  return output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
};

const announced = new Map(
  readdirSync(fixture, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [
      path.replaceAll('\\', '/'),
      /^\/\/ breaks: (.*)$/m.exec(readFileSync(resolve(fixture, path), 'utf8'))?.[1].split(', ') ?? [],
    ]),
);

let passed = 0;
let failed = 0;
const expect = (sentence, faults) => {
  if (faults.length === 0) passed += 1;
  else failed += 1;
  console.log(`${faults.length === 0 ? '✓' : '✗'} ${sentence}`);
  for (const fault of faults) console.log(`    ${fault}`);
};
const arrow = ({ from, to }) => `${from} → ${to}`;

const caught = await violationsIn(fixture);
for (const { name, comment } of rules.forbidden) {
  const files = caught.filter(({ rule }) => rule === name).map(({ from }) => from);
  const wrong = [...announced].flatMap(([file, breaks]) =>
    files.includes(file) !== breaks.includes(name) ? [file] : [],
  );
  expect(`${name} catches ${[...new Set(files)].join(', ') || 'nothing'}`, [
    ...(files.length === 0 ? [`nothing in the fixture breaks it: ${comment}`] : []),
    ...wrong.map((file) => `${file} ${files.includes(file) ? 'breaks it too' : 'should break it'}`),
  ]);
}

const found = await violationsIn(root);
for (const { name, comment } of rules.forbidden) {
  const faults = found.filter(({ rule }) => rule === name);
  expect(`${name} holds`, faults.length === 0 ? [] : [comment, ...new Set(faults.map(arrow))]);
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
