import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, freePort, newFolder, Program } from './program.js';
import { Visitor } from './visitor.js';

const DEMO = join('dist', 'apps', 'cli', 'src', 'demo.js');
const CASES = 12;

/** `办理中 in progress 3 · 已结案 closed 2` → what is counted, by its English words. */
const countsOf = (output: string, line: string): Record<string, number> => {
  const [, listed = ''] = new RegExp(`${line}\\s+(.*(?:\\n {6}.*)*)`).exec(output) ?? [];
  const counts = listed.split(/ · |\n/).map((one) => /^\s*\S+ (.*) (\d+)\s*$/.exec(one) ?? []);
  return Object.fromEntries(counts.map(([, word = '', count]) => [word, Number(count)]));
};
const inWords = (stage: string): string => stage.toLowerCase().replaceAll('_', ' ');

describe('the demo', () => {
  const folder = newFolder();
  const data = join(folder.path, 'demo');
  let program: Program;
  let base: string;

  const begin = async (...args: string[]): Promise<Program> => {
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    return new Program(DEMO, ['--cases', String(CASES), '--port', String(port), '--data', data, ...args]);
  };

  beforeAll(async () => {
    build();
    program = await begin();
    await program.says('The clock goes on from now', 280_000);
  }, 300_000);
  afterAll(async () => {
    await program.stop();
    folder.remove();
  }, 60_000);

  it('tells of its cases what their own heads of unit see', async () => {
    const stages = new Map<string, string>();
    for (const file of ['demo-accounts.json', 'more-accounts.json']) {
      for (const login of Object.keys(JSON.parse(readFileSync(join(data, file), 'utf8')) as object)) {
        const visitor = await new Visitor(base, data, login, file).logIn();
        for (const view of ['open', 'closed']) {
          const { body } = await visitor.get(`/api/cases?view=${view}&limit=100`);
          for (const { caseId, stage } of (body as { items?: { caseId: string; stage: string }[] }).items ?? [])
            stages.set(caseId, stage);
        }
      }
    }
    const counts: Record<string, number> = {};
    for (const stage of stages.values()) counts[inWords(stage)] = (counts[inWords(stage)] ?? 0) + 1;
    // violence in a mediation opens a case of its own beside those that people come with
    expect(stages.size).toBeGreaterThanOrEqual(CASES);
    expect(program.output).toMatch(new RegExp(`Cases registered +${stages.size}$`, 'm'));
    expect(countsOf(program.output, 'Where they stand')).toEqual(counts);
    const closed = Object.values(countsOf(program.output, 'How they ended')).reduce((all, count) => all + count, 0);
    expect(closed).toBe(counts['closed'] ?? 0);
  }, 60_000);

  it('leaves a clock that goes by itself, and that nobody moves any more', async () => {
    const ask = async (path: string, body?: object) => {
      const response = await fetch(`${base}/api/rehearsal/${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          'x-minqing-client': 'test',
          'x-minqing-rehearsal': readFileSync(join(data, 'rehearsal.token'), 'utf8'),
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as { clock: string; code: string } };
    };
    const before = Date.now();
    const { body: state } = await ask('state');
    expect(Date.parse(state.clock)).toBeGreaterThanOrEqual(before - 1_000);
    expect(Date.parse(state.clock)).toBeLessThanOrEqual(Date.now());
    expect(await ask('clock', { to: '2030-01-01T00:00+08:00' })).toMatchObject({
      status: 409,
      body: { code: 'CLOCK_RELEASED' },
    });
  });

  it('throws away the folder of an earlier demo, and no other', async () => {
    const other = join(folder.path, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'letter.txt'), 'keep me');
    const refused = await new Program(DEMO, ['--data', other, '--port', String(await freePort())]).ended();
    expect({ code: refused.code, kept: existsSync(join(other, 'letter.txt')) }).toEqual({ code: 1, kept: true });
    expect(refused.output).toContain('is not the folder of an earlier demo');

    const second = await (await begin()).ended();
    expect(second.code).toBe(1);
    expect(second.output).toContain('Another station works on the data folder');
  }, 90_000);
});
