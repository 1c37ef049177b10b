import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { problems } from '#http';
import { agencyProblems } from './agency.problems.js';
import { cadreProblems } from './cadre.problems.js';
import { calendarProblems } from './calendar.problems.js';
import { caseProblems } from './case.problems.js';
import { dashboardProblems } from './dashboard.problems.js';
import { dutyProblems } from './duty.problems.js';
import { mediationProblems } from './mediation.problems.js';
import { notificationProblems } from './notification.problems.js';
import { oversightProblems } from './oversight.problems.js';
import { peopleProblems } from './people.problems.js';
import { petitionProblems } from './petition.problems.js';
import { reviewProblems } from './review.problems.js';
import { townshipProblems } from './township.problems.js';
import { transportProblems } from './transport.problems.js';

const libs = fileURLToPath(new URL('../../..', import.meta.url));

/** Codes that any library refuses with, each with the files it stands in. */
const codesInUse = (): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>();
  for (const file of readdirSync(libs, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.spec.ts') || file.includes('testing')) continue;
    const source = readFileSync(join(libs, file), 'utf8');
    for (const [, code] of source.matchAll(/\b(?:reject|new (?:CommandRejected|Problem))\(\s*'([A-Z][A-Z0-9_]+)'/g)) {
      if (code) found.set(code, (found.get(code) ?? new Set()).add(file));
    }
  }
  return found;
};

describe('the catalogue of problems', () => {
  it('has a text for every code that any library refuses with', () => {
    const missing = [...codesInUse()]
      .filter(([code]) => !Object.hasOwn(problems, code))
      .map(([code, files]) => `${code} (${[...files].join(', ')})`);
    // Listed by name: add each to the *.problems.ts of its subject.
    expect(missing.sort()).toEqual([]);
  });

  it('names each code once', () => {
    const parts = [
      transportProblems,
      peopleProblems,
      calendarProblems,
      caseProblems,
      petitionProblems,
      agencyProblems,
      mediationProblems,
      reviewProblems,
      oversightProblems,
      cadreProblems,
      dutyProblems,
      townshipProblems,
      dashboardProblems,
      notificationProblems,
    ];
    const codes = parts.flatMap((part) => Object.keys(part));
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
    expect(codes).toHaveLength(Object.keys(problems).length);
  });

  it.each(Object.entries(problems))('%s is told in both languages and says what to do', (_code, problem) => {
    for (const { zh, en } of [problem.title, problem.advice, ...(problem.detail ? [problem.detail] : [])]) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[\x20-\x7e—]+$/);
    }
    expect(problem.status).toBeGreaterThanOrEqual(400);
    const used = [problem.detail?.zh ?? '', problem.detail?.en ?? ''].flatMap((template) =>
      [...template.matchAll(/\{(\w+)(?::time)?\}/g)].map(([, name]) => name as string),
    );
    expect(problem.params ?? []).toEqual(expect.arrayContaining(used));
  });
});
