import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { build, newFolder, Program, startStation } from './program.js';
import { streetLamp, Visitor } from './visitor.js';

const CLI = join('dist', 'apps', 'cli', 'src', 'main.js');

describe('a backup taken beside a station at work', () => {
  const place = newFolder();
  const [data, backup, again] = ['data', 'backup', 'again'].map((name) => join(place.path, name)) as [
    string,
    string,
    string,
  ];
  let program: Program;
  let base: string;
  const start = async (folder: string): Promise<void> => {
    ({ program, base } = await startStation(folder));
  };
  const cli = (...args: string[]) => new Program(CLI, args).ended();
  const registers = async (clerk: Visitor): Promise<string> => {
    const { status, body } = await clerk.post('/api/cases', streetLamp);
    expect(status).toBe(201);
    return String(body['caseId']);
  };

  beforeAll(build, 180_000);
  afterEach(() => program.stop());
  afterAll(() => place.remove());

  it('is a station again elsewhere: its cases, its people, its workflows', async () => {
    await start(data);
    const clerk = await new Visitor(base, data, 'hotline.t01').logIn();
    const before = await registers(clerk);
    let writing = true;
    const meanwhile = (async () => {
      while (writing) await registers(clerk);
    })();
    const taken = await cli('backup', backup, '--data', data);
    writing = false;
    await meanwhile;
    const after = await registers(clerk);
    expect(taken).toMatchObject({ code: 0 });
    expect(taken.output).toContain('every hash checked');
    await program.stop();

    const restored = await cli('restore', backup, '--data', again, '--keys', join(data, 'keys'));
    expect(restored).toMatchObject({ code: 0 });
    expect(await cli('verify', '--data', again)).toMatchObject({ code: 0 });
    await start(again);
    const back = await new Visitor(base, again, 'hotline.t01').logIn();
    const { status, body } = await back.get(`/api/cases/${before}`);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain('路灯不亮');
    expect((await back.get(`/api/cases/${after}`)).status).toBe(404);

    const well = async () => (await cli('doctor', '--data', again, '--lang', 'en')).output;
    let found = await well();
    for (const until = Date.now() + 60_000; !found.includes('All is well') && Date.now() < until;) found = await well();
    expect(found).toContain('All is well');
    expect(found).toMatch(/✓ Temporal answers; \d+ workflows wait, just those of the open processes/);
  }, 240_000);

  it('is not restored over a station at work', async () => {
    await start(again);
    const refused = await cli('restore', backup, '--data', again, '--keys', join(data, 'keys'), '--replace');
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.output).toContain('Another station works');
  }, 60_000);
});
